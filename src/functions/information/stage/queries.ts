/** F1.4 Reads of showcases, their parts and the hands raised for them. All of it is public but the number of the hall. */

import { pictureColumn } from '#commons/files/index.ts';
import { type Hiding, hidingJson } from '#commons/moderation/index.ts';
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Access, Audience, ShownPicture } from '#kernel/facets.ts';
import { type ShowcaseFilter, whereOf } from './list-filter.ts';
import type { HandFacts, ShowcaseFacts } from './rules.ts';
import { type Equipment, type HandState, notFound, type ShowcaseKind } from './showcase.ts';

export interface ListedShowcase extends ShowcaseFacts {
  id: string;
  kind: ShowcaseKind;
  title: string;
  about: string;
  place: string;
  address: string;
  version: number;
  announced_at: Date;
  host_kind: ActorKind;
  host_name: string;
  event_id: string | null;
  fields: number[];
  district: string;
  audience: Audience[];
  /** yen; 0: free */
  fee: number;
  access: Access[];
  /** of its event */
  picture: ShownPicture | null;
  hiding: Hiding | null;
}

/** SQL of the picture of the event of showcase `s`, at which its audience registers. */
export const EVENT_PICTURE = `(select ${pictureColumn('event', 'pe')} from town_events pe
  where pe.hub_id = s.hub_id and pe.id = s.event_id and pe.hidden_at is null)`;

const LISTED = `s.id, s.kind, s.title, case when s.hidden_at is null then s.about else '' end as about, s.place, s.address, s.version,
  s.announced_at, s.host_id, h.kind as host_kind, h.name as host_name, s.event_id, s.fields, s.district, s.audience, s.fee, s.access, s.rule, s.starts_at, s.ends_at, s.call_until,
  s.cancelled_at, s.drawn_at, case when s.hidden_at is null then ${EVENT_PICTURE} end as picture,
  ${hidingJson('showcase', 's')} as hiding`;
const FROM = 'showcases s join actors h on h.hub_id = s.hub_id and h.id = s.host_id';

/** Coming: the next first; past: the latest first. Keys: their ends. */
export async function listedShowcases(
  db: Db,
  filter: ShowcaseFilter,
  now: Date,
): Promise<{ showcases: ListedShowcase[]; more: boolean }> {
  const { limit } = filter;
  const { where, values } = whereOf(filter, now);
  const rows = await run<ListedShowcase>(
    db,
    `select ${LISTED} from ${FROM} where ${where.join(' and ')}
     order by ${filter.when === 'coming' ? 's.ends_at, s.id' : 's.ends_at desc, s.id desc'} limit $${values.push(limit + 1)}`,
    values,
  );
  return { showcases: rows.slice(0, limit), more: rows.length > limit };
}

const MOST_DISTRICTS = 20;

/** Districts in which showcases are held, as they were chosen or typed. */
export async function namedDistricts(db: Db): Promise<string[]> {
  const rows = await run<{ district: string }>(
    db,
    `select distinct district from (select district from showcases where hidden_at is null order by ends_at desc, id limit 200) newest
     where district <> '' order by district limit ${MOST_DISTRICTS}`,
  );
  return rows.map(({ district }) => district);
}

export interface ShownShowcase extends ListedShowcase {
  link: string;
  equipment: Equipment[];
  contact: string;
  rule_note: string;
  cancel_reason: string;
  chance: string;
  report: string;
  recording: string;
  reported_at: Date | null;
  /** when it was moved last; null: never */
  moved_at: Date | null;
  moved_reason: string;
  was_from: Date | null;
  was_to: Date | null;
  was_place: string;
}

const SHOWN = `${LISTED}, s.link, s.equipment, s.contact, s.rule_note, s.cancel_reason, s.chance,
  case when s.hidden_at is null then s.report else '' end as report, s.recording, s.reported_at,
  s.moved_at, s.moved_reason, s.was_from, s.was_to, s.was_place`;

/** @throws Refusal 'not-found' */
export async function shownShowcase(db: Db, id: string): Promise<ShownShowcase> {
  const [row] = await run<ShownShowcase>(db, `select ${SHOWN} from ${FROM} where s.id = $1`, [id]);
  if (!row) throw notFound();
  return row;
}

/** Held until the act is done, so that two acts on one showcase come one after the other. @throws Refusal 'not-found' */
export async function lockedShowcase(db: Db, id: string): Promise<ShownShowcase & { hall_code: string }> {
  const [row] = await run<ShownShowcase & { hall_code: string }>(
    db,
    `select ${SHOWN}, s.hall_code from ${FROM} where s.id = $1 for update of s`,
    [id],
  );
  if (!row) throw notFound();
  return row;
}

export interface Slot {
  id: string;
  showcase_id: string;
  label: string;
  place: string;
  starts_at: Date;
  ends_at: Date;
  cheers: number;
}

/** In the order of the programme. */
export function slotsOf(db: Db, showcaseId: string): Promise<Slot[]> {
  return run<Slot>(
    db,
    `select id, showcase_id, label, place, starts_at, ends_at, cheers from showcase_slots
     where showcase_id = $1 and removed_at is null order by starts_at, id limit 100`,
    [showcaseId],
  );
}

