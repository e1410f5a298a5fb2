/** F9.2 Reads of opinions, shaped for their views. What was withdrawn or hidden is read as a tombstone, without its words. */
import { type Hiding, hidingJson } from '#commons/moderation/index.ts';
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { likePatterns } from '#kernel/grams.ts';
import { POSITION_JSON, type PositionJson, type PositionOf, readPositions } from './debates.ts';
import type { EntryKind, SpokenAs } from './discussion.ts';
import { REPLY_JSON, type ReplyJson, readReplies, type ShownReply } from './thread-queries.ts';
import { readVersions, type ShownVersion, VERSION_JSON, type VersionJson } from './versions.ts';

export interface ShownOpinion {
  id: string;
  debate_id: string;
  number: number;
  kind: EntryKind;
  actor_id: string;
  actor_kind: ActorKind;
  actor_name: string;
  body: string;
  reason: string;
  version: number;
  amendment: string | null;
  amended_at: Date | null;
  agree: number;
  disagree: number;
  pass: number;
  /** how many have chosen */
  seen: number;
  reply_count: number;
  answered_at: Date | null;
  said_at: Date;
  withdrawn_at: Date | null;
  withdrawal_reason: string | null;
  hidden_at: Date | null;
  /** why it is hidden; null where that was decided elsewhere */
  hiding: Hiding | null;
  /** said in this meeting; null: written */
  meeting_id: string | null;
  spoken_as: SpokenAs | null;
  /** hands raised in the hall, apart from the votes of persons; null: not counted */
  hall_agree: number | null;
  hall_disagree: number | null;
  hall_pass: number | null;
  /** X9: the day (YYYY-MM-DD) it was handed in on paper; null: it wasn't */
  paper_on: string | null;
  /** on paper with a name that may be public */
  paper_signed: boolean | null;
  /** the choice of the person asking: 1, −1, 0; null: none */
  my_stance: number | null;
  positions: PositionOf[];
  /** the first three */
  replies: ShownReply[];
}

type OpinionRow = Omit<ShownOpinion, 'positions' | 'replies'> & {
  positions: PositionJson[] | null;
  replies: ReplyJson[] | null;
};

const FIRST_REPLIES = 3;

/** Columns of opinion `o` with its speaker `a`, withdrawal `w`, the asking person's vote `v`. */
const SHOWN = `o.id, o.debate_id, o.number, o.kind, o.actor_id, a.kind as actor_kind, a.name as actor_name,
  case when o.withdrawn_at is null and o.hidden_at is null then o.body else '' end as body,
  case when o.withdrawn_at is null and o.hidden_at is null then o.reason else '' end as reason,
  case when o.withdrawn_at is null and o.hidden_at is null then o.amendment end as amendment,
  o.meeting_id, o.spoken_as, o.hall_agree, o.hall_disagree, o.hall_pass, o.paper_on, o.paper_signed,
  o.version, o.amended_at, o.agree, o.disagree, o.pass, o.seen, o.reply_count, o.answered_at, o.said_at, o.withdrawn_at, o.hidden_at,
  ${hidingJson('opinion', 'o')} as hiding,
  w.reason as withdrawal_reason, v.stance as my_stance, said.positions, below.replies`;

/** What belongs to the opinions `o` of a page and to no others; $2 is the person asking, or null. */
const BESIDE = `join actors a on a.hub_id = o.hub_id and a.id = o.actor_id
  left join opinion_withdrawals w on w.hub_id = o.hub_id and w.opinion_id = o.id
  left join votes v on v.hub_id = o.hub_id and v.opinion_id = o.id and v.person_id = $2::uuid and v.debate_id = o.debate_id
  left join lateral (
    select json_agg(${POSITION_JSON} order by p.id) as positions
    from positions p join actors g on g.hub_id = p.hub_id and g.id = p.organisation_id
    where p.hub_id = o.hub_id and p.debate_id = o.debate_id and p.opinion_id = o.id and p.withdrawn_at is null
  ) said on true
  left join lateral (
    select json_agg(${REPLY_JSON} order by r.id) as replies
    from (select * from opinions r where r.hub_id = o.hub_id and r.parent_id = o.id order by r.id limit ${FIRST_REPLIES}) r
    join actors ra on ra.hub_id = r.hub_id and ra.id = r.actor_id
    left join opinions q on q.hub_id = r.hub_id and q.id = r.quoted_id
    where o.reply_count > 0
  ) below on true`;

function shown(row: OpinionRow): ShownOpinion {
  return { ...row, positions: readPositions(row.positions), replies: readReplies(row.replies) };
}

export const ORDERS = ['newest', 'least-seen'] as const;
export type Order = (typeof ORDERS)[number];

export interface OpinionFilter {
  debateId: string;
  /** the person asking, whose own choices are shown */
  personId: string | null;
  /** least-seen: opinions one can choose on, those with the fewest choices first */
  order: Order;
  kind: EntryKind | '';
  q: string;
  /** of the last opinion of the page before */
  after: { id: string; seen: number } | null;
  limit: number;
}

export interface OpinionsPage {
  opinions: ShownOpinion[];
  more: boolean;
  /** how many a filter found: exact up to 1,000, null beyond; of an unfiltered list the debate itself keeps the count */
  found: number | null;
}

const EXACT_UP_TO = 1000;
const KATAKANA = Array.from({ length: 86 }, (_, at) => String.fromCodePoint(0x30a1 + at)).join('');
const HIRAGANA = Array.from({ length: 86 }, (_, at) => String.fromCodePoint(0x3041 + at)).join('');
/** As `foldText` folds what is searched for. A debate is small enough to be looked through. */
const FOLDED = `translate(lower(normalize(o.body || ' ' || o.reason, nfkc)), '${KATAKANA}', '${HIRAGANA}')`;

