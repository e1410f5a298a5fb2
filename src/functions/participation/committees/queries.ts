/** F9.9 Reads of committees with their seats, calls and sittings: what is public of them. */
import { type AttachedFile, filesColumn } from '#commons/files/index.ts';
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { notFound, type SeatKind } from './committee.ts';
import type { CallFacts, SittingFacts } from './facts.ts';

export interface Committee {
  id: string;
  name: string;
  about: string;
  basis: string;
  contact: string;
  women: number | null;
  under_forty: number | null;
  counted_on: string | null;
  minutes_days: number;
  set_up_at: Date;
  division_id: string;
  division_name: string;
  division_kind: ActorKind;
}

export interface SittingChange {
  id: string;
  reason: string;
  /** ISO 8601, as the others */
  was_from: string;
  was_to: string;
  was_place: string;
  at: string;
}

export interface Seat {
  id: string;
  number: number;
  kind: SeatKind;
  holder: string;
  term_from: string | null;
  term_until: string | null;
}

export interface Call extends CallFacts {
  id: string;
  committee_id: string;
  committee_name: string;
  division_id: string;
  seats: number;
  criteria: string;
  application_count: number;
  reason: string | null;
  list_hash: string | null;
  chance: string | null;
}

export interface Sitting extends SittingFacts {
  id: string;
  number: number;
  place: string;
  agenda: string[];
  closed_reason: string;
  observer_count: number;
  chance: string | null;
  /** of a lot: the numbers in it, those drawn, the fingerprint of the list */
  lot_numbers: number[] | null;
  lot_drawn: number[] | null;
  lot_list_hash: string | null;
  called_at: Date;
  cancel_reason: string | null;
  version: number;
  committee_id: string;
  committee_name: string;
  division_id: string;
  division_name: string;
}

const COMMITTEE = `c.id, c.name, c.about, c.basis, c.contact, c.women, c.under_forty, c.counted_on, c.minutes_days, c.set_up_at,
  c.division_id, a.name as division_name, a.kind as division_kind`;
const COMMITTEES = 'committees c join actors a on a.hub_id = c.hub_id and a.id = c.division_id';
const CALL = `k.id, k.committee_id, c.name as committee_name, c.division_id, k.seats, k.method, k.criteria, k.opens_at, k.closes_at,
  k.application_count, k.settled_at, k.reason, k.list_hash, k.chance`;
const CALLS = 'committee_calls k join committees c on c.hub_id = k.hub_id and c.id = k.committee_id';
const SITTING = `s.id, s.number, s.starts_at, s.ends_at, s.place, s.agenda, s.closed_reason, s.observer_places, s.observer_method,
  s.observers_until, s.observer_count, s.observers_drawn_at, s.chance, s.lot_numbers, s.lot_drawn,
  s.lot_list_hash, s.called_at, s.cancelled_at, s.cancel_reason,
  s.minutes_due_on, s.minutes_version, s.version, s.committee_id, c.name as committee_name, c.division_id, a.name as division_name`;
const SITTINGS = `sittings s join committees c on c.hub_id = s.hub_id and c.id = s.committee_id
  join actors a on a.hub_id = c.hub_id and a.id = c.division_id`;

/** Newest first. */
export async function listedCommittees(db: Db, before: string | null, limit: number) {
  const rows = await run<Committee>(
    db,
    `select ${COMMITTEE} from ${COMMITTEES} where $1::uuid is null or c.id < $1 order by c.id desc limit $2`,
    [before, limit + 1],
  );
  return { committees: rows.slice(0, limit), more: rows.length > limit };
}

/** `lock`: held against a second act until this one is done. @throws Refusal 'not-found' */
export async function committeeById(db: Db, id: string, lock: '' | 'for update of c' = ''): Promise<Committee> {
  const [row] = await run<Committee>(db, `select ${COMMITTEE} from ${COMMITTEES} where c.id = $1 ${lock}`, [id]);
  if (!row) throw notFound();
  return row;
}

