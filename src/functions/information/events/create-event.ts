/** F1.1 Somebody announces an event: public at once, approved by nobody. One that repeats is a row for each of its days. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { dropDraft } from './drafts.ts';
import { type EventInput, eventInput, refusalFor } from './event.ts';
import { eventTags, type NamedEvent } from './event-tags.ts';
import { holidays } from './holidays.ts';
import { copyPicture } from './picture.ts';
import { type Days, daysOfRule } from './recurrence.ts';
import { checkPlace, columnsOf, contentOf, whereOf } from './row.ts';
import { mayHold } from './rules.ts';
import { checkedTimes, timesOn, windowOn } from './times.ts';

const FIELD_OF = { 'repeat-without-end': 'until', 'too-many-days': 'until', 'no-days': 'except' } as const;

type Planned = Pick<EventInput, 'date' | 'repeat' | 'weekdays' | 'until' | 'count' | 'except' | 'holidays'>;

/** The days it takes place on, and those left out because they are holidays. @throws Refusal */
export async function plannedDays(input: Planned): Promise<Days> {
  if (input.repeat === 'none') return { days: [input.date], rested: [], missing: [] };
  const { isHoliday } = await holidays();
  const found = daysOfRule(input.date, input, isHoliday);
  if ('problem' in found) throw refusalFor(found.problem, { field: FIELD_OF[found.problem] });
  return found;
}

/** Everything that can be said against it before it is public. @throws Refusal */
export async function checkedEvent(ctx: Pick<ActionContext, 'db' | 'now'>, input: EventInput) {
  const times = checkedTimes(input, tokyoDate(ctx.now), ctx.now);
  checkPlace(input);
  const [where, { days }] = await Promise.all([whereOf(ctx.db, input), plannedDays(input)]);
  return { where, days: days.map((day) => ({ day, ...timesOn(day, times), ...windowOn(input, day) })) };
}

async function beginSeries(ctx: ActionContext, input: EventInput): Promise<string> {
  const id = ctx.newId();
  const { repeat, weekdays, until, count, except, holidays: onHolidays } = input;
  await ctx.db
    .insertInto('event_series')
    .values({
      hub_id: ctx.hub.id,
      id,
      host_id: ctx.actor.id,
      person_id: ctx.person.id,
      rule: JSON.stringify({ repeat, weekdays, until, count, except, holidays: onHolidays }),
      published_at: ctx.now,
    })
    .execute();
  return id;
}

/** @throws Refusal sign-in, level, member-only; every field that can't be published, at that field */
export const createEvent = action({
  name: 'events.create',
  input: eventInput.extend({
    draft: z
      .union([z.uuid(), z.literal('')])
      .optional()
      .default(''),
  }),
  async run(ctx, { draft, ...input }): Promise<NamedEvent & { days: number }> {
    const no = mayHold(ctx.hub, ctx.reader);
    if (no) throw refusalFor(no);
    const { where, days } = await checkedEvent(ctx, input);
    const seriesId = input.repeat === 'none' ? null : await beginSeries(ctx, input);
    const columns = columnsOf(input, where);
    const rows = days.map(({ day: _day, ...times }, at) => ({
      hub_id: ctx.hub.id,
      id: ctx.newId(),
      series_id: seriesId,
      number: at + 1,
      host_id: ctx.actor.id,
      person_id: ctx.person.id,
      ...columns,
      ...times,
      published_at: ctx.now,
      changed_at: ctx.now,
    }));
    await ctx.db.insertInto('town_events').values(rows).execute();
    const { id, starts_at } = rows[0]!;
    if (draft) {
      await copyPicture(
        ctx,
        draft,
        rows.map((row) => row.id),
      );
      await dropDraft(ctx, draft);
    }
    await ctx.record({
      verb: 'events.published',
      object: seriesId ? { kind: 'event-series', id: seriesId } : { kind: 'event', id },
      public: { title: input.title, event: id, from: starts_at.toISOString(), days: days.length },
      parts: [{ part: 'event', actorId: ctx.actor.id, content: contentOf(input, days) }],
      tags: eventTags({ id, series_id: seriesId, host_id: ctx.actor.id }),
    });
    return { id, title: input.title, days: days.length };
  },
});