/** A page of the opinions, questions and explanations of a debate, with everything shown beside them: one statement. */
export async function opinionsPage(db: Db, filter: OpinionFilter): Promise<OpinionsPage> {
  const values: unknown[] = [filter.debateId, filter.personId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const leastSeen = filter.order === 'least-seen';
  // Written out, not bound: this is what the index of opinions by votes is made for.
  const where = leastSeen
    ? [`o.kind = 'opinion' and o.withdrawn_at is null and o.hidden_at is null`]
    : ['o.parent_id is null'];
  if (filter.kind && !leastSeen) where.push(`o.kind = ${bind(filter.kind)}`);
  const patterns = likePatterns(filter.q);
  if (patterns.length > 0) {
    where.push(`o.withdrawn_at is null and o.hidden_at is null and ${FOLDED} like all(${bind(patterns)}::text[])`);
  }
  const matching = where.join(' and ');
  const filtered = patterns.length > 0 || filter.kind !== '' || leastSeen;
  const found = filtered
    ? `(select count(*)::int from (
         select 1 from opinions o where o.debate_id = $1 and ${matching} limit ${EXACT_UP_TO + 1}) first)`
    : 'null::int';
  let key = 'true';
  if (filter.after && leastSeen)
    key = `(o.seen, o.id) > (${bind(filter.after.seen)}::int, ${bind(filter.after.id)}::uuid)`;
  else if (filter.after) key = `o.id < ${bind(filter.after.id)}::uuid`;
  const order = leastSeen ? 'o.seen, o.id' : 'o.id desc';
  const rows = await run<OpinionRow & { found: number | null }>(
    db,
    `select ${SHOWN}, ${found} as found
     from (select * from opinions o where o.debate_id = $1 and ${matching} and ${key} order by ${order}
       limit ${bind(filter.limit + 1)}) o
     ${BESIDE} order by ${order}`,
    values,
  );
  const n = filtered ? (rows[0]?.found ?? 0) : null;
  return {
    opinions: rows.slice(0, filter.limit).map(({ found: _, ...row }) => shown(row)),
    more: rows.length > filter.limit,
    found: n !== null && n > EXACT_UP_TO ? null : n,
  };
}

export interface WholeOpinion extends ShownOpinion {
  /** newest first; empty for an opinion that was never changed, and for a tombstone */
  history: ShownVersion[];
}

/** One opinion, question or explanation as its own page shows it; null for a reply and for what this hub doesn't have. */
export async function opinionById(db: Db, id: string, personId: string | null): Promise<WholeOpinion | null> {
  const [row] = await run<OpinionRow & { history: VersionJson[] | null }>(
    db,
    `select ${SHOWN}, past.history
     from (select * from opinions o where o.id = $1 and o.parent_id is null) o ${BESIDE}
     left join lateral (
       select json_agg(${VERSION_JSON} order by h.version desc) as history from opinion_versions h
       where h.hub_id = o.hub_id and h.opinion_id = o.id and o.withdrawn_at is null and o.hidden_at is null
     ) past on true`,
    [id, personId],
  );
  if (!row) return null;
  const { history, ...opinion } = row;
  return { ...shown(opinion), history: readVersions(history) };
}

/** The opinion a reply belongs to; null when there is no such reply. */
export async function parentOf(db: Db, replyId: string): Promise<string | null> {
  const [row] = await run<{ parent_id: string | null }>(db, 'select parent_id from opinions where id = $1', [replyId]);
  return row?.parent_id ?? null;
}

/** Among so many of the least seen one is drawn: enough that a crowd does not all get the same. */
const DRAWN_FROM = 200;

/**
 * Weight of an opinion to be shown next (the opinion map's step 10): ((1 − p)·(E + 1)·a·(1 + 8·2^(−S/5)))² with the share of passes
 * p = (P + 1)/(S + 2), of agreement a = (A + 1)/(S + 2), and the extremity E. New and little-seen ones get their chance; never
 * the most popular first.
 */
const WEIGHT = `power((1 - (few.pass + 1) / (few.seen + 2)::float8) * (few.extremity + 1) * (few.agree + 1) / (few.seen + 2)::float8
  * (1 + 8 * power(2, -few.seen / 5.0)), 2)`;
/** A number in (0, 1] from id and seed. */
const CHANCE = `((('x' || substr(md5(few.id::text || $3), 1, 8))::bit(32)::bigint + 1) / 4294967296.0)`;

/**
 * The opinion this person should see next, of those it neither said nor chose on: drawn in proportion to its weight (the least of
 * −ln(chance)/weight, Efraimidis and Spirakis 2006), the same for the same `seed`. Null when it has seen all. `skip`: not this one
 * just now.
 */
export async function nextOpinion(
  db: Db,
  debateId: string,
  personId: string,
  seed: string,
  skip: string | null = null,
): Promise<ShownOpinion | null> {
  const [row] = await run<OpinionRow>(
    db,
    `select ${SHOWN}
     from (
       select few.* from (
         select o.* from opinions o
         where o.debate_id = $1 and o.kind = 'opinion' and o.withdrawn_at is null and o.hidden_at is null
           and o.person_id <> $2 and o.id is distinct from $4::uuid
           and not exists (select from votes mine where mine.opinion_id = o.id and mine.person_id = $2)
         order by o.seen, o.id limit ${DRAWN_FROM}
       ) few order by -ln(${CHANCE}) / ${WEIGHT}, few.id limit 1
     ) o ${BESIDE}`,
    [debateId, personId, seed, skip],
  );
  return row ? shown(row) : null;
}