export function seatsOf(db: Db, committeeId: string): Promise<Seat[]> {
  return run<Seat>(
    db,
    'select id, number, kind, holder, term_from, term_until from committee_seats where committee_id = $1 order by number',
    [committeeId],
  );
}

/** The latest calls of a committee. */
export function callsOf(db: Db, committeeId: string): Promise<Call[]> {
  return run<Call>(db, `select ${CALL} from ${CALLS} where k.committee_id = $1 order by k.id desc limit 5`, [
    committeeId,
  ]);
}

/** @throws Refusal 'not-found' */
export async function callById(db: Db, id: string, lock: '' | 'for update of k' = ''): Promise<Call> {
  const [row] = await run<Call>(db, `select ${CALL} from ${CALLS} where k.id = $1 ${lock}`, [id]);
  if (!row) throw notFound();
  return row;
}

const MOST_SITTINGS = 20;

/** The latest sittings of a committee, those to come among them. */
export function sittingsOf(db: Db, committeeId: string): Promise<Sitting[]> {
  return run<Sitting>(
    db,
    `select ${SITTING} from ${SITTINGS} where s.committee_id = $1 order by s.number desc limit ${MOST_SITTINGS}`,
    [committeeId],
  );
}

/** @throws Refusal 'not-found' */
export async function sittingById(db: Db, id: string, lock: '' | 'for update of s' = ''): Promise<Sitting> {
  const [row] = await run<Sitting>(db, `select ${SITTING} from ${SITTINGS} where s.id = $1 ${lock}`, [id]);
  if (!row) throw notFound();
  return row;
}

/** Sittings that begin at or after `from`, of all committees or of one thing (a committee, a sitting). */
export function sittingsFrom(db: Db, from: Date, thingId: string | null, limit: number): Promise<Sitting[]> {
  return run<Sitting>(
    db,
    `select ${SITTING} from ${SITTINGS} where s.starts_at >= $1 and ($2::uuid is null or s.id = $2 or s.committee_id = $2)
     order by s.starts_at, s.id limit $3`,
    [from, thingId, limit],
  );
}

/** Its papers, and where and when it was to be before, the latest first. */
export async function papersAndMoves(
  db: Db,
  sittingId: string,
): Promise<{ files: AttachedFile[]; changes: SittingChange[] }> {
  const [row] = await run<{ files: AttachedFile[]; changes: SittingChange[] }>(
    db,
    `select ${filesColumn('sitting', 's')} as files,
       coalesce((select json_agg(json_build_object('id', x.id, 'reason', x.reason, 'was_from', x.was_from, 'was_to', x.was_to,
         'was_place', x.was_place, 'at', x.at) order by x.id desc)
         from sitting_changes x where x.hub_id = s.hub_id and x.sitting_id = s.id), '[]') as changes
     from sittings s where s.id = $1`,
    [sittingId],
  );
  return row ?? { files: [], changes: [] };
}

export interface Minutes {
  version: number;
  body: string;
  changed: string;
  saves: number;
  published_at: Date | null;
}

/** Newest first; a draft among them has no date of publication. */
export function minutesOf(db: Db, sittingId: string): Promise<Minutes[]> {
  return run<Minutes>(
    db,
    'select version, body, changed, saves, published_at from sitting_minutes where sitting_id = $1 order by version desc',
    [sittingId],
  );
}

/** All sittings in the order they were announced, some at a time. */
export function sittingsAfter(db: Db, after: string | null, limit: number): Promise<Sitting[]> {
  return run<Sitting>(
    db,
    `select ${SITTING} from ${SITTINGS} where $1::uuid is null or s.id > $1 order by s.id limit $2`,
    [after, limit],
  );
}

/** The sittings announced last, for the feed. */
export function newestSittings(db: Db, limit: number): Promise<Sitting[]> {
  return run<Sitting>(db, `select ${SITTING} from ${SITTINGS} order by s.id desc limit $1`, [limit]);
}
