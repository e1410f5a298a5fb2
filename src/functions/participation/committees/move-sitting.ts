/** F9.9 A sitting gets another day, place or agenda with a reason, which is public; who wanted to listen is told. */
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays, startOfTokyoDay } from '#kernel/dates.ts';
import { sittingPath } from './addresses.ts';
import { sittingTags } from './call-sitting.ts';
import { movedSittingInput, refusalFor } from './committee.ts';
import { observersOf } from './private-queries.ts';
import { committeeById, type Sitting, sittingById } from './queries.ts';
import { mayMove } from './rules.ts';
import { sittingTimes } from './sitting-times.ts';

export const moveSitting = action({
  name: 'committees.move-sitting',
  input: movedSittingInput,
  async run(ctx, { id, version, reason, ...input }): Promise<{ id: string }> {
    const sitting = await sittingById(ctx.db, id, 'for update of s');
    const no = mayMove(ctx.reader, sitting, ctx.now);
    if (no) throw refusalFor(no);
    if (sitting.version !== version) throw refusalFor('changed-meanwhile');
    const { starts_at, ends_at } = sittingTimes(input, ctx.now);
    const { place, agenda } = input;
    const isMoved = starts_at > sitting.starts_at || starts_at < sitting.starts_at || place !== sitting.place;
    const isSame = !isMoved && ends_at.getTime() === sitting.ends_at.getTime();
    if (isSame && agenda.join('\n') === sitting.agenda.join('\n')) throw refusalFor('nothing-changed', 'date');
    const until = askingUntil(sitting, input.observersUntilOn ?? null, starts_at, ctx.now);
    const committee = await committeeById(ctx.db, sitting.committee_id);
    await run(
      ctx.db,
      `update sittings set starts_at = $3, ends_at = $4, place = $5, agenda = $6, observers_until = $7, minutes_due_on = $8,
         version = version + 1
       where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, starts_at, ends_at, place, agenda, until, addDays(input.date, committee.minutes_days)],
    );
    const was = { was_from: sitting.starts_at, was_to: sitting.ends_at, was_place: sitting.place };
    await ctx.db
      .insertInto('sitting_changes')
      .values({
        hub_id: ctx.hub.id,
        id: ctx.newId(),
        sitting_id: id,
        reason,
        ...was,
        person_id: ctx.person.id,
        at: ctx.now,
      })
      .execute();
    const times = { from: starts_at.toISOString(), to: ends_at.toISOString() };
    await ctx.record({
      verb: 'committees.sitting-moved',
      object: { kind: 'sitting', id, version: version + 1 },
      public: { title: sitting.committee_name, number: sitting.number, date: input.date },
      parts: [{ part: 'sitting', actorId: sitting.division_id, content: { ...times, place, agenda, reason } }],
      tags: sittingTags(sitting),
    });
    await tell(ctx, {
      people: (await observersOf(ctx.db, id)).map((one) => one.person_id),
      kind: 'committees.sitting-moved',
      about: { kind: 'sitting', id },
      href: sittingPath(id),
      facts: { committee: sitting.committee_name },
    });
    return { id };
  },
});

/** Until when one asks for a place: what a lot has decided stays decided, everything else moves with the sitting. */
function askingUntil(sitting: Sitting, untilOn: string | null, startsAt: Date, now: Date): Date {
  if (sitting.observers_drawn_at) return sitting.observers_until;
  if (untilOn === null) {
    if (sitting.observer_places > 0 && sitting.observer_method === 'lot')
      throw refusalFor('lot-needs-day', 'observersUntilOn');
    return startsAt;
  }
  const until = startOfTokyoDay(addDays(untilOn, 1));
  const isAsBefore = until.getTime() === sitting.observers_until.getTime();
  if (until > startsAt || (until <= now && !isAsBefore)) throw refusalFor('in-the-past', 'observersUntilOn');
  return until;
}
