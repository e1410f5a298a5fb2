/** F9.5 Coverage as the database sees it; what `coverage.ts` says of sets, over any number of rows. */
import { type Db, run } from '#kernel/database/dialect.ts';

/** An opinion `o` that the statement has to deal with. */
export const VISIBLE = `o.parent_id is null and o.kind in ('opinion', 'question') and o.withdrawn_at is null and o.hidden_at is null`;

/** An opinion `o` that moderation hid: counted, with its reason. */
export const HIDDEN = `o.parent_id is null and o.kind in ('opinion', 'question') and o.withdrawn_at is null and o.hidden_at is not null`;

export const IS_CITED = 'exists (select 1 from citations c where c.hub_id = o.hub_id and c.opinion_id = o.id)';

/** Needs the round's id as `d.round_id`. */
export const IS_ANNEXED =
  'exists (select 1 from annex_entries n where n.hub_id = o.hub_id and n.round_id = d.round_id and n.opinion_id = o.id)';

/** A point `p` that cites nothing that can still be read. */
export const WITHOUT_CITATION = `not exists (select 1 from citations c join opinions o on o.hub_id = c.hub_id and o.id = c.opinion_id
  where c.hub_id = p.hub_id and c.point_id = p.id and o.withdrawn_at is null and o.hidden_at is null)`;

/**
 * Why an opinion `o` was hidden, as the public event of that act says it; null where it says nothing. A hidden opinion
 * is shown by its number and this reason.
 */
export const HIDDEN_REASON = `(select e.public->>'reason' from events e
  where e.hub_id = o.hub_id and e.object_kind = 'opinion' and e.object_id = o.id and e.verb = 'moderation.hidden'
  order by e.id desc limit 1)`;

/** Points of the round $1 that stand as the machine wrote them. */
const UNCONFIRMED = `select count(*)::int from drafted_points f join points p on p.hub_id = f.hub_id and p.id = f.point_id
  where f.round_id = $1 and f.confirmed_at is null and p.removed_at is null`;

export interface UncoveredOpinion {
  id: string;
  number: number | null;
  debateId: string;
  text: string;
}

export interface RoundCoverage {
  /** visible opinions and questions of the round */
  total: number;
  cited: number;
  /** in the annex and cited by no point */
  annexed: number;
  /** the first 200 in the order of debates and numbers */
  uncovered: UncoveredOpinion[];
  uncoveredCount: number;
  openObjections: number;
  pointsWithoutCitation: number;
  /** points that stand as the machine drafted them */
  unconfirmedPoints: number;
  hidden: number;
}

const MOST_LISTED = 200;

export type Counts = Omit<RoundCoverage, 'uncovered'>;

/** Opinions `o` that are counted at all: visible, or hidden. */
export const COUNTED = `o.parent_id is null and o.kind in ('opinion', 'question') and o.withdrawn_at is null`;

/**
 * Of the round $1. What is cited and what is annexed are joined as whole sets: with ten thousands of opinions that is
 * several times faster than asking for each of them.
 */
const COUNTED_ENTRIES = `
  select o.hub_id, o.id, o.hidden_at is null as visible, c.opinion_id is not null as cited, n.opinion_id is not null as annexed
  from debates d
  join opinions o on o.hub_id = d.hub_id and o.debate_id = d.id
  left join (select distinct hub_id, opinion_id from citations where round_id = $1) as c
    on c.hub_id = o.hub_id and c.opinion_id = o.id
  left join (select hub_id, opinion_id from annex_entries where round_id = $1) as n
    on n.hub_id = o.hub_id and n.opinion_id = o.id
  where d.round_id = $1 and ${COUNTED}`;

