/** F9.9 A sitting is announced with date, place, agenda and places for observers; closed to them only with the legal reason. */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays, startOfTokyoDay } from '#kernel/dates.ts';
import { prose } from '#kernel/text.ts';
import { sittingPath } from './addresses.ts';
import { refusalFor, sittingInput } from './committee.ts';
import { observersOf } from './private-queries.ts';
import { committeeById, sittingById } from './queries.ts';
import { mayCancel, mayLead } from './rules.ts';
import { committeeTags } from './set-up-committee.ts';
import { sittingTimes } from './sitting-times.ts';

export function sittingTags(sitting: { id: string; committee_id: string }): string[] {
  return [...committeeTags(sitting.committee_id), `sitting:${sitting.id}`];
}

export const callSitting = action({
  name: 'committees.call-sitting',
  input: sittingInput,
  async run(ctx, input): Promise<{ id: string; number: number }> {
    const committee = await committeeById(ctx.db, input.id, 'for update of c');
    const no = mayLead(ctx.reader, committee);
    if (no) throw refusalFor(no);
    const { date, place, agenda, closedReason, observerPlaces, observerMethod } = input;
    const { starts_at, ends_at } = sittingTimes(input, ctx.now);
    if (closedReason !== '' && observerPlaces > 0) throw refusalFor('closed-takes-none', 'observerPlaces');
    if (observerPlaces > 0 && observerMethod === 'lot' && !input.observersUntilOn)
      throw refusalFor('lot-needs-day', 'observersUntilOn');
    const until = input.observersUntilOn ? startOfTokyoDay(addDays(input.observersUntilOn, 1)) : starts_at;
    if (until > starts_at || until <= ctx.now) throw refusalFor('in-the-past', 'observersUntilOn');
    const [last] = await run<{ number: number }>(
      ctx.db,
      'select number from sittings where committee_id = $1 order by number desc limit 1',
      [committee.id],
    );
    const number = (last?.number ?? 0) + 1;
    const id = ctx.newId();
    await ctx.db
      .insertInto('sittings')
      .values({
        hub_id: ctx.hub.id,
        id,
        committee_id: committee.id,
        person_id: ctx.person.id,
        number,
        starts_at,
        ends_at,
        place,
        agenda,
        closed_reason: closedReason,
        observer_places: observerPlaces,
        observer_method: observerMethod,
        observers_until: until,
        called_at: ctx.now,
        minutes_due_on: addDays(date, committee.minutes_days),
      })
      .execute();
    const times = { from: starts_at.toISOString(), to: ends_at.toISOString() };
    await ctx.record({
      verb: 'committees.sitting-called',
      object: { kind: 'sitting', id },
      public: { title: committee.name, number, date },
      parts: [
        {
          part: 'sitting',
          actorId: committee.division_id,
          content: { number, ...times, place, agenda, closedReason, observerPlaces, observerMethod },
        },
      ],
      tags: sittingTags({ id, committee_id: committee.id }),
    });
    return { id, number };
  },
});

export const cancelSitting = action({
  name: 'committees.cancel-sitting',
  input: z.object({ id: z.uuid(), reason: prose({ max: 400 }) }),
  async run(ctx, { id, reason }): Promise<{ id: string }> {
    const sitting = await sittingById(ctx.db, id, 'for update of s');
    const no = mayCancel(ctx.reader, sitting, ctx.now);
    if (no) throw refusalFor(no);
    await run(
      ctx.db,
      'update sittings set cancelled_at = $3, cancel_reason = $4, version = version + 1 where hub_id = $1 and id = $2',
      [ctx.hub.id, id, ctx.now, reason],
    );
    await ctx.record({
      verb: 'committees.sitting-cancelled',
      object: { kind: 'sitting', id },
      public: { title: sitting.committee_name, number: sitting.number },
      parts: [{ part: 'cancellation', actorId: sitting.division_id, content: { reason } }],
      tags: sittingTags(sitting),
    });
    await tell(ctx, {
      people: (await observersOf(ctx.db, id)).map((one) => one.person_id),
      kind: 'committees.sitting-cancelled',
      about: { kind: 'sitting', id },
      href: sittingPath(id),
      facts: { committee: sitting.committee_name },
    });
    return { id };
  },
});
