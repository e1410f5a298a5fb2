/** F1.1, F1.4 Registering with an account, in one press; and giving one's place back, by whoever has the ticket. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { prose } from '#kernel/text.ts';
import { notFound, refusalFor } from './event.ts';
import { eventTags, type NamedEvent } from './event-tags.ts';
import { registeredLetter } from './letters.ts';
import { type EventRow, lockedEvent } from './queries.ts';
import { countPlaces, promote } from './queue.ts';
import { isAdmitted, mayRegister } from './rules.ts';
import { FROM_REGISTERED, type Means, REGISTERED, type Registered, sendLetter } from './tell-registered.ts';

export const NOTE_LIMIT = 300;

export const companionsInput = z
  .union([
    z.literal(''),
    z.coerce.number({ error: 'not-a-number' }).int('not-a-number').min(0, 'not-a-number').max(20, 'not-a-number'),
  ])
  .optional()
  .default(0)
  .transform((n) => (n === '' ? 0 : n));
export const noteInput = prose({ min: 0, max: NOTE_LIMIT }).optional().default('');

/** @throws Refusal too-many-companions: more than one may bring, or than there will ever be places for */
export function checkCompanions(event: Pick<EventRow, 'companions' | 'capacity'>, companions: number): void {
  const most = Math.min(event.companions, (event.capacity ?? 1000) - 1);
  if (companions > most) throw refusalFor('too-many-companions', { field: 'companions', facts: { most } });
}

export interface NewRegistration {
  way: 'account' | 'mail' | 'desk';
  personId: string | null;
  name: string;
  email: string | null;
  lang: string;
  companions: number;
  note: string;
  ticket: string;
  checkCode: string;
  enteredBy: string | null;
  /** null: a guest who is still to open the letter */
  confirmedAt: Date | null;
  admittedAt: Date | null;
}

export async function insertRegistration(
  means: Means,
  event: Pick<EventRow, 'id'>,
  one: NewRegistration,
): Promise<string> {
  const id = means.newId();
  await run(
    means.db,
    `insert into event_registrations (hub_id, id, event_id, way, person_id, name, email, lang, companions, note, ticket, check_code, entered_by,
       asked_at, confirmed_at, admitted_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[means.hub.id, id, event.id, one.way, one.personId, one.name, one.email, one.lang, one.companions, one.note],
      ...[one.ticket, one.checkCode, one.enteredBy, means.now, one.confirmedAt, one.admittedAt],
    ],
  );
  return id;
}

export async function registeredById(means: Pick<Means, 'db'>, id: string): Promise<Registered> {
  const [row] = await run<Registered>(means.db, `select ${REGISTERED} from ${FROM_REGISTERED} where r.id = $1`, [id]);
  return row!;
}

export interface Answer extends NamedEvent {
  registration: string;
  ticket: string;
  admitted: boolean;
}

/** @throws Refusal closed, not-yet, no-registration, cancelled, over, registered-already, too-many-companions */
export const register = action({
  name: 'events.register',
  input: z.object({ id: z.uuid(), companions: companionsInput, note: noteInput }),
  async run(ctx, { id, companions, note }): Promise<Answer> {
    const event = await lockedEvent(ctx.db, id);
    const no = mayRegister(event, ctx.now);
    if (no) throw refusalFor(no);
    checkCompanions(event, companions);
    const there = await run(
      ctx.db,
      'select id from event_registrations where event_id = $1 and person_id = $2 and cancelled_at is null',
      [id, ctx.person.id],
    );
    if (there.length > 0) throw refusalFor('registered-already');
    const admitted = isAdmitted(event, companions + 1);
    const ticket = ctx.randomId();
    const registration = await insertRegistration(ctx, event, {
      ...{ way: 'account', personId: ctx.person.id, name: '', email: null, lang: ctx.lang, companions, note },
      ...{
        ticket,
        checkCode: ctx.randomId(),
        enteredBy: null,
        confirmedAt: ctx.now,
        admittedAt: admitted ? ctx.now : null,
      },
    });
    await countPlaces(ctx, event, admitted ? { taken: companions + 1 } : { waiting: companions + 1 });
    await ctx.record({ verb: 'events.registered', ...aboutPlaces(event) });
    const own = await registeredById(ctx, registration);
    await sendLetter(ctx, own, registeredLetter(ctx.hub, event, own));
    return { id, title: event.title, registration, ticket, admitted };
  },
});

/** Who registers is nobody else's business: the event is kept for the audit, and has no words in public. */
export function aboutPlaces(event: EventRow) {
  return { object: { kind: 'event', id: event.id, version: event.version }, tags: eventTags(event) };
}

interface Given {
  id: string;
  event_id: string;
  places: number;
  admitted_at: Date | null;
  confirmed_at: Date | null;
  checked_in_at: Date | null;
}

/** Gives the places of a registration back, and lets in whoever is next. Doing it twice changes nothing. */
export async function giveBack(means: Means, where: string, values: readonly unknown[]): Promise<EventRow> {
  const [found] = await run<{ event_id: string }>(
    means.db,
    `select event_id from event_registrations where ${where}`,
    values,
  );
  if (!found) throw notFound();
  const event = await lockedEvent(means.db, found.event_id);
  const [given] = await run<Given>(
    means.db,
    `select id, event_id, places, admitted_at, confirmed_at, checked_in_at from event_registrations where ${where} and cancelled_at is null for update`,
    values,
  );
  if (!given) return event;
  if (means.now >= event.ends_at || given.checked_in_at) throw refusalFor('over');
  await run(means.db, 'update event_registrations set cancelled_at = $3 where hub_id = $1 and id = $2', [
    means.hub.id,
    given.id,
    means.now,
  ]);
  if (!given.confirmed_at) return event;
  await countPlaces(means, event, given.admitted_at ? { taken: -given.places } : { waiting: -given.places });
  await promote(means, event);
  return event;
}

/** By whoever registered with their account. */
export const cancelRegistration = action({
  name: 'events.cancel-registration',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<NamedEvent> {
    const own = await run(
      ctx.db,
      'select id from event_registrations where event_id = $1 and person_id = $2 and cancelled_at is null',
      [id, ctx.person.id],
    );
    if (own.length === 0) throw refusalFor('not-registered');
    const event = await giveBack(ctx, 'event_id = $1 and person_id = $2 and cancelled_at is null', [id, ctx.person.id]);
    await ctx.record({ verb: 'events.unregistered', ...aboutPlaces(event) });
    return { id, title: event.title };
  },
});
