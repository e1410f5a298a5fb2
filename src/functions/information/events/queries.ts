/** F1.1 Reads of events, shaped for their views. What a hidden event says is in none of them; nor, but for acts, the online link. */
import { type AttachedFile, filesColumn, pictureColumn } from '#commons/files/index.ts';
import { type Hiding, hidingJson } from '#commons/moderation/index.ts';
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { stillGoing } from '#kernel/database/still-going.ts';
import { endOfTokyoDay, startOfTokyoDay } from '#kernel/dates.ts';
import type { Access, Audience, ShownPicture } from '#kernel/facets.ts';
import { gramsQuery } from '#kernel/grams.ts';
import { notFound } from './event.ts';
import { NO_FILTER } from './list-filter.ts';
import type { Places } from './rules.ts';

export interface ListedEvent extends Places {
  series_id: string | null;
  number: number;
  title: string;
  about: string;
  place: string;
  address: string;
  district: string;
  lat: number | null;
  lng: number | null;
  is_online: boolean;
  fee: number;
  fee_note: string;
  audience: Audience[];
  audience_note: string;
  fields: number[];
  tags: string[];
  access: Access[];
  access_note: string;
  contact: string;
  came: number;
  attendance: number | null;
  version: number;
  published_at: Date;
  changed_at: Date;
  host_kind: ActorKind;
  host_name: string;
  picture: ShownPicture | null;
}

export interface EventRow extends Omit<ListedEvent, 'host_kind' | 'host_name' | 'picture'> {
  online_link: string;
}

/** Its words while it isn't hidden; the name stays. */
const said = (column: string, none = `''`) =>
  `case when e.hidden_at is null then e.${column} else ${none} end as ${column}`;

const COLUMNS = `e.id, e.series_id, e.number, e.host_id, e.title, ${said('about')}, e.starts_at, e.ends_at, ${said('place')}, ${said('address')},
  e.district, e.lat, e.lng, e.is_online, e.fee, ${said('fee_note')}, e.audience, ${said('audience_note')}, e.fields,
  ${said('tags', `'{}'::text[]`)}, e.access, ${said('access_note')}, ${said('contact')}, e.takes_registrations, e.capacity, e.companions,
  e.registration_from, e.registration_until, e.taken, e.waiting, e.came, e.attendance, e.version, e.published_at, e.changed_at,
  e.cancelled_at, e.hidden_at`;
const LISTED = `${COLUMNS}, h.kind as host_kind, h.name as host_name,
  case when e.hidden_at is null then ${pictureColumn('event', 'e')} end as picture`;
const EVENTS = 'town_events e join actors h on h.hub_id = e.hub_id and h.id = e.host_id';

export interface EventFilter {
  /** coming: what has not ended, next first; past: what has, latest first */
  when: 'coming' | 'past';
  q: string;
  field: number | null;
  district: string;
  /** a day of Tokyo; '' any */
  day: string;
  free: boolean;
  access: Access | '';
  online: boolean;
  audience: Audience | '';
  tag: string;
  hostId: string | null;
  seriesId: string | null;
  /** of the last event of the page before */
  after: { starts_at: Date; id: string } | null;
  limit: number;
}

/** Conditions and their values; $1 is always the present moment. */
function whereOf(filter: EventFilter, now: Date) {
  const values: unknown[] = [now];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = [filter.when === 'coming' ? 'e.ends_at > $1' : 'e.ends_at <= $1', 'e.hidden_at is null'];
  const grams = filter.q ? gramsQuery(filter.q) : null;
  if (grams) where.push(`e.grams @@ ${bind(grams)}::tsquery`);
  if (filter.field) where.push(`${bind(filter.field)}::smallint = any(e.fields)`);
  if (filter.district) where.push(`e.district = ${bind(filter.district)}`);
  if (filter.day) {
    where.push(`e.starts_at < ${bind(endOfTokyoDay(filter.day))}::timestamptz`);
    where.push(`e.ends_at > ${bind(startOfTokyoDay(filter.day))}::timestamptz`);
  }
  if (filter.free) where.push('e.fee = 0');
  if (filter.access) where.push(`${bind(filter.access)} = any(e.access)`);
  if (filter.online) where.push('e.is_online');
  if (filter.audience) where.push(`(e.audience = '{}' or ${bind(filter.audience)} = any(e.audience))`);
  if (filter.tag) where.push(`${bind(filter.tag)} = any(e.tags)`);
  if (filter.hostId) where.push(`e.host_id = ${bind(filter.hostId)}`);
  if (filter.seriesId) where.push(`e.series_id = ${bind(filter.seriesId)}`);
  return { where, values, bind };
}

