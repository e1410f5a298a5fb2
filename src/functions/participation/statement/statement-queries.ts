/** F9.5 Reads for the statement as a whole: its editors, and how far each proposal's part has come. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { ROUND_COLUMNS } from '../rounds/index.ts';
import { DEBATE_COUNTS, type DebateCounts, KEPT } from './coverage-queries.ts';
import { type Desk, EDITING, notFound, type RoundRow, type Who } from './desk.ts';

export interface Editor {
  id: string;
  name: string;
  why: string;
  raised_at: Date;
  /** set on somebody who wrote in the statement and then lowered the hand */
  lowered_at: Date | null;
}

/** Of a round `r`: whose hand is up, and who wrote before lowering it, in the order of their hands. */
const EDITORS = `select a.id, a.name, e.why, e.raised_at, e.lowered_at
  from editors e join actors a on a.hub_id = e.hub_id and a.id = e.person_id
  where e.hub_id = r.hub_id and e.round_id = r.id and (e.lowered_at is null or exists (
    select 1 from points p join point_versions v on v.hub_id = p.hub_id and v.point_id = p.id
    where p.hub_id = e.hub_id and p.round_id = e.round_id and v.person_id = e.person_id))
  order by e.raised_at, a.id limit 200`;

export function editorsOf(db: Db, roundId: string): Promise<Editor[]> {
  return run<Editor>(
    db,
    `select x.id, x.name, x.why, x.raised_at, x.lowered_at from rounds r cross join lateral (${EDITORS}) x where r.id = $1`,
    [roundId],
  );
}

export interface RoundFrame extends Desk {
  named: Editor[];
  /** every debate of the round: what the whole depends on */
  debateIds: string[];
}

/** Round and editors, for the statement's first page. */
export async function roundFrame(db: Db, who: Who, roundId: string): Promise<RoundFrame> {
  const [row] = await run<RoundRow & { named: Dated<Editor>[]; debate_ids: string[] }>(
    db,
    `select ${ROUND_COLUMNS}, ${EDITING},
       coalesce((select json_agg(x) from (${EDITORS}) as x), '[]') as named,
       array(select d.id from debates d where d.hub_id = r.hub_id and d.round_id = r.id order by d.id limit 2000) as debate_ids
     from rounds r where r.id = $1`,
    [roundId, who?.person.id ?? null],
  );
  if (!row) throw notFound();
  const { edits, editors, named, debate_ids: debateIds, ...round } = row;
  return { round, edits, editors, debateIds, named: named.map(revivedEditor) };
}

/** What PostgreSQL makes of dates inside JSON. */
export type Dated<T> = {
  [Key in keyof T]: T[Key] extends Date ? string : Date extends T[Key] ? Exclude<T[Key], Date> | string : T[Key];
};

function revivedEditor(editor: Dated<Editor>): Editor {
  return {
    ...editor,
    raised_at: new Date(editor.raised_at),
    lowered_at: editor.lowered_at === null ? null : new Date(editor.lowered_at),
  };
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
    `select d.id, d.title, d.withdrawn, ${DEBATE_COUNTS}, coalesce(f.points, 0) as points,
       coalesce(f.points_without_citation, 0) as points_without_citation,
       (select count(*)::int from objections b where b.hub_id = d.hub_id and b.debate_id = d.id and b.resolution is null)
         as open_objections
     from (
       select d.hub_id, d.id, d.title, d.closed_because is not null as withdrawn
       from debates d where d.round_id = $1 and d.id > $2 order by d.id limit $3
     ) as d
     ${KEPT}
     order by d.id`,
    [roundId, after ?? '00000000-0000-0000-0000-000000000000', limit + 1],
  );
  return { parts: rows.slice(0, limit), more: rows.length > limit };
}
