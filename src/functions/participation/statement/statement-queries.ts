/** F9.5 Reads for the statement as a whole: its editors, and how far each proposal's part has come. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { DEBATE_COUNTS, type DebateCounts, HIDDEN, HIDDEN_REASON, WITHOUT_CITATION } from './coverage-queries.ts';

export interface Editor {
  id: string;
  name: string;
  why: string;
  raised_at: Date;
  /** set on somebody who wrote in the statement and then lowered the hand */
  lowered_at: Date | null;
}

/** Whose hand is up, and who wrote in the statement before lowering it, in the order of their hands. */
export function editorsOf(db: Db, roundId: string): Promise<Editor[]> {
  return run<Editor>(
    db,
    `select a.id, a.name, e.why, e.raised_at, e.lowered_at
     from editors e join actors a on a.hub_id = e.hub_id and a.id = e.person_id
     where e.round_id = $1 and (e.lowered_at is null or exists (
       select 1 from points p join point_versions v on v.hub_id = p.hub_id and v.point_id = p.id
       where p.hub_id = e.hub_id and p.round_id = e.round_id and v.person_id = e.person_id))
     order by e.raised_at, a.id limit 200`,
    [roundId],
  );
}

export interface StatementPart extends DebateCounts {
  id: string;
  title: string;
  withdrawn: boolean;
  points: number;
  points_without_citation: number;
  open_objections: number;
}

/** A page of the proposals of a round, in the order in which they came, each with how far its part has come. */
export async function partsOf(
  db: Db,
  roundId: string,
  after: string | null,
  limit: number,
): Promise<{ parts: StatementPart[]; more: boolean }> {
  const rows = await run<StatementPart>(
    db,
    `select d.id, d.title, d.withdrawn, counts.total, counts.cited, counts.annexed, counts.uncovered, counts.hidden,
       (select count(*)::int from points p where p.hub_id = d.hub_id and p.round_id = d.round_id and p.debate_id = d.id
         and p.removed_at is null) as points,
       (select count(*)::int from points p where p.hub_id = d.hub_id and p.round_id = d.round_id and p.debate_id = d.id
         and p.removed_at is null and ${WITHOUT_CITATION}) as points_without_citation,
       (select count(*)::int from objections b where b.hub_id = d.hub_id and b.debate_id = d.id and b.resolution is null)
         as open_objections
     from (
       select d.hub_id, d.id, d.title, d.round_id, d.closed_because is not null as withdrawn
       from debates d where d.round_id = $1 and d.id > $2 order by d.id limit $3
     ) as d
     cross join lateral (${DEBATE_COUNTS}) as counts
     order by d.id`,
    [roundId, after ?? '00000000-0000-0000-0000-000000000000', limit + 1],
  );
  return { parts: rows.slice(0, limit), more: rows.length > limit };
}

/** Every debate of a round, for what depends on all of them. */
export async function debateIds(db: Db, roundId: string): Promise<string[]> {
  const rows = await run<{ id: string }>(db, 'select id from debates where round_id = $1 limit 2000', [roundId]);
  return rows.map((row) => row.id);
}

export interface HiddenCount {
  reason: string | null;
  count: number;
}

/** Hidden opinions of a round (or of one of its debates) by reason, the most frequent first. */
export function hiddenReasons(db: Db, roundId: string, debateId: string | null = null): Promise<HiddenCount[]> {
  return run<HiddenCount>(
    db,
    `select reason, count(*)::int as count from (
       select ${HIDDEN_REASON} as reason from debates d join opinions o on o.hub_id = d.hub_id and o.debate_id = d.id
       where d.round_id = $1 and ($2::uuid is null or d.id = $2) and ${HIDDEN}
     ) as hidden group by reason order by count desc, reason nulls last`,
    [roundId, debateId],
  );
}