/** Of the entries above, under the name `entries`. */
const COUNTS = `
  select count(*) filter (where visible)::int as total,
    count(*) filter (where visible and cited)::int as cited,
    count(*) filter (where visible and annexed and not cited)::int as annexed,
    count(*) filter (where visible and not annexed and not cited)::int as "uncoveredCount",
    count(*) filter (where not visible)::int as hidden,
    (select count(*)::int from objections b where b.round_id = $1 and b.resolution is null) as "openObjections",
    (select count(*)::int from points p where p.round_id = $1 and p.removed_at is null and ${WITHOUT_CITATION})
      as "pointsWithoutCitation",
    (${UNCONFIRMED}) as "unconfirmedPoints"
  from entries`;

/** The kept figures of the debates of the round $1. */
export const KEPT_OF_ROUND = `select f.* from debates d join coverage_figures f on f.hub_id = d.hub_id and f.debate_id = d.id where d.round_id = $1`;

/** The same by these figures, under the name `kept`: for pages, which come to it with any number of opinions. */
export const KEPT_COUNTS = `
  select coalesce(sum(f.total), 0)::int as total, coalesce(sum(f.cited), 0)::int as cited, coalesce(sum(f.annexed), 0)::int as annexed,
    coalesce(sum(f.total - f.cited - f.annexed), 0)::int as "uncoveredCount", coalesce(sum(f.hidden), 0)::int as hidden,
    (select count(*)::int from objections b where b.round_id = $1 and b.resolution is null) as "openObjections",
    coalesce(sum(f.points_without_citation), 0)::int as "pointsWithoutCitation",
    coalesce(sum(f.unconfirmed_points), 0)::int as "unconfirmedPoints"
  from kept f`;

const UNCOVERED = `
  select o.id, o.number, o.debate_id as "debateId", o.body as text
  from debates d join opinions o on o.hub_id = d.hub_id and o.debate_id = d.id
  where d.round_id = $1 and ${VISIBLE} and not ${IS_CITED} and not ${IS_ANNEXED}
  order by o.debate_id, o.id limit ${MOST_LISTED}`;

/**
 * What a round's statement covers, counted from scratch. Whoever publishes calls this after it has taken hold of the round (`holdStatement`), in the
 * same transaction. An unknown round covers nothing of nothing.
 */
export async function coverageOf(db: Db, roundId: string): Promise<RoundCoverage> {
  const [counts, uncovered] = await Promise.all([
    run<Counts>(db, `with entries as (${COUNTED_ENTRIES}) ${COUNTS}`, [roundId]),
    run<UncoveredOpinion>(db, UNCOVERED, [roundId]),
  ]);
  return { ...counts[0]!, uncovered };
}

/** Stops every act on the statement until the transaction ends, so that what is counted now is what is published. */
export async function holdStatement(db: Db, roundId: string): Promise<void> {
  await run(db, 'select id from rounds where id = $1 for update', [roundId]);
}

export interface DebateCounts {
  total: number;
  cited: number;
  annexed: number;
  uncovered: number;
  hidden: number;
}

/** SQL: the kept figures of the debate `d`; needs `KEPT` among its joins. No row: nothing was said yet. */
export const DEBATE_COUNTS = `coalesce(f.total, 0) as total, coalesce(f.cited, 0) as cited, coalesce(f.annexed, 0) as annexed,
  coalesce(f.total - f.cited - f.annexed, 0) as uncovered, coalesce(f.hidden, 0) as hidden`;

export const KEPT = 'left join coverage_figures f on f.hub_id = d.hub_id and f.debate_id = d.id';

export async function debateCounts(db: Db, debateId: string): Promise<DebateCounts> {
  const [row] = await run<DebateCounts>(db, `select ${DEBATE_COUNTS} from debates d ${KEPT} where d.id = $1`, [
    debateId,
  ]);
  return row ?? { total: 0, cited: 0, annexed: 0, uncovered: 0, hidden: 0 };
}

export async function uncoveredOfDebate(db: Db, debateId: string): Promise<number> {
  return (await debateCounts(db, debateId)).uncovered;
}
