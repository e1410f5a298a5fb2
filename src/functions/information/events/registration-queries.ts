/** F1.1 Reads of registrations: one's own, by its ticket or its code. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { notFound } from './event.ts';

export interface OwnRegistration {
  id: string;
  places: number;
  ticket: string;
  admitted_at: Date | null;
  checked_in_at: Date | null;
}

const OWN = 'id, places, ticket, admitted_at, checked_in_at';

/** What a person has registered for this event; null: nothing that stands. */
export async function registrationOfPerson(db: Db, eventId: string, personId: string): Promise<OwnRegistration | null> {
  const [row] = await run<OwnRegistration>(
    db,
    `select ${OWN} from event_registrations where event_id = $1 and person_id = $2 and cancelled_at is null`,
    [eventId, personId],
  );
  return row ?? null;
}

/** The registration whose QR code it is, when it is one for this event and has been checked in. */
export async function checkedInByCode(db: Db, eventId: string, checkCode: string): Promise<OwnRegistration | null> {
  const [row] = await run<OwnRegistration>(
    db,
    `select ${OWN} from event_registrations
     where event_id = $1 and check_code = $2 and cancelled_at is null and checked_in_at is not null`,
    [eventId, checkCode],
  );
  return row ?? null;
}

export interface Ticket extends OwnRegistration {
  event_id: string;
  name: string;
  check_code: string;
  confirmed_at: Date | null;
  cancelled_at: Date | null;
}

async function ticketWhere(db: Db, column: 'ticket' | 'check_code', value: string): Promise<Ticket> {
  const [row] = await run<Ticket>(
    db,
    `select r.id, r.event_id, coalesce(nullif(r.name, ''), p.name, '') as name, r.places, r.ticket, r.check_code, r.confirmed_at,
       r.admitted_at, r.cancelled_at, r.checked_in_at
     from event_registrations r left join actors p on p.hub_id = r.hub_id and p.id = r.person_id where r.${column} = $1`,
    [value],
  );
  if (!row) throw notFound();
  return row;
}

/** For whoever holds its address. @throws Refusal 'not-found' */
export function ticketByKey(db: Db, ticket: string): Promise<Ticket> {
  return ticketWhere(db, 'ticket', ticket);
}

/** What a QR code leads to. @throws Refusal 'not-found' */
export function ticketByCode(db: Db, code: string): Promise<Ticket> {
  return ticketWhere(db, 'check_code', code);
}

export interface OwnTicket {
  ticket: string;
  places: number;
  admitted_at: Date | null;
  event_id: string;
  title: string;
  starts_at: Date;
  ends_at: Date;
  place: string;
  event_cancelled_at: Date | null;
}

/** What a person has registered for, latest first; at most a hundred. */
export function ticketsOf(db: Db, personId: string): Promise<OwnTicket[]> {
  return run<OwnTicket>(
    db,
    `select r.ticket, r.places, r.admitted_at, e.id as event_id, e.title, e.starts_at, e.ends_at, e.place, e.cancelled_at as event_cancelled_at
     from event_registrations r join town_events e on e.hub_id = r.hub_id and e.id = r.event_id
     where r.person_id = $1 and r.cancelled_at is null order by e.starts_at desc, r.id limit 100`,
    [personId],
  );
}

/** The address of an event's online room, for those who are let in. */
export async function onlineLinkOf(db: Db, eventId: string): Promise<string> {
  const [row] = await run<{ online_link: string }>(db, 'select online_link from town_events where id = $1', [eventId]);
  return row?.online_link ?? '';
}
