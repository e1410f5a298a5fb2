/** F9.5 The order of points within a section of one proposal's part. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { pointDesk, standing } from './desk.ts';
import { moved } from './order.ts';
import { recordPoint } from './point-versions.ts';
import { mayEdit } from './rules.ts';
import { insist } from './statement.ts';

export const movePoint = action({
  name: 'statement.move-point',
  input: z.object({ pointId: z.uuid(), to: z.enum(['up', 'down'], { error: 'not-a-choice' }) }),
  async run(ctx, { pointId, to }): Promise<{ id: string; debateId: string }> {
    const desk = standing(await pointDesk(ctx.db, ctx.reader, pointId, 'round'));
    insist(mayEdit(ctx.reader, desk.round, desk.edits, ctx.now), desk.round, ctx.lang);
    const { debate, round, point } = desk;
    // Held in the order of their ids, so that two who move at once wait for each other instead of blocking.
    const rows = await run<{ id: string; place: number }>(
      ctx.db,
      `select id, place from points where round_id = $1 and debate_id = $2 and section = $3 and removed_at is null
       order by id for update`,
      [round.id, debate.id, point.section],
    );
    const before = rows.toSorted((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1)).map((row) => row.id);
    const after = moved(before, pointId, to);
    if (after.every((id, index) => id === before[index])) return { id: pointId, debateId: debate.id };
    await run(
      ctx.db,
      `update points p set place = o.place from unnest($2::uuid[]) with ordinality as o (id, place)
       where p.hub_id = $1 and p.id = o.id`,
      [ctx.hub.id, after],
    );
    const cites = await run<{ opinion_id: string }>(ctx.db, 'select opinion_id from citations where point_id = $1', [
      pointId,
    ]);
    await recordPoint(
      ctx,
      desk,
      {
        id: pointId,
        version: point.version,
        words: { section: point.section, body: point.body },
        cites: cites.map((c) => c.opinion_id),
      },
      { kind: 'moved', opinions: [] },
    );
    return { id: pointId, debateId: debate.id };
  },
});