/** SQL of the first that have not ended at `moment` and meet the conditions on `e`. */
function goingOn(where: readonly string[], moment: string, limit: string): string {
  const branches = stillGoing('e', moment).map(
    (going) =>
      `(select * from town_events e where ${[...where, going].join(' and ')} order by e.starts_at, e.id limit ${limit})`,
  );
  return `select ${LISTED} from (${branches.join(' union all ')}) e join actors h on h.hub_id = e.hub_id and h.id = e.host_id
    order by e.starts_at, e.id limit ${limit}`;
}

/** A page of events; whether there are more is known by one row beyond it. */
export async function listedEvents(
  db: Db,
  filter: EventFilter,
  now: Date,
): Promise<{ events: ListedEvent[]; more: boolean }> {
  const { where, values, bind } = whereOf(filter, now);
  const coming = filter.when === 'coming';
  if (filter.after) {
    const { starts_at, id } = filter.after;
    where.push(`(e.starts_at, e.id) ${coming ? '>' : '<'} (${bind(starts_at)}::timestamptz, ${bind(id)}::uuid)`);
  }
  const rows = await run<ListedEvent>(
    db,
    coming
      ? goingOn(where, '$1', bind(filter.limit + 1))
      : `select ${LISTED} from ${EVENTS} where ${where.join(' and ')} and e.starts_at < $1
         order by e.starts_at desc, e.id desc limit ${bind(filter.limit + 1)}`,
    values,
  );
  return { events: rows.slice(0, filter.limit), more: rows.length > filter.limit };
}

/** Everything of the filter, for export; walks by key so that memory stays bounded. */
export async function* allEvents(
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  filter: EventFilter,
  now: Date,
): AsyncGenerator<ListedEvent[]> {
  let after: EventFilter['after'] = null;
  for (;;) {
    const from = after;
    const page: { events: ListedEvent[]; more: boolean } = await read((db) =>
      listedEvents(db, { ...filter, after: from, limit: 500 }, now),
    );
    if (page.events.length > 0) yield page.events;
    const last = page.events.at(-1);
    if (!page.more || !last) return;
    after = { starts_at: last.starts_at, id: last.id };
  }
}

const MOST_A_MONTH = 500;

/** Everything that is on between two moments, for a calendar of days. */
export function eventsBetween(db: Db, from: Date, to: Date, filter: Partial<EventFilter> = {}): Promise<ListedEvent[]> {
  const { where, values, bind } = whereOf({ ...NO_FILTER, ...filter }, from);
  where.push(`e.starts_at < ${bind(to)}::timestamptz`);
  return run<ListedEvent>(db, goingOn(where, '$1', String(MOST_A_MONTH)), values);
}

/** Announced last, for the feed; of a series its first day alone. */
export function newestEvents(db: Db, filter: EventFilter, limit: number): Promise<ListedEvent[]> {
  const { where, values, bind } = whereOf({ ...filter, when: 'coming' }, new Date(0));
  return run<ListedEvent>(
    db,
    `select ${LISTED} from ${EVENTS} where ${where.join(' and ')} and e.number = 1
     order by e.published_at desc, e.id desc limit ${bind(limit)}`,
    values,
  );
}

/** Coming events of one host, next first. For its own pages. */
export async function eventsOfHost(db: Db, hostId: string, now: Date, limit: number): Promise<ListedEvent[]> {
  return (await listedEvents(db, { ...NO_FILTER, hostId, limit }, now)).events;
}

const MOST_DATES = 500;

/** Events that begin on or after `from`: all, or of one thing, whichever it is (an event, a series, who holds it). */
export function eventsFrom(db: Db, from: Date, thingId: string | null): Promise<ListedEvent[]> {
  return run<ListedEvent>(
    db,
    `select ${LISTED} from ${EVENTS}
     where e.starts_at >= $1 and e.hidden_at is null and ($2::uuid is null or e.id = $2 or e.series_id = $2 or e.host_id = $2)
     order by e.starts_at, e.id limit ${MOST_DATES}`,
    [from, thingId],
  );
}

