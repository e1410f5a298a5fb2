/** P10, F9.7: what the city owes an answer to and is late with, by whoever owes it. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { daysBetween, tokyoDate } from '#kernel/dates.ts';
import { followUpHref, subjectHref } from './addresses.ts';
import { itemsSql } from './items.ts';

export interface Late {
  kind: 'proposal' | 'point' | 'question';
  id: string;
  /** of a point and of a question: its words */
  text: string;
  /** of the proposal it belongs to */
  title: string;
  /** not percent-encoded */
  path: string;
  /** YYYY-MM-DD */
  dueOn: string;
  days: number;
  divisionId: string | null;
  divisionName: string | null;
}

const WAITING = `(i.answer_kind is null or i.answer_kind = 'under-study')`;

/**
 * What waits and is over its day ($1: today in Tokyo). The day is what answerClock says of it: the last one for an interim answer, and
 * of what is under study the one that was promised, else the last one for a final answer.
 */
const LATE = `
  select * from (
    select w.subject as kind, w.id, w.body as text, w.title, w.debate_id, w.division_id, w.division_name,
      case when w.answer_kind is null then (r.interim_answer_at at time zone 'Asia/Tokyo')::date - 1
        else coalesce(w.next_on, (r.final_answer_at at time zone 'Asia/Tokyo')::date - 1) end as due_on
    from (${itemsSql(WAITING, WAITING)}) w join rounds r on r.id = w.round_id and r.published_at is not null
  ) as i where due_on < $1
  union all
  select 'question', f.id, f.body, d.title, f.debate_id, f.division_id, a.name, f.due_on
  from follow_ups f
  join debates d on d.hub_id = f.hub_id and d.id = f.debate_id
  join actors a on a.hub_id = f.hub_id and a.id = f.division_id
  where f.answered_at is null and f.withdrawn_at is null and f.hidden_at is null and f.due_on < $1`;

interface LateRow {
  kind: Late['kind'];
  id: string;
  text: string;
  title: string;
  debate_id: string;
  division_id: string | null;
  division_name: string | null;
  due_on: string;
}

function lateOf(
  { kind, id, text, title, debate_id, division_id, division_name, due_on }: LateRow,
  today: string,
): Late {
  const path = kind === 'question' ? followUpHref(id) : subjectHref({ subject: kind, id, debate_id, title });
  const days = daysBetween(due_on, today);
  return { kind, id, text, title, path, dueOn: due_on, days, divisionId: division_id, divisionName: division_name };
}

/** All of it, the longest overdue first: for files. */
export async function lateAnswers(db: Db, now: Date): Promise<Late[]> {
  const today = tokyoDate(now);
  const rows = await run<LateRow>(db, `select * from (${LATE}) l order by due_on, id`, [today]);
  return rows.map((row) => lateOf(row, today));
}

export interface LateDivision {
  id: string | null;
  name: string | null;
  /** of all that it is late with */
  count: number;
  /** of the longest overdue */
  days: number;
  /** the longest overdue */
  late: Late[];
}

const OF_EACH = 5;

/** Every division that is late, with what is longest overdue. Whoever is late with most comes first; what is nobody's yet, last. */
export async function lateDivisions(db: Db, now: Date): Promise<LateDivision[]> {
  const today = tokyoDate(now);
  const rows = await run<LateRow & { of_all: number }>(
    db,
    `select * from (
       select l.*, count(*) over (partition by division_id)::int as of_all,
         row_number() over (partition by division_id order by due_on, id) as place
       from (${LATE}) l
     ) as placed where place <= ${OF_EACH} order by division_id is null, of_all desc, division_name, division_id, place`,
    [today],
  );
  return [...Map.groupBy(rows, (row) => row.division_id)].map(([id, own]) => {
    const late = own.map((row) => lateOf(row, today));
    return { id, name: own[0]!.division_name, count: own[0]!.of_all, days: late[0]!.days, late };
  });
}

const PAGE = 50;

/** What one division (null: nobody yet) is late with, behind the thing `after`. */
export async function lateOfDivision(
  db: Db,
  now: Date,
  { of, after }: { of: string | null; after: string | null },
): Promise<{ late: Late[]; more: boolean }> {
  const today = tokyoDate(now);
  const rows = await run<LateRow>(
    db,
    `with late as materialized (select * from (${LATE}) l where division_id is not distinct from $2)
     select * from late where $3::uuid is null or (due_on, id) > (select k.due_on, k.id from late k where k.id = $3)
     order by due_on, id limit ${PAGE + 1}`,
    [today, of, after],
  );
  return { late: rows.slice(0, PAGE).map((row) => lateOf(row, today)), more: rows.length > PAGE };
}
