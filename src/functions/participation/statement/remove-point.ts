/** F9.5 A point is taken out: its versions stay to be read, what it cited is to be dealt with anew. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { pointDesk, standing, tagsOf } from './desk.ts';
import { keepingCoverage } from './kept-coverage.ts';
import { maySettle } from './rules.ts';
import { settleRemoved } from './settle-objections.ts';
import { insist } from './statement.ts';

export const removePoint = action({
  name: 'statement.remove-point',
  input: z.object({ pointId: z.uuid() }),
  async run(ctx, { pointId }): Promise<{ id: string; debateId: string }> {
    const desk = standing(await pointDesk(ctx.db, ctx.reader, pointId, 'point'));
    insist(maySettle(ctx.hub, ctx.reader, desk.round, desk, ctx.now), desk.round, ctx.lang);
    await run(ctx.db, 'update points set removed_at = $3, removed_by = $4 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      pointId,
      ctx.now,
      ctx.person.id,
    ]);
    const cited = await run<{ opinion_id: string }>(ctx.db, 'select opinion_id from citations where point_id = $1', [
      pointId,
    ]);
    const touched = { debateId: desk.debate.id, opinions: cited.map((row) => row.opinion_id) };
    const freed = await keepingCoverage(ctx, touched, () =>
      run<{ opinion_id: string }>(
        ctx.db,
        'delete from citations where hub_id = $1 and point_id = $2 returning opinion_id',
        [ctx.hub.id, pointId],
      ),
    );
    await ctx.record({
      verb: 'statement.point-removed',
      object: { kind: 'point', id: pointId, version: desk.point.version },
      public: { title: desk.debate.title, roundId: desk.round.id, debateId: desk.debate.id },
      parts: [{ part: 'removal', actorId: ctx.actor.id, content: { body: desk.point.body } }],
      tags: [
        ...tagsOf(
          desk,
          freed.map((row) => row.opinion_id),
        ),
        `point:${pointId}`,
      ],
    });
    await settleRemoved(ctx, desk, { pointId });
    return { id: pointId, debateId: desk.debate.id };
  },
});
