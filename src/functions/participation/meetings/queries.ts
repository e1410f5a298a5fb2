/** F9.2 Reads of meetings, shaped for their views. All of a meeting is public but the draft of its minutes. */

import type { DebateKind } from '#commons/discussion/index.ts';
import { type AttachedFile, filesColumn } from '#commons/files/index.ts';
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { stillGoing } from '#kernel/database/still-going.ts';
import { gramsQuery } from '#kernel/grams.ts';
import type { StepFree } from './meeting.ts';

export interface ListedMeeting {
  id: string;
  title: string;
  starts_at: Date;
  ends_at: Date;
  cancelled_at: Date | null;
  place: string;
  address: string;
  step_free: StepFree;
  captions: boolean;
  sign_language: boolean;
  note_taking: boolean;
  attendance: number | null;
  saying_count: number;
  minutes_version: number;
  called_at: Date;
  version: number;
  host_id: string;
  host_kind: ActorKind;
  host_name: string;
  round_id: string | null;
  round_year: number | null;
  round_number: number | null;
  debate_id: string | null;
  debate_kind: DebateKind | null;
  debate_title: string | null;
  about: string;
}

const LISTED = `m.id, m.title, m.about, m.starts_at, m.ends_at, m.cancelled_at, m.place, m.address, m.step_free, m.captions,
  m.sign_language, m.note_taking, m.attendance, m.saying_count, m.minutes_version, m.called_at, m.version, m.host_id,
  h.kind as host_kind, h.name as host_name, m.round_id, r.fiscal_year as round_year, r.number as round_number,
  m.debate_id, d.kind as debate_kind, d.title as debate_title`;

const BESIDE = `join actors h on h.hub_id = m.hub_id and h.id = m.host_id
  left join rounds r on r.hub_id = m.hub_id and r.id = m.round_id
  left join debates d on d.hub_id = m.hub_id and d.id = m.debate_id`;

export interface MeetingFilter {
  /** coming: what has not ended, next first; past: what has, latest first */
  when: 'coming' | 'past';
  q: string;
  roundId: string | null;
  debateId: string | null;
  /** of the last meeting of the page before */
  after: { starts_at: Date; id: string } | null;
  limit: number;
}

export interface MeetingsPage {
  meetings: ListedMeeting[];
  more: boolean;
  /** exact up to 1,000, else null */
  count: number | null;
}

const EXACT_UP_TO = 1000;

/** A page of meetings, and how many there are in all: two statements at once. */
export async function listedMeetings(db: Db, filter: MeetingFilter, now: Date): Promise<MeetingsPage> {
  const values: unknown[] = [now];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const coming = filter.when === 'coming';
  const where = [coming ? 'm.ends_at > $1' : 'm.ends_at <= $1'];
  const grams = filter.q ? gramsQuery(filter.q) : null;
  if (grams) where.push(`m.grams @@ ${bind(grams)}::tsquery`);
  if (filter.roundId) where.push(`(m.round_id = ${bind(filter.roundId)} or d.round_id = $${values.length})`);
  if (filter.debateId) where.push(`m.debate_id = ${bind(filter.debateId)}`);
  const [order, times] = coming
    ? ['m.starts_at, m.id', stillGoing('m', '$1')]
    : ['m.starts_at desc, m.id desc', ['m.starts_at < $1']];
  const matching = (more: string, rest: string) =>
    times
      .map(
        (time) => `(select m.* from meetings m left join debates d on d.hub_id = m.hub_id and d.id = m.debate_id
          where ${[...where, time, more].join(' and ')} ${rest})`,
      )
      .join(' union all ');
  const counted = run<{ n: number }>(
    db,
    `select count(*)::int as n from (
       select 1 from (${matching('true', `limit ${EXACT_UP_TO + 1}`)}) matching limit ${EXACT_UP_TO + 1}) first`,
    [...values],
  );
  const key = filter.after
    ? `(m.starts_at, m.id) ${coming ? '>' : '<'} (${bind(filter.after.starts_at)}::timestamptz, ${bind(filter.after.id)}::uuid)`
    : 'true';
  const limit = bind(filter.limit + 1);
  const [rows, [found]] = await Promise.all([
    run<ListedMeeting>(
      db,
      `select ${LISTED} from (${matching(key, `order by ${order} limit ${limit}`)}) m ${BESIDE} order by ${order} limit ${limit}`,
      values,
    ),
    counted,
  ]);
  const n = found?.n ?? 0;
  return {
    meetings: rows.slice(0, filter.limit),
    more: rows.length > filter.limit,
    count: n > EXACT_UP_TO ? null : n,
  };
}

/** Everything of the filter, for export; walks by key so that memory stays bounded. */
export async function* allMeetings(
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  filter: MeetingFilter,
  now: Date,
): AsyncGenerator<ListedMeeting[]> {
  let after: MeetingFilter['after'] = null;
  for (;;) {
    const page: MeetingsPage = await read((db) => listedMeetings(db, { ...filter, after, limit: 500 }, now));
    yield page.meetings;
    const last = page.meetings.at(-1);
    if (!page.more || !last) return;
    after = { starts_at: last.starts_at, id: last.id };
  }
}

const MOST_SHOWN = 5;

/** Meetings of a round (those on its proposals, too): what comes, and the last ones held. One statement. */
export function meetingsOfRound(db: Db, roundId: string): Promise<ListedMeeting[]> {
  return run<ListedMeeting>(
    db,
    `select ${LISTED} from (
       select * from meetings where round_id = $1
       union all
       select o.* from debates e join meetings o on o.hub_id = e.hub_id and o.debate_id = e.id where e.round_id = $1
     ) m ${BESIDE} order by m.starts_at desc limit ${MOST_SHOWN}`,
    [roundId],
  );
}

