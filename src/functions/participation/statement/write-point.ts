/** F9.5 An editor changes a point's words, and with them, if wished, what it cites and which objections this settles. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { type PointDesk, pointDesk, standing } from './desk.ts';
import { confirmByWriting } from './draft-confirm.ts';
import { changeCites, keepVersion, type PointWords } from './point-versions.ts';
import { mayEdit } from './rules.ts';
import { settleByEdit } from './settle-objections.ts';
import { checkLength, chosen, insist, refuse, section, text } from './statement.ts';

export const writePoint = action({
  name: 'statement.write-point',
  input: z.object({
    pointId: z.uuid(),
    /** the version the form was shown with */
    version: z.coerce.number().int().min(1),
    section,
    body: text,
    cite: chosen,
    uncite: chosen,
    settles: chosen,
  }),
  async run(ctx, { pointId, version, section, body, cite, uncite, settles }): Promise<{ id: string; version: number }> {
    const desk = standing(await pointDesk(ctx.db, ctx.reader, pointId, 'point'));
    insist(mayEdit(ctx.reader, desk.round, desk.edits, ctx.now), desk.round, ctx.lang);
    checkLength('body', body, rulesOf(ctx.hub, desk.round.rules_version).limits.point);
    await refuseOverwriting(ctx, desk, version);
    const words = { section, body };
    const { added, removed } = await changeCites(ctx, desk, pointId, cite, uncite);
    const touched = [...added, ...removed];
    const reworded = !sameWords(words, desk.point);
    const change = { kind: reworded ? ('words' as const) : ('citations' as const), opinions: touched };
    const changed = reworded || touched.length > 0;
    const written = changed ? await keepVersion(ctx, desk, words, change) : desk.point.version;
    if (reworded) await confirmByWriting(ctx, desk, body);
    await settleByEdit(ctx, desk, written, settles);
    return { id: pointId, version: written };
  },
});

/**
 * Whoever wrote on version n may only replace the words of version n. Citations are added and removed one by one, so that
 * versions which differ in them alone don't stand in the way.
 */
async function refuseOverwriting(ctx: ActionContext, { point }: PointDesk, version: number): Promise<void> {
  if (version === point.version) return;
  const [seen] = await run<PointWords>(
    ctx.db,
    'select section, body from point_versions where point_id = $1 and version = $2',
    [point.id, version],
  );
  if (!seen || !sameWords(seen, point)) throw refuse('edited-elsewhere', { status: 409, field: 'body' });
}

function sameWords(a: PointWords, b: PointWords): boolean {
  return a.section === b.section && a.body === b.body;
}
