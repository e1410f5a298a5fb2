/** F9.5, P2: editors volunteer by raising their hand; it can be lowered again. Names are public, as the work is. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { roundDesk, tagsOf } from './desk.ts';
import { mayLowerHand, mayRaiseHand } from './rules.ts';
import { checkLength, insist, optionalText } from './statement.ts';

/** Raising it again changes the word why. */
export const raiseHand = action({
  name: 'statement.raise-hand',
  input: z.object({ roundId: z.uuid(), why: optionalText }),
  async run(ctx, { roundId, why }): Promise<{ roundId: string }> {
    const desk = await roundDesk(ctx.db, ctx.reader, roundId, true);
    insist(mayRaiseHand(ctx.hub, ctx.reader, desk.round, ctx.now), desk.round, ctx.lang);
    checkLength('why', why, rulesOf(ctx.hub, desk.round.rules_version).limits.reason);
    const changed = await run(
      ctx.db,
      `insert into editors (hub_id, round_id, person_id, why, raised_at) values ($1, $2, $3, $4, $5)
       on conflict (hub_id, round_id, person_id) do update set why = excluded.why, lowered_at = null,
         raised_at = case when editors.lowered_at is null then editors.raised_at else excluded.raised_at end
       where editors.lowered_at is not null or editors.why <> excluded.why
       returning person_id`,
      [ctx.hub.id, roundId, ctx.person.id, why, ctx.now],
    );
    if (changed.length === 0) return { roundId };
    await ctx.record({
      verb: 'statement.hand-raised',
      object: { kind: 'statement', id: roundId },
      public: { roundId },
      parts: [{ part: 'hand', actorId: ctx.actor.id, content: { round: roundId, why } }],
      tags: [...tagsOf(desk), `actor:${ctx.person.id}`],
    });
    return { roundId };
  },
});

export const lowerHand = action({
  name: 'statement.lower-hand',
  input: z.object({ roundId: z.uuid() }),
  async run(ctx, { roundId }): Promise<{ roundId: string }> {
    const desk = await roundDesk(ctx.db, ctx.reader, roundId, true);
    insist(mayLowerHand(ctx.reader, desk.round, desk.edits), desk.round, ctx.lang);
    const lowered = await run(
      ctx.db,
      `update editors set lowered_at = $4 where hub_id = $1 and round_id = $2 and person_id = $3 and lowered_at is null
       returning person_id`,
      [ctx.hub.id, roundId, ctx.person.id, ctx.now],
    );
    if (lowered.length === 0) return { roundId };
    await ctx.record({
      verb: 'statement.hand-lowered',
      object: { kind: 'statement', id: roundId },
      public: { roundId },
      parts: [{ part: 'hand', actorId: ctx.actor.id, content: { round: roundId, lowered: true } }],
      tags: [...tagsOf(desk), `actor:${ctx.person.id}`],
    });
    return { roundId };
  },
});