/** Meetings on one proposal, and those of its whole round that have not ended. One statement. */
export function meetingsOfDebate(db: Db, debateId: string, now: Date): Promise<ListedMeeting[]> {
  return run<ListedMeeting>(
    db,
    `select ${LISTED} from (
       select * from meetings where debate_id = $1
       union all
       select o.* from debates e join meetings o on o.hub_id = e.hub_id and o.round_id = e.round_id
       where e.id = $1 and o.ends_at > $2
     ) m ${BESIDE} order by m.starts_at desc limit ${MOST_SHOWN}`,
    [debateId, now],
  );
}

/** Meetings on any of these debates, as on the stages of one plan. One statement. */
export function meetingsOfDebates(db: Db, debateIds: readonly string[]): Promise<ListedMeeting[]> {
  return run<ListedMeeting>(
    db,
    `select ${LISTED} from meetings m ${BESIDE} where m.debate_id = any($1::uuid[]) order by m.starts_at desc limit ${MOST_SHOWN}`,
    [debateIds],
  );
}

/** The meetings called last, for the feed. */
export function newestMeetings(db: Db, limit: number): Promise<ListedMeeting[]> {
  return run<ListedMeeting>(db, `select ${LISTED} from meetings m ${BESIDE} order by m.id desc limit $1`, [limit]);
}

const MOST_DATES = 500;

/** Meetings that begin on or after `from`: all, or of one thing, whichever it is (a meeting, a round, a proposal), for calendars. */
export function meetingsFrom(db: Db, from: Date, thingId: string | null): Promise<ListedMeeting[]> {
  return run<ListedMeeting>(
    db,
    `select ${LISTED} from meetings m ${BESIDE}
     where m.starts_at >= $1 and ($2::uuid is null or m.id = $2 or m.round_id = $2 or m.debate_id = $2)
     order by m.starts_at, m.id limit ${MOST_DATES}`,
    [from, thingId],
  );
}

/** These meetings, as far as they begin on or after `from`. */
export function meetingsNamed(db: Db, ids: readonly string[], from: Date): Promise<ListedMeeting[]> {
  return run<ListedMeeting>(
    db,
    `select ${LISTED} from meetings m ${BESIDE} where m.id = any($1::uuid[]) and m.starts_at >= $2
     order by m.starts_at, m.id limit ${MOST_DATES}`,
    [ids, from],
  );
}

/** The next meetings of the hub. */
export function comingMeetings(db: Db, now: Date, limit: number): Promise<ListedMeeting[]> {
  const branches = stillGoing('m', '$1').map(
    (going) =>
      `(select * from meetings m where ${going} and m.cancelled_at is null order by m.starts_at, m.id limit $2)`,
  );
  return run<ListedMeeting>(
    db,
    `select ${LISTED} from (${branches.join(' union all ')}) m ${BESIDE} order by m.starts_at, m.id limit $2`,
    [now, limit],
  );
}

export interface MeetingChange {
  kind: 'moved' | 'cancelled';
  reason: string;
  was_from: Date;
  was_to: Date;
  was_place: string;
  at: Date;
}

export interface Scribe {
  id: string;
  name: string;
}

export interface PublicMinutes {
  version: number;
  body: string;
  changed: string;
  published_at: Date;
}

export interface ShownMeeting extends ListedMeeting {
  agenda: string[];
  access_note: string;
  contact: string;
  voice_id: string;
  changes: MeetingChange[];
  scribes: Scribe[];
  /** its materials */
  files: AttachedFile[];
  /** the version that is public, and how many there were before it */
  minutes: PublicMinutes | null;
}

type Json<T> = { [Key in keyof T]: T[Key] extends Date ? string : T[Key] };
type ShownRow = Omit<ShownMeeting, 'changes' | 'scribes' | 'minutes'> & {
  changes: Json<MeetingChange>[] | null;
  scribes: Scribe[] | null;
  minutes: Json<PublicMinutes> | null;
};

/** A meeting with everything its page shows of it: one statement. */
export async function shownMeeting(db: Db, id: string): Promise<ShownMeeting | null> {
  const [row] = await run<ShownRow>(
    db,
    `select ${LISTED}, m.agenda, m.access_note, m.contact, m.voice_id, ${filesColumn('meeting', 'm')} as files,
       (select json_agg(json_build_object('kind', c.kind, 'reason', c.reason, 'was_from', c.was_from, 'was_to', c.was_to,
          'was_place', c.was_place, 'at', c.at) order by c.id)
        from meeting_changes c where c.hub_id = m.hub_id and c.meeting_id = m.id) as changes,
       (select json_agg(json_build_object('id', a.id, 'name', a.name) order by s.appointed_at, a.id)
        from meeting_scribes s join actors a on a.hub_id = s.hub_id and a.id = s.person_id
        where s.hub_id = m.hub_id and s.meeting_id = m.id and s.ended_at is null) as scribes,
       (select json_build_object('version', w.version, 'body', w.body, 'changed', w.changed, 'published_at', w.published_at)
        from meeting_minutes w where w.hub_id = m.hub_id and w.meeting_id = m.id and w.version = m.minutes_version) as minutes
     from meetings m ${BESIDE} where m.id = $1`,
    [id],
  );
  if (!row) return null;
  return {
    ...row,
    scribes: row.scribes ?? [],
    changes: (row.changes ?? []).map((one) => ({
      ...one,
      was_from: new Date(one.was_from),
      was_to: new Date(one.was_to),
      at: new Date(one.at),
    })),
    minutes: row.minutes && { ...row.minutes, published_at: new Date(row.minutes.published_at) },
  };
}