export interface Hand extends HandFacts {
  showcase_id: string;
  group_name: string;
  title: string;
  about: string;
  needs: Equipment[];
  needs_note: string;
  state: HandState;
  reason: string;
  recording: string;
  version: number;
  raised_at: Date;
  decided_at: Date | null;
  hiding: Hiding | null;
}

const HAND = `d.id, d.showcase_id, d.slot_id, d.group_id, g.name as group_name,
  case when d.hidden_at is null then d.title else '' end as title, case when d.hidden_at is null then d.about else '' end as about,
  d.needs, d.needs_note, d.state, d.rank, d.reason, d.recording, d.version, d.raised_at, d.decided_at, d.ended_at,
  ${hidingJson('showcase-hand', 'd')} as hiding`;
const HANDS = 'showcase_hands d join groups g on g.hub_id = d.hub_id and g.id = d.group_id';

/** Standing hands, in the order of raising. */
export function handsOf(db: Db, showcaseId: string): Promise<Hand[]> {
  return run<Hand>(
    db,
    `select ${HAND} from ${HANDS} where d.showcase_id = $1 and d.ended_at is null order by d.id limit 600`,
    [showcaseId],
  );
}

/** All that stood when the call ended: the list of the lot, whatever became of them since. */
export function handsAtEndOfCall(db: Db, showcaseId: string): Promise<(Hand & { slot_starts_at: Date })[]> {
  return run<Hand & { slot_starts_at: Date }>(
    db,
    `select ${HAND}, l.starts_at as slot_starts_at from ${HANDS}
     join showcases s on s.hub_id = d.hub_id and s.id = d.showcase_id
     join showcase_slots l on l.hub_id = d.hub_id and l.id = d.slot_id
     where d.showcase_id = $1 and (d.ended_at is null or d.ended_at >= s.call_until) order by d.id limit 600`,
    [showcaseId],
  );
}

/** @throws Refusal 'not-found' */
export async function handById(db: Db, id: string, lock: '' | 'for update of d' = ''): Promise<Hand> {
  const [row] = await run<Hand>(db, `select ${HAND} from ${HANDS} where d.id = $1 ${lock}`, [id]);
  if (!row) throw notFound();
  return row;
}

export interface Appearance {
  hand_id: string;
  title: string;
  slot_id: string;
  starts_at: Date;
  showcase_id: string;
  showcase_title: string;
}

/** Where a group presented and will present, the latest first. */
export function appearancesOf(db: Db, groupId: string): Promise<Appearance[]> {
  return run<Appearance>(
    db,
    `select d.id as hand_id, d.title, d.slot_id, l.starts_at, s.id as showcase_id, s.title as showcase_title from showcase_hands d
     join showcase_slots l on l.hub_id = d.hub_id and l.id = d.slot_id
     join showcases s on s.hub_id = d.hub_id and s.id = d.showcase_id and s.cancelled_at is null
     where d.group_id = $1 and d.state = 'holding' and d.hidden_at is null order by d.id desc limit 10`,
    [groupId],
  );
}

/** The six digits of the hall, for whoever organises or presents. Callers have asked who that is. */
export async function hallCodeOf(db: Db, showcaseId: string): Promise<string> {
  const [row] = await run<{ hall_code: string }>(db, 'select hall_code from showcases where id = $1', [showcaseId]);
  return row?.hall_code ?? '';
}

/** Parts that are held, with times, for calendars: those that begin on or after `from`, of these showcases (null: of all), at most 500. */
export function showcaseDates(db: Db, from: Date, showcaseIds: readonly string[] | null): Promise<(Slot & SlotDate)[]> {
  return run<Slot & SlotDate>(
    db,
    `select l.id, l.showcase_id, l.label, l.place, l.starts_at, l.ends_at, l.cheers, s.title as showcase_title, s.place as hall, s.version,
       s.cancelled_at, d.title, d.group_id, g.name as group_name,
       greatest(s.announced_at, s.moved_at, s.cancelled_at, d.raised_at, d.decided_at) as changed_at
     from showcase_slots l join showcases s on s.hub_id = l.hub_id and s.id = l.showcase_id and s.hidden_at is null
     join showcase_hands d on d.hub_id = l.hub_id and d.slot_id = l.id and d.state = 'holding' and d.hidden_at is null
     join groups g on g.hub_id = d.hub_id and g.id = d.group_id
     where l.removed_at is null and l.starts_at >= $1 and ($2::uuid[] is null or l.showcase_id = any($2))
     order by l.starts_at, l.id limit 500`,
    [from, showcaseIds],
  );
}

export interface SlotDate {
  showcase_title: string;
  hall: string;
  version: number;
  cancelled_at: Date | null;
  title: string;
  group_id: string;
  group_name: string;
  changed_at: Date;
}

/** The showcase whose audience registers at this event; null: it is an event of its own. */
export async function showcaseOfEvent(db: Db, eventId: string): Promise<{ id: string; title: string } | null> {
  const [row] = await run<{ id: string; title: string }>(
    db,
    'select id, title from showcases where event_id = $1 and hidden_at is null',
    [eventId],
  );
  return row ?? null;
}
