/** F9.2 Debates: reads, and the few changes their owners make to them. */
import { type Hiding, hidingJson } from '#commons/moderation/index.ts';
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { ClosedBecause, DebateFacts, DebateKind } from './discussion.ts';

export interface Debate extends DebateFacts {
  id: string;
  kind: DebateKind;
  title: string;
  about: string;
  round_id: string | null;
  /** opinions, questions and explanations ever said here */
  opinion_count: number;
  /** opinions one can read and choose on */
  votable_count: number;
  vote_count: number;
  voter_count: number;
  /** of an imported debate: where it comes from, and its licence */
  source: string | null;
}

export const DEBATE_COLUMNS = `d.id, d.kind, d.title, d.about, d.round_id, d.host_id, d.opens_at, d.closes_at, d.closed_because, d.rules_version,
  d.created_at, d.opinion_count, d.votable_count, d.vote_count, d.voter_count, d.source`;

export async function debateById(db: Db, id: string): Promise<Debate | null> {
  const [debate] = await run<Debate>(db, `select ${DEBATE_COLUMNS} from debates d where d.id = $1`, [id]);
  return debate ?? null;
}

/** The debate an opinion or reply belongs to. */
export async function debateOf(db: Db, opinionId: string): Promise<Debate | null> {
  const [debate] = await run<Debate>(
    db,
    `select ${DEBATE_COLUMNS} from opinions o join debates d on d.hub_id = o.hub_id and d.id = o.debate_id where o.id = $1`,
    [opinionId],
  );
  return debate ?? null;
}

/** Ends a debate before its date. What was said stays; nobody can add to it. To be called in the act that withdraws the proposal. */
export async function closeDebate(
  db: Db,
  hubId: number,
  id: string,
  now: Date,
  because: ClosedBecause = 'withdrawn',
): Promise<void> {
  await run(
    db,
    `update debates set closes_at = least(closes_at, $3), closed_because = $4
     where hub_id = $1 and id = $2 and closed_because is null`,
    [hubId, id, now, because],
  );
}

export interface PositionOf {
  id: string;
  stance: number;
  reason: string;
  version: number;
  at: Date;
  organisation_id: string;
  organisation_kind: ActorKind;
  organisation_name: string;
  /** the reason alone is hidden; where it stands can be read */
  hiding: Hiding | null;
}

/** JSON objects of positions `p` with their organisation `g`, for json_agg; `at` comes as text. */
export const POSITION_JSON = `json_build_object('id', p.id, 'stance', p.stance,
  'reason', case when p.hidden_at is null then p.reason else '' end, 'hiding', ${hidingJson('position', 'p')}, 'version', p.version, 'at', p.at,
  'organisation_id', p.organisation_id, 'organisation_kind', g.kind, 'organisation_name', g.name)`;

export type PositionJson = Omit<PositionOf, 'at'> & { at: string };

export function readPositions(positions: readonly PositionJson[] | null): PositionOf[] {
  return (positions ?? []).map((position) => ({ ...position, at: new Date(position.at) }));
}

/** How far somebody has come: opinions chosen on, of those there are for that person (its own ones don't count). */
export interface Progress {
  voted: number;
  votable: number;
}

export interface OpenedDebate {
  debate: Debate;
  /** positions on the debate as a whole */
  positions: PositionOf[];
  /** null without a person */
  progress: Progress | null;
}

/** More than anybody chooses on in one debate; keeps the count of one person's votes a bounded scan. */
const MOST_VOTES = 5000;

/** How many opinions of debate `d` person $2 has chosen on, its own ones left out. */
export const COUNT_VOTED = `(select count(*)::int from (
  select 1 from votes v join opinions o on o.hub_id = v.hub_id and o.id = v.opinion_id
  where v.person_id = $2 and v.debate_id = d.id and o.person_id <> $2 and o.withdrawn_at is null and o.hidden_at is null
  limit ${MOST_VOTES}) voted)`;

/** How many opinions of its own person $2 has in debate `d` that others can choose on. */
export const COUNT_OWN = `(select count(*)::int from (
  select 1 from opinions o
  where o.person_id = $2 and o.debate_id = d.id and o.kind = 'opinion' and o.withdrawn_at is null and o.hidden_at is null
  limit ${MOST_VOTES}) own)`;

const OPENED = `select ${DEBATE_COLUMNS}, whole.positions,
    case when $2::uuid is not null then ${COUNT_VOTED} end as voted, case when $2::uuid is not null then ${COUNT_OWN} end as own
  from debates d
  left join lateral (
    select json_agg(${POSITION_JSON} order by p.id) as positions
    from positions p join actors g on g.hub_id = p.hub_id and g.id = p.organisation_id
    where p.hub_id = d.hub_id and p.debate_id = d.id and p.opinion_id is null and p.withdrawn_at is null
  ) whole on true
  where d.id = $1`;

/** The debate, what organisations say to it as a whole, and how far this person has come: one statement. */
export async function openedDebate(db: Db, id: string, personId: string | null): Promise<OpenedDebate | null> {
  type Row = Debate & { positions: PositionJson[] | null; voted: number | null; own: number | null };
  const [row] = await run<Row>(db, OPENED, [id, personId]);
  if (!row) return null;
  const { positions, voted, own, ...debate } = row;
  const progress =
    voted === null || own === null ? null : { voted, votable: Math.max(voted, debate.votable_count - own) };
  return { debate, positions: readPositions(positions), progress };
}

export async function myProgress(db: Db, debateId: string, personId: string): Promise<Progress> {
  return (await openedDebate(db, debateId, personId))?.progress ?? { voted: 0, votable: 0 };
}

export interface DebateFilter {
  kind: DebateKind | '';
  order: 'newest' | 'oldest';
  /** id of the last debate of the page before */
  after: string | null;
  limit: number;
}

const EXACT_UP_TO = 1000;

/** A page of debates, and how many there are in all: exact up to 1,000, else null. */
export async function listedDebates(
  db: Db,
  filter: DebateFilter,
): Promise<{ debates: Debate[]; more: boolean; count: number | null }> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const kinds = filter.kind ? `d.kind = ${bind(filter.kind)}` : 'true';
  const counted = run<{ n: number }>(
    db,
    `select count(*)::int as n from (select 1 from debates d where ${kinds} limit ${EXACT_UP_TO + 1}) first`,
    [...values],
  );
  const newest = filter.order === 'newest';
  const key = filter.after ? `d.id ${newest ? '<' : '>'} ${bind(filter.after)}` : 'true';
  const rows = run<Debate>(
    db,
    `select ${DEBATE_COLUMNS} from debates d where ${kinds} and ${key}
     order by d.id ${newest ? 'desc' : 'asc'} limit ${bind(filter.limit + 1)}`,
    values,
  );
  const [debates, [found]] = await Promise.all([rows, counted]);
  const n = found?.n ?? 0;
  return {
    debates: debates.slice(0, filter.limit),
    more: debates.length > filter.limit,
    count: n > EXACT_UP_TO ? null : n,
  };
}
