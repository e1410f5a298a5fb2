/** F9.5 Citing without touching the words: quick, one by one or several at once, by several editors at the same time. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { uncoveredOfDebate } from './coverage-queries.ts';
import { pointDesk, standing } from './desk.ts';
import { changeCites, keepVersion } from './point-versions.ts';
import { mayEdit } from './rules.ts';
import { chosen, insist, refuse } from './statement.ts';

export interface CitationsChanged {
  id: string;
  debateId: string;
  version: number;
  /** opinions this point cites now */
  cited: number;
  /** opinions of this debate that nothing deals with yet */
  uncovered: number;
}

export const changeCitations = action({
  name: 'statement.change-citations',
  input: z.object({
    pointId: z.union([z.uuid(), z.literal('')], { error: 'not-a-choice' }),
    cite: chosen,
    uncite: chosen,
  }),
  async run(ctx, { pointId, cite, uncite }): Promise<CitationsChanged> {
    if (cite.length + uncite.length === 0) throw refuse('choose-opinions', { field: 'opinion' });
    if (pointId === '') throw refuse('choose-point', { field: 'point' });
    const desk = standing(await pointDesk(ctx.db, ctx.reader, pointId, 'point'));
    insist(mayEdit(ctx.reader, desk.round, desk.edits, ctx.now), desk.round, ctx.lang);
    const { added, removed } = await changeCites(ctx, desk, pointId, cite, uncite);
    const touched = [...added, ...removed];
    const version =
      touched.length === 0
        ? desk.point.version
        : await keepVersion(ctx, desk, desk.point, { kind: 'citations', opinions: touched });
    const [counted, uncovered] = await Promise.all([
      run<{ n: number }>(ctx.db, 'select count(*)::int as n from citations where point_id = $1', [pointId]),
      uncoveredOfDebate(ctx.db, desk.debate.id),
    ]);
    return { id: pointId, debateId: desk.debate.id, version, cited: counted[0]!.n, uncovered };
  },
});
