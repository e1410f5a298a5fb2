/** F1.1 Changing an event: this day, or this and every later day of its series. Another time or place is a move, which has a reason and is told. */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays, daysBetween, tokyoDate } from '#kernel/dates.ts';
import { prose } from '#kernel/text.ts';
import { dropDraft } from './drafts.ts';
import { type EventInput, eventInput, LIMITS, refusalFor } from './event.ts';
import { eventTags, type NamedEvent } from './event-tags.ts';
import { movedLetter } from './letters.ts';
import { copyPicture } from './picture.ts';
import { type EventRow, lockedEvent, lockedLater } from './queries.ts';
import { promote } from './queue.ts';
import { checkPlace, columnsOf, contentOf, whereOf } from './row.ts';
import { mayChange } from './rules.ts';
import { everybodyRegistered, notFollowing, noticeOf, sendLetters } from './tell-registered.ts';
import { checkedTimes, type Times, timesOn, windowOn } from './times.ts';
import { whenText } from './when.ts';

/** The days an act is about: one, or all from it on. */
export async function actedOn(ctx: ActionContext, event: EventRow, scope: 'this' | 'later'): Promise<EventRow[]> {
  return scope === 'later' && event.series_id ? lockedLater(ctx.db, event) : [event];
}

interface After extends EventRow {
  was: EventRow;
  moved: boolean;
}

function isMoved(before: EventRow, after: Pick<EventRow, 'starts_at' | 'ends_at' | 'place' | 'is_online'>): boolean {
  return (
    before.starts_at.getTime() !== after.starts_at.getTime() ||
    before.ends_at.getTime() !== after.ends_at.getTime() ||
    before.place !== after.place ||
    before.is_online !== after.is_online
  );
}

/** Later days keep their distance to the day that is changed. */
async function rowsAfter(
  ctx: ActionContext,
  event: EventRow,
  days: readonly EventRow[],
  input: EventInput,
): Promise<After[]> {
  const times = checkedTimes({ ...input, repeat: 'none' }, tokyoDate(ctx.now), ctx.now);
  checkPlace(input);
  const columns = columnsOf(input, await whereOf(ctx.db, input));
  const shift = daysBetween(tokyoDate(event.starts_at), input.date);
  return days.map((was) => {
    const day = addDays(tokyoDate(was.starts_at), shift);
    const { grams: _grams, ...said } = columns;
    const after = { ...was, ...said, ...timesOn(day, times), ...windowOn(input, day), version: was.version + 1 };
    return { ...after, was, moved: isMoved(was, after) };
  });
}

/** @throws Refusal below-registered: fewer places than people who are registered, on any of these days */
function checkRoom(rows: readonly After[]): void {
  for (const { was, capacity, takes_registrations } of rows) {
    const there = was.taken + was.waiting;
    if (!takes_registrations && there > 0)
      throw refusalFor('below-registered', { field: 'takesRegistrations', facts: { n: there } });
    if (capacity !== null && capacity < was.taken)
      throw refusalFor('below-registered', { field: 'capacity', facts: { n: was.taken } });
  }
}

/** @throws Refusal day-taken: another day of the series, which stays where it is, is on at that time */
async function checkFree(ctx: ActionContext, event: EventRow, rows: readonly After[]): Promise<void> {
  const moved = rows.filter(
    ({ was, starts_at, ends_at }) => +was.starts_at !== +starts_at || +was.ends_at !== +ends_at,
  );
  if (!event.series_id || moved.length === 0) return;
  const [taken] = await run<Times>(
    ctx.db,
    `select o.starts_at, o.ends_at from town_events o
     join jsonb_to_recordset($3::jsonb) as d (starts_at timestamptz, ends_at timestamptz) on o.starts_at < d.ends_at and o.ends_at > d.starts_at
     where o.series_id = $1 and o.cancelled_at is null and not o.id = any($2::uuid[]) order by o.starts_at limit 1`,
    [
      event.series_id,
      rows.map(({ id }) => id),
      JSON.stringify(moved.map(({ starts_at, ends_at }) => ({ starts_at, ends_at }))),
    ],
  );
  if (taken) throw refusalFor('day-taken', { field: 'date', facts: { when: whenText(taken, ctx.lang) } });
}

