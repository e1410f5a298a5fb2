/** P10, F9.7: what the city owes an answer to and is late with, by whoever owes it. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { daysBetween, tokyoDate } from '#kernel/dates.ts';
import { followUpHref, subjectHref } from './addresses.ts';

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

/** SQL: what is kept of items with a day, as `i`; the day is what answerClock says of it. */
const OF_ITEM = `select i.item as kind, i.subject_id as id, coalesce(t.body, '') as text, coalesce(p.title, d.title) as title, i.debate_id,
    i.division_id, i.due_on`;
const TITLES = `join debates d on d.hub_id = i.hub_id and d.id = i.debate_id
  left join proposals p on i.item = 'proposal' and p.hub_id = i.hub_id and p.id = i.subject_id
  left join points t on i.item = 'point' and t.hub_id = i.hub_id and t.id = i.subject_id`;
const OF_QUESTION = `select 'question' as kind, f.id, f.body as text, d.title, f.debate_id, f.division_id, f.due_on`;
const ASKED = `join debates d on d.hub_id = f.hub_id and d.id = f.debate_id`;
const OPEN = 'f.answered_at is null and f.withdrawn_at is null and f.hidden_at is null';
const NAMED = `left join actors dv on dv.kind = 'division' and dv.imported_from is null and dv.id = l.division_id`;

/** SQL: the first that one division, or nobody yet, is late with ($1: today in Tokyo); `division` and `after` are SQL, `after` a condition on (day, id). */
function firstOf(division: string, after: (key: string) => string, limit: number): string {
  return `select * from (
    ${OF_ITEM} from (
      (select * from answer_items i where i.division_id = ${division}
        and i.due_on < $1 ${after('(i.due_on, i.subject_id)')} order by i.due_on, i.subject_id limit ${limit})
      union all
      (select * from answer_items i where ${division} is null and i.division_id is null
        and i.due_on < $1 ${after('(i.due_on, i.subject_id)')} order by i.division_id, i.due_on, i.subject_id limit ${limit})) i ${TITLES}
    union all
    ${OF_QUESTION} from (
      select * from follow_ups f where ${OPEN} and f.division_id = ${division}
        and f.due_on < $1 ${after('(f.due_on, f.id)')} order by f.due_on, f.id limit ${limit}) f ${ASKED}
  ) l order by due_on, id limit ${limit}`;
}

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
  const rows = await run<LateRow>(
    db,
    `select l.*, dv.name as division_name from (
       ${OF_ITEM} from answer_items i ${TITLES} where i.due_on < $1
       union all ${OF_QUESTION} from follow_ups f ${ASKED} where ${OPEN} and f.due_on < $1
     ) l ${NAMED} order by l.due_on, l.id`,
    [today],
  );
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
    `with owed as (
       select division_id, sum(n)::int as of_all from (
         select c.division_id, c.items as n from answer_figures c where c.due_on < $1
         union all select f.division_id, count(*) from follow_ups f where ${OPEN} and f.due_on < $1 group by f.division_id
       ) as counted group by division_id
     )
     select l.*, dv.name as division_name, owed.of_all
     from owed cross join lateral (${firstOf('owed.division_id', () => '', OF_EACH)}) l ${NAMED}
     order by l.division_id is null, owed.of_all desc, dv.name, l.division_id, l.due_on, l.id`,
    [today],
  );
  return [...Map.groupBy(rows, (row) => row.division_id)].map(([id, own]) => {
    const late = own.map((row) => lateOf(row, today));
    return { id, name: own[0]!.division_name, count: own[0]!.of_all, days: late[0]!.days, late };
  });
}

const PAGE = 50;
const KEY = `select due_on, subject_id as id from answer_items where subject_id = $1 and due_on is not null
  union all select due_on, id from follow_ups where id = $1`;

/** What one division (null: nobody yet) is late with, behind the thing `after`. */
export async function lateOfDivision(
  db: Db,
  now: Date,
  { of, after }: { of: string | null; after: string | null },
): Promise<{ late: Late[]; more: boolean }> {
  const today = tokyoDate(now);
  const [key] = after === null ? [] : await run<{ due_on: string; id: string }>(db, KEY, [after]);
  const rows = await run<LateRow>(
    db,
    `select l.*, dv.name as division_name
     from (${firstOf('$2::uuid', (at) => (key ? `and ${at} > ($3::date, $4::uuid)` : ''), PAGE + 1)}) l ${NAMED} order by l.due_on, l.id`,
    [today, of, ...(key ? [key.due_on, key.id] : [])],
  );
  return { late: rows.slice(0, PAGE).map((row) => lateOf(row, today)), more: rows.length > PAGE };
}