/** Every day of these events, or of these series, from `from` on. */
export function daysOf(db: Db, of: 'id' | 'series_id', ids: readonly string[], from: Date): Promise<ListedEvent[]> {
  return run<ListedEvent>(
    db,
    `select ${LISTED} from ${EVENTS} where e.${of} = any($1::uuid[]) and e.starts_at >= $2 and e.hidden_at is null
     order by e.starts_at, e.id limit ${MOST_DATES}`,
    [ids, from],
  );
}

export interface EventChange {
  kind: 'moved' | 'changed' | 'cancelled';
  reason: string;
  was_from: string;
  was_to: string;
  was_place: string;
  at: string;
}

export interface OtherDay {
  id: string;
  title: string;
  starts_at: string;
  ends_at: string;
  cancelled_at: string | null;
}

export interface ShownEvent extends ListedEvent {
  has_link: boolean;
  /** whoever holds it is a registered group, with a page among the groups */
  is_group: boolean;
  hiding: Hiding | null;
  changes: EventChange[];
  /** days of its series around now, itself among them */
  days: OtherDay[];
  files: AttachedFile[];
}

const MOST_DAYS_SHOWN = 12;

/** An event's own page. One statement. @throws Refusal 'not-found' */
export async function eventById(db: Db, id: string, now: Date): Promise<ShownEvent> {
  const [row] = await run<ShownEvent>(
    db,
    `select ${LISTED}, e.online_link <> '' as has_link,
       exists (select from groups g where g.hub_id = e.hub_id and g.id = e.host_id) as is_group, ${hidingJson('event', 'e')} as hiding, ${filesColumn('event', 'e')} as files,
       coalesce((select json_agg(json_build_object('kind', c.kind, 'reason', c.reason, 'was_from', c.was_from, 'was_to', c.was_to,
           'was_place', c.was_place, 'at', c.at) order by c.id)
         from event_changes c where c.hub_id = e.hub_id and c.event_id = e.id), '[]'::json) as changes,
       case when e.series_id is null then '[]'::json else coalesce((
         select json_agg(json_build_object('id', d.id, 'title', d.title, 'starts_at', d.starts_at, 'ends_at', d.ends_at,
           'cancelled_at', d.cancelled_at) order by d.starts_at)
         from (select o.id, o.title, o.starts_at, o.ends_at, o.cancelled_at from town_events o
           where o.hub_id = e.hub_id and o.series_id = e.series_id and (o.ends_at > $2 or o.id = e.id) and o.hidden_at is null
           order by o.starts_at limit ${MOST_DAYS_SHOWN}) d), '[]'::json) end as days
     from ${EVENTS} where e.id = $1`,
    [id, now],
  );
  if (!row) throw notFound();
  return row;
}

/** The event with all it says, held against a second act until this one is done. @throws Refusal 'not-found' */
export async function lockedEvent(db: Db, id: string): Promise<EventRow> {
  const [row] = await run<EventRow>(db, `select ${ROW} from town_events e where e.id = $1 for update`, [id]);
  if (!row) throw notFound();
  return row;
}

const ROW = `e.id, e.series_id, e.number, e.host_id, e.title, e.about, e.starts_at, e.ends_at, e.place, e.address, e.district, e.lat, e.lng,
  e.is_online, e.online_link, e.fee, e.fee_note, e.audience, e.audience_note, e.fields, e.tags, e.access, e.access_note, e.contact,
  e.takes_registrations, e.capacity, e.companions, e.registration_from, e.registration_until, e.taken, e.waiting, e.came, e.attendance,
  e.version, e.published_at, e.changed_at, e.cancelled_at, e.hidden_at`;

/** This day of a series and every later one that stands, in their order, held. */
export function lockedLater(db: Db, event: Pick<EventRow, 'id' | 'series_id' | 'starts_at'>): Promise<EventRow[]> {
  return run<EventRow>(
    db,
    `select ${ROW} from town_events e
     where e.series_id = $1 and e.starts_at >= $2 and (e.cancelled_at is null or e.id = $3) order by e.starts_at, e.id for update`,
    [event.series_id, event.starts_at, event.id],
  );
}

/** The next day of a series, or its last one. Null: there is no such series. */
export async function dayOfSeries(db: Db, seriesId: string, now: Date): Promise<{ id: string; title: string } | null> {
  const [row] = await run<{ id: string; title: string }>(
    db,
    `select id, title from town_events where series_id = $1
     order by (ends_at > $2 and cancelled_at is null) desc, case when ends_at > $2 then starts_at end, starts_at desc limit 1`,
    [seriesId, now],
  );
  return row ?? null;
}