export const changeEvent = action({
  name: 'events.change',
  input: eventInput.extend({
    id: z.uuid(),
    /** the version the change began with */
    of: z.coerce.number().int().min(1),
    scope: z.enum(['this', 'later'], { error: 'not-a-choice' }).optional().default('this'),
    reason: prose({ min: 0, max: LIMITS.text }).optional().default(''),
    draft: z
      .union([z.uuid(), z.literal('')])
      .optional()
      .default(''),
  }),
  async run(ctx, { id, of, scope, reason, draft, ...input }): Promise<NamedEvent & { moved: boolean }> {
    const event = await lockedEvent(ctx.db, id);
    const no = mayChange(ctx.reader, event, ctx.now);
    if (no) throw refusalFor(no);
    if (event.version !== of) throw refusalFor('changed-meanwhile');
    const rows = await rowsAfter(ctx, event, await actedOn(ctx, event, scope), input);
    checkRoom(rows);
    await checkFree(ctx, event, rows);
    const moved = rows.filter((row) => row.moved);
    if (moved.length > 0 && reason === '') throw refusalFor('reason-needed', { field: 'reason' });
    await keep(ctx, rows, input);
    await noteMoves(ctx, moved, reason);
    await remindAnew(ctx, moved);
    if (draft) {
      await copyPicture(
        ctx,
        draft,
        rows.map((row) => row.id),
      );
      await dropDraft(ctx, draft);
    }
    await ctx.record({
      verb: moved.length > 0 ? 'events.moved' : 'events.changed',
      object: { kind: 'event', id, version: event.version + 1 },
      public: { title: input.title, event: id, from: rows[0]!.starts_at.toISOString(), days: rows.length },
      parts: [{ part: 'event', actorId: event.host_id, content: { ...contentOf(input, rows), reason } }],
      tags: [...new Set(rows.flatMap((row) => eventTags(row)))],
      as: event.host_id,
    });
    await tellMoved(ctx, moved, reason);
    for (const row of rows) if (row.waiting > 0) await promote(ctx, row);
    return { id, title: input.title, moved: moved.length > 0 };
  },
});

async function keep(ctx: ActionContext, rows: readonly After[], input: EventInput): Promise<void> {
  const { lat, lng, district } = rows[0]!;
  const { grams, ...columns } = columnsOf(input, { lat, lng, district });
  await ctx.db
    .updateTable('town_events')
    .set((eb) => ({
      ...columns,
      version: eb('version', '+', 1),
      changed_at: ctx.now,
    }))
    .where('hub_id', '=', ctx.hub.id)
    .where(
      'id',
      'in',
      rows.map((row) => row.id),
    )
    .execute();
  const days = rows.map(({ id, starts_at, ends_at, registration_from, registration_until }) => ({
    ...{ id, starts_at, ends_at, registration_from, registration_until },
  }));
  await run(
    ctx.db,
    `update town_events e set starts_at = d.starts_at, ends_at = d.ends_at, registration_from = d.registration_from,
       registration_until = d.registration_until, grams = case when e.hidden_at is null then $3::tsvector else '' end
     from jsonb_to_recordset($2::jsonb) as d (id uuid, starts_at timestamptz, ends_at timestamptz, registration_from timestamptz,
       registration_until timestamptz)
     where e.hub_id = $1 and e.id = d.id`,
    [ctx.hub.id, JSON.stringify(days), grams],
  );
}

/** Whoever was reminded of another day is reminded again. */
async function remindAnew(ctx: ActionContext, moved: readonly After[]): Promise<void> {
  const ids = moved.filter((row) => tokyoDate(row.starts_at) > tokyoDate(row.was.starts_at)).map(({ id }) => id);
  if (ids.length === 0) return;
  await run(
    ctx.db,
    'update event_registrations set reminded_at = null where hub_id = $1 and event_id = any($2::uuid[]) and reminded_at is not null',
    [ctx.hub.id, ids],
  );
}

async function noteMoves(ctx: ActionContext, moved: readonly After[], reason: string): Promise<void> {
  if (moved.length === 0) return;
  await ctx.db
    .insertInto('event_changes')
    .values(moved.map(({ was }) => ({ ...changeOf(ctx, was), kind: 'moved', reason })))
    .execute();
}

/** What it was before, for those who read about the change. */
export function changeOf(ctx: ActionContext, was: EventRow) {
  return {
    hub_id: ctx.hub.id,
    id: ctx.newId(),
    event_id: was.id,
    was_from: was.starts_at,
    was_to: was.ends_at,
    was_place: was.place,
    person_id: ctx.person.id,
    at: ctx.now,
  };
}

async function tellMoved(ctx: ActionContext, moved: readonly After[], reason: string): Promise<void> {
  const everybody = await everybodyRegistered(
    ctx.db,
    moved.map(({ id }) => id),
  );
  const of = Map.groupBy(everybody, ({ event_id }) => event_id);
  for (const event of moved) {
    const people = of.get(event.id) ?? [];
    const told = await notFollowing(ctx.db, event, people);
    await tell(ctx, { kind: 'events.moved-registered', ...noticeOf(event, told) });
    await sendLetters(ctx, people, (one) => movedLetter(ctx.hub, event, one, event.was, reason));
  }
}
