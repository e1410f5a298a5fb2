/** F9.2 Reads of what was said in a meeting, of its scribe's screen, and of its minutes. */
import type { EntryKind, SpokenAs } from '#commons/discussion/index.ts';
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';

export interface SaidInHall {
  id: string;
  entry: string;
  number: number;
  kind: EntryKind;
  body: string;
  version: number;
  debate_id: string;
  debate_title: string;
  actor_id: string;
  actor_kind: ActorKind;
  actor_name: string;
  spoken_as: SpokenAs;
  hall_agree: number | null;
  hall_disagree: number | null;
  hall_pass: number | null;
  said_at: Date;
  withdrawn_at: Date | null;
  withdrawal_reason: string | null;
  hidden_at: Date | null;
  contested_at: Date | null;
}

const SAID = `s.opinion_id as id, s.entry, o.number, o.kind, o.version, o.debate_id, d.title as debate_title, o.actor_id,
  a.kind as actor_kind, a.name as actor_name, o.spoken_as, o.hall_agree, o.hall_disagree, o.hall_pass, o.said_at,
  o.withdrawn_at, o.hidden_at, s.contested_at, w.reason as withdrawal_reason,
  case when o.withdrawn_at is null and o.hidden_at is null then o.body else '' end as body`;

const FROM = `hall_sayings s
  join opinions o on o.hub_id = s.hub_id and o.id = s.opinion_id
  join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
  join actors a on a.hub_id = o.hub_id and a.id = o.actor_id
  left join opinion_withdrawals w on w.hub_id = o.hub_id and w.opinion_id = o.id`;

/** What was said, newest first, before the opinion `before`. What was withdrawn or hidden is read without its words. */
export async function saidIn(
  db: Db,
  meetingId: string,
  before: string | null,
  limit: number,
): Promise<{ said: SaidInHall[]; more: boolean }> {
  const said = await run<SaidInHall>(
    db,
    `select ${SAID} from ${FROM} where s.meeting_id = $1 and ($2::uuid is null or s.opinion_id < $2)
     order by s.opinion_id desc limit $3`,
    [meetingId, before, limit + 1],
  );
  return { said: said.slice(0, limit), more: said.length > limit };
}

export async function oneSaid(db: Db, meetingId: string, entry: string): Promise<SaidInHall | null> {
  const [said] = await run<SaidInHall>(db, `select ${SAID} from ${FROM} where s.meeting_id = $1 and s.entry = $2`, [
    meetingId,
    entry,
  ]);
  return said ?? null;
}

/** Everything of a meeting, oldest first, for export. */
export async function* allSaid(
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  meetingId: string,
): AsyncGenerator<SaidInHall[]> {
  let after: string | null = null;
  for (;;) {
    const batch: SaidInHall[] = await read((db) =>
      run<SaidInHall>(
        db,
        `select ${SAID} from ${FROM} where s.meeting_id = $1 and ($2::uuid is null or s.opinion_id > $2)
         order by s.opinion_id limit 500`,
        [meetingId, after],
      ),
    );
    yield batch;
    if (batch.length < 500) return;
    after = batch.at(-1)!.id;
  }
}

export interface HallDebate {
  id: string;
  title: string;
  opens_at: Date;
  closes_at: Date;
  created_at: Date;
  closed_because: 'withdrawn' | null;
  host_id: string | null;
  rules_version: number | null;
}

/** Debates one can speak to in this meeting: those of its round, or the one it is about; oldest first. */
export function debatesOf(
  db: Db,
  meeting: { round_id: string | null; debate_id: string | null },
): Promise<HallDebate[]> {
  const columns = 'id, title, opens_at, closes_at, created_at, closed_because, host_id, rules_version';
  return meeting.round_id
    ? run<HallDebate>(db, `select ${columns} from debates where round_id = $1 order by id limit 200`, [
        meeting.round_id,
      ])
    : run<HallDebate>(db, `select ${columns} from debates where id = $1`, [meeting.debate_id]);
}

export interface NamedSaying {
  meeting_id: string;
  meeting_title: string;
  named_id: string | null;
  named_name: string | null;
  office_name: string;
  confirmed_at: Date | null;
  contested_at: Date | null;
  contest_reason: string | null;
  entered_at: Date;
  body: string;
}

/** Where and by whom this opinion was entered from a hall; null for one that was written. */
export async function namedSaying(db: Db, opinionId: string): Promise<NamedSaying | null> {
  const [row] = await run<NamedSaying>(
    db,
    `select s.meeting_id, m.title as meeting_title, s.named_id, n.name as named_name, f.name as office_name, s.confirmed_at,
       s.contested_at, s.contest_reason, s.entered_at, o.body
     from hall_sayings s
     join meetings m on m.hub_id = s.hub_id and m.id = s.meeting_id
     join actors f on f.hub_id = s.hub_id and f.id = s.office_id
     join opinions o on o.hub_id = s.hub_id and o.id = s.opinion_id
     left join actors n on n.hub_id = s.hub_id and n.id = s.named_id
     where s.opinion_id = $1`,
    [opinionId],
  );
  return row ?? null;
}

export interface MinutesVersion {
  version: number;
  body: string;
  changed: string;
  saves: number;
  saved_at: Date;
  published_at: Date | null;
  writer: string;
}

/** All versions, newest first; a draft has no `published_at`. */
export function minutesVersions(db: Db, meetingId: string): Promise<MinutesVersion[]> {
  return run<MinutesVersion>(
    db,
    `select w.version, w.body, w.changed, w.saves, w.saved_at, w.published_at, a.name as writer
     from meeting_minutes w join actors a on a.hub_id = w.hub_id and a.id = w.person_id
     where w.meeting_id = $1 order by w.version desc limit 100`,
    [meetingId],
  );
}

export interface TopicChoices {
  rounds: { id: string; fiscal_year: number; number: number }[];
  debates: { id: string; title: string }[];
}

/** What a meeting can be about: rounds that have begun and are not closed, their proposals, and plans that take opinions. */
export async function topicChoices(db: Db, now: Date): Promise<TopicChoices> {
  const [rounds, debates] = await Promise.all([
    run<TopicChoices['rounds'][number]>(
      db,
      `select id, fiscal_year, number from rounds where collecting_at <= $1 and closing_at > $1 order by collecting_at desc limit 8`,
      [now],
    ),
    run<TopicChoices['debates'][number]>(
      db,
      `select d.id, d.title from rounds r, lateral (
         select id, title from debates
         where hub_id = r.hub_id and round_id = r.id and closed_because is null order by id desc limit 300
       ) d
       where r.collecting_at <= $1 and r.closing_at > $1
       union all
       select p.id, p.title from (
         select id, title from debates where kind = 'plan' and closes_at > $1 and closed_because is null order by closes_at limit 300
       ) p
       order by id desc limit 300`,
      [now],
    ),
  ]);
  return { rounds, debates };
}
