/** F1.1 An event is called off with a reason, which is public; its page stays, so that nobody stands before a closed door. */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { actedOn, changeOf } from './change-event.ts';
import { reason, refusalFor } from './event.ts';
import { eventTags, type NamedEvent } from './event-tags.ts';
import { cancelledLetter } from './letters.ts';
import { lockedEvent } from './queries.ts';
import { mayChange } from './rules.ts';
import { everybodyRegistered, notFollowing, noticeOf, sendLetters } from './tell-registered.ts';

export const cancelEvent = action({
  name: 'events.cancel',
  input: z.object({
    id: z.uuid(),
    scope: z.enum(['this', 'later'], { error: 'not-a-choice' }).optional().default('this'),
    reason,
  }),
  async run(ctx, { id, scope, reason: why }): Promise<NamedEvent> {
    const event = await lockedEvent(ctx.db, id);
    const no = mayChange(ctx.reader, event, ctx.now);
    if (no) throw refusalFor(no);
    const days = await actedOn(ctx, event, scope);
    const ids = days.map((day) => day.id);
    await run(
      ctx.db,
      'update town_events set cancelled_at = $3, changed_at = $3, version = version + 1 where hub_id = $1 and id = any($2::uuid[])',
      [ctx.hub.id, ids, ctx.now],
    );
    await ctx.db
      .insertInto('event_changes')
      .values(days.map((day) => ({ ...changeOf(ctx, day), kind: 'cancelled', reason: why })))
      .execute();
    await ctx.record({
      verb: 'events.cancelled',
      object: { kind: 'event', id, version: event.version + 1 },
      public: { title: event.title, event: id, from: event.starts_at.toISOString(), days: days.length },
      parts: [{ part: 'cancellation', actorId: event.host_id, content: { reason: why } }],
      tags: [...new Set(days.flatMap((day) => eventTags(day)))],
      as: event.host_id,
    });
    const of = Map.groupBy(await everybodyRegistered(ctx.db, ids), ({ event_id }) => event_id);
    for (const day of days) {
      const people = of.get(day.id) ?? [];
      const told = await notFollowing(ctx.db, day, people);
      await tell(ctx, { kind: 'events.cancelled-registered', ...noticeOf(day, told) });
      await sendLetters(ctx, people, (one) => cancelledLetter(ctx.hub, day, one, why));
    }
    return { id, title: event.title };
  },
});
