/** F1.1, F1.4 What whoever holds the event does about those who come: enters who telephoned, checks in, counts. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { formatTime } from '#kernel/dates.ts';
import { line } from '#kernel/text.ts';
import { notFound, refusalFor } from './event.ts';
import type { NamedEvent } from './event-tags.ts';
import { type EventRow, lockedEvent } from './queries.ts';
import { countPlaces } from './queue.ts';
import { aboutPlaces, companionsInput, giveBack, insertRegistration, noteInput } from './register.ts';
import { isAdmitted, mayCheckIn, mayOrganise } from './rules.ts';

/** The event, held, when the reader holds it. @throws Refusal not-host, cancelled, not-found */
async function heldEvent(ctx: ActionContext, id: string): Promise<EventRow> {
  const event = await lockedEvent(ctx.db, id);
  const no = mayOrganise(ctx.reader, event);
  if (no) throw refusalFor(no);
  if (event.cancelled_at) throw refusalFor('cancelled');
  return event;
}

/** Somebody telephoned or stands at the door: their name alone is kept. `here`: they have come. @throws Refusal full-for-desk, too-early */
export const enterByDesk = action({
  name: 'events.enter-by-desk',
  input: z.object({
    id: z.uuid(),
    name: line({ max: 60 }),
    companions: companionsInput,
    note: noteInput,
    here: z.string().optional().default(''),
  }),
  async run(ctx, { id, name, companions, note, here }): Promise<NamedEvent> {
    const event = await heldEvent(ctx, id);
    if (!event.takes_registrations) throw refusalFor('no-registration');
    const isHere = here === 'yes';
    const no = isHere ? mayCheckIn(ctx.reader, event, ctx.now) : ctx.now >= event.ends_at ? ('over' as const) : null;
    if (no) throw refusalFor(no);
    const places = companions + 1;
    const free = event.capacity === null ? places : event.capacity - event.taken;
    const admitted = isHere ? places <= free : isAdmitted(event, places);
    if (isHere && !admitted) throw refusalFor('full-for-desk', { field: 'companions', facts: { free } });
    const registration = await insertRegistration(ctx, event, {
      ...{ way: 'desk', personId: null, name, email: null, lang: 'ja', companions, note },
      ...{ ticket: ctx.randomId(), checkCode: ctx.randomId(), enteredBy: ctx.person.id },
      ...{ confirmedAt: ctx.now, admittedAt: admitted ? ctx.now : null },
    });
    await countPlaces(ctx, event, admitted ? { taken: places } : { waiting: places });
    if (isHere) await setCheckedIn(ctx, event, { id: registration, places });
    await ctx.record({ verb: 'events.entered-by-desk', ...aboutPlaces(event) });
    return { id, title: event.title };
  },
});

async function setCheckedIn(ctx: ActionContext, event: EventRow, one: { id: string; places: number }): Promise<void> {
  await run(
    ctx.db,
    'update event_registrations set checked_in_at = $3, checked_in_by = $4 where hub_id = $1 and id = $2',
    [ctx.hub.id, one.id, ctx.now, ctx.person.id],
  );
  await countPlaces(ctx, event, { came: one.places });
}

interface Coming {
  id: string;
  places: number;
  admitted_at: Date | null;
  cancelled_at: Date | null;
  checked_in_at: Date | null;
}

async function lockedRegistration(ctx: ActionContext, eventId: string, registration: string): Promise<Coming> {
  const [row] = await run<Coming>(
    ctx.db,
    'select id, places, admitted_at, cancelled_at, checked_in_at from event_registrations where event_id = $1 and id = $2 for update',
    [eventId, registration],
  );
  if (!row) throw notFound();
  return row;
}

const ONE = z.object({ id: z.uuid(), registration: z.uuid() });

/** By the list, or by the QR code of the ticket. @throws Refusal checked-in-already with the time, not-admitted, not-registered, too-early */
export const checkIn = action({
  name: 'events.check-in',
  input: ONE,
  async run(ctx, { id, registration }): Promise<NamedEvent> {
    const event = await heldEvent(ctx, id);
    const no = mayCheckIn(ctx.reader, event, ctx.now);
    if (no) throw refusalFor(no);
    const one = await lockedRegistration(ctx, id, registration);
    if (one.cancelled_at) throw refusalFor('not-registered');
    if (one.checked_in_at)
      throw refusalFor('checked-in-already', { facts: { time: formatTime(one.checked_in_at, ctx.lang) } });
    if (!one.admitted_at) throw refusalFor('not-admitted');
    await setCheckedIn(ctx, event, one);
    await ctx.record({ verb: 'events.checked-in', ...aboutPlaces(event) });
    return { id, title: event.title };
  },
});

/** The wrong name was ticked. */
export const takeCheckInBack = action({
  name: 'events.take-check-in-back',
  input: ONE,
  async run(ctx, { id, registration }): Promise<NamedEvent> {
    const event = await heldEvent(ctx, id);
    const one = await lockedRegistration(ctx, id, registration);
    if (!one.checked_in_at) throw refusalFor('not-checked-in');
    await run(
      ctx.db,
      'update event_registrations set checked_in_at = null, checked_in_by = null where hub_id = $1 and id = $2',
      [ctx.hub.id, registration],
    );
    await countPlaces(ctx, event, { came: -one.places });
    await ctx.record({ verb: 'events.check-in-taken-back', ...aboutPlaces(event) });
    return { id, title: event.title };
  },
});

/** Somebody telephoned that they can't come. */
export const cancelByDesk = action({
  name: 'events.cancel-by-desk',
  input: ONE,
  async run(ctx, { id, registration }): Promise<NamedEvent> {
    const event = await heldEvent(ctx, id);
    await lockedRegistration(ctx, id, registration);
    const after = await giveBack(ctx, 'id = $1', [registration]);
    await ctx.record({ verb: 'events.unregistered', ...aboutPlaces(after) });
    return { id, title: event.title };
  },
});

/** How many came, counted otherwise: by eye, by the chairs. Public. */
export const countAttendance = action({
  name: 'events.count-attendance',
  input: z.object({
    id: z.uuid(),
    attendance: z.coerce
      .number({ error: 'not-a-number' })
      .int('not-a-number')
      .min(0, 'not-a-number')
      .max(100_000, 'not-a-number'),
  }),
  async run(ctx, { id, attendance }): Promise<NamedEvent> {
    const event = await heldEvent(ctx, id);
    if (ctx.now < event.starts_at) throw refusalFor('not-over');
    await run(ctx.db, 'update town_events set attendance = $3 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      id,
      attendance,
    ]);
    await ctx.record({
      verb: 'events.attendance-counted',
      object: { kind: 'event', id, version: event.version },
      public: { title: event.title, event: id, attendance },
      parts: [{ part: 'attendance', actorId: event.host_id, content: { attendance } }],
      tags: ['events', `event:${id}`],
      as: event.host_id,
    });
    return { id, title: event.title };
  },
});
