/** F9.8 Backwards from the budget: the lines of each fiscal year, and behind each the steps, answers, proposals and voices. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { type AnswerKind, VOICES_JSON, type Voice } from '../answers/index.ts';
import type { StepName } from '../reflection/index.ts';

export interface LineStep {
  id: string;
  step: StepName;
  /** YYYY-MM-DD */
  happened_on: string;
  amount_yen: number | null;
  document: string;
  page: string;
  link: string;
  note: string;
  division_name: string;
  /** true when a later step put it right: it stands no more */
  is_corrected: boolean;
  answer_id: string;
  kind: AnswerKind;
  debate_id: string;
  title: string;
  /** the point's words; null for a proposal */
  body: string | null;
  /** only on the line's own page */
  voices?: Voice[];
}

export interface BudgetLine {
  id: string;
  fiscal_year: number;
  title: string;
  /** in the order in which they happened */
  steps: LineStep[];
}

// Looked for in its index, step by step: with exists() the planner reads the corrections of the whole town.
const STANDS =
  '(select true from reflection_steps c where c.hub_id = s.hub_id and c.corrects_id = s.id limit 1) is null';

const STEP = (more: string) => `json_build_object('id', s.id, 'step', s.step, 'happened_on', s.happened_on,
    'amount_yen', s.amount_yen, 'document', s.document, 'page', s.page, 'link', s.link, 'note', s.note, 'division_name', dv.name,
    'is_corrected', not (${STANDS}), 'answer_id', a.id, 'kind', a.kind, 'debate_id', d.id, 'title', d.title, 'body', t.body${more})`;

const STANDING = `join answers v on v.hub_id = s.hub_id and v.id = s.answer_id
  join answers a on a.hub_id = v.hub_id and a.subject_id = v.subject_id and a.is_current
  join debates d on d.hub_id = a.hub_id and d.id = a.debate_id
  join actors dv on dv.hub_id = s.hub_id and dv.id = s.division_id
  left join points t on t.hub_id = a.hub_id and t.id = a.point_id`;

const STEPS = `coalesce((select json_agg(${STEP('')} order by s.happened_on, s.id) from reflection_steps s ${STANDING}
  where s.hub_id = l.hub_id and s.budget_line_id = l.id), '[]') as steps`;

export interface LineFilter {
  /** 0: every year */
  year: number;
  /** part of the line's words */
  q: string;
  /** the last line of the page before */
  after: { year: number; title: string } | null;
}

const PAGE_SIZE = 40;

const AFTER = `($1 = 0 or l.fiscal_year = $1) and ($2 = '' or position($2 in l.title) > 0)
  and ($3::int is null or l.fiscal_year < $3 or (l.fiscal_year = $3 and l.title > $4))`;

/** Newest year first, within a year by the line; each with all its steps, for export. */
export async function budgetLines(db: Db, filter: LineFilter): Promise<{ lines: BudgetLine[]; more: boolean }> {
  const lines = await run<BudgetLine>(
    db,
    `select l.id, l.fiscal_year, l.title, ${STEPS} from budget_lines l where ${AFTER}
     order by l.fiscal_year desc, l.title limit ${PAGE_SIZE + 1}`,
    valuesOf(filter),
  );
  return { lines: lines.slice(0, PAGE_SIZE), more: lines.length > PAGE_SIZE };
}

const valuesOf = ({ year, q, after }: LineFilter) => [year, q, after?.year ?? null, after?.title ?? ''];

/** A line among others: of long ones the beginning. */
export interface ListedLine extends Pick<BudgetLine, 'id' | 'fiscal_year' | 'title'> {
  /** the first of what its steps are about */
  subjects: Pick<LineStep, 'title' | 'body'>[];
  /** how many there are; where its steps are many, among the first of them */
  items: number;
  /** has more steps than were looked at */
  is_long: boolean;
  /** yen voted, of what stands; null while nothing was */
  voted: number | null;
  /** has more votes than were added up: `voted` is not all of it */
  is_much_voted: boolean;
}

export const LISTED = { steps: 20, subjects: 10, voted: 40 };

const OF_LINE = 'from reflection_steps s where s.hub_id = l.hub_id and s.budget_line_id = l.id';
/** What the list shows. Of each line it reads a bounded number of steps, however many there are. */
export async function listedLines(db: Db, filter: LineFilter): Promise<{ lines: ListedLine[]; more: boolean }> {
  const lines = await run<ListedLine>(
    db,
    `with l as materialized (
       select * from budget_lines l where ${AFTER} order by l.fiscal_year desc, l.title limit ${PAGE_SIZE + 1}
     )
     select l.id, l.fiscal_year, l.title, begun.*, votes.* from l cross join lateral (
       select coalesce(json_agg(json_build_object('title', d.title, 'body', t.body) order by f.first), '[]') as subjects,
         coalesce(max(f.items), 0)::int as items, coalesce(max(f.last), 0) > ${LISTED.steps} as is_long
       from (
         select b.hub_id, v.subject_id, min(b.nth) as first, max(max(b.nth)) over () as last, count(*) over () as items
         from (select s.hub_id, s.answer_id, row_number() over (order by s.happened_on, s.id) as nth ${OF_LINE}
           order by s.happened_on, s.id limit ${LISTED.steps + 1}) as b
         join answers v on v.hub_id = b.hub_id and v.id = b.answer_id
         group by b.hub_id, v.subject_id order by min(b.nth) limit ${LISTED.subjects}
       ) as f
       join answers a on a.hub_id = f.hub_id and a.subject_id = f.subject_id and a.is_current
       join debates d on d.hub_id = a.hub_id and d.id = a.debate_id
       left join points t on t.hub_id = a.hub_id and t.id = a.point_id
     ) as begun cross join lateral (
       select sum(amount_yen)::float8 as voted, count(*) > ${LISTED.voted} as is_much_voted
       from (select s.amount_yen ${OF_LINE} and s.step = 'voted' and ${STANDS} order by s.id limit ${LISTED.voted + 1}) as v
     ) as votes
     order by l.fiscal_year desc, l.title`,
    valuesOf(filter),
  );
  return { lines: lines.slice(0, PAGE_SIZE), more: lines.length > PAGE_SIZE };
}

export async function budgetYears(db: Db): Promise<number[]> {
  const rows = await run<{ fiscal_year: number }>(
    db,
    'select distinct fiscal_year from budget_lines order by fiscal_year desc limit 50',
  );
  return rows.map((row) => row.fiscal_year);
}

/** A page of one line: its steps in the order in which they happened, with the voices behind each. */
export interface ShownLine extends BudgetLine {
  /** yen voted on the whole line, of what stands; null while nothing was */
  voted: number | null;
  more: boolean;
}

const STEPS_SHOWN = 30;
const FURTHER = 'and (s.happened_on, s.id) > (select k.happened_on, k.id from reflection_steps k where k.id = $2)';

/** The steps of one line that come after the step `after`, from the first where it is null; null for an unknown line. */
export async function budgetLine(db: Db, id: string, after: string | null): Promise<ShownLine | null> {
  const [lines, steps] = await Promise.all([
    run<Omit<ShownLine, 'steps' | 'more'>>(
      db,
      `select l.id, l.fiscal_year, l.title,
         (select sum(s.amount_yen) ${OF_LINE} and s.step = 'voted' and ${STANDS})::float8 as voted
       from budget_lines l where l.id = $1`,
      [id],
    ),
    run<{ step: LineStep }>(
      db,
      `with shown as (
         select s.* from reflection_steps s
         where s.budget_line_id = $1 ${after === null ? '' : FURTHER}
         order by s.happened_on, s.id limit ${STEPS_SHOWN + 1}
       )
       select ${STEP(`, 'voices', ${VOICES_JSON}`)} as step from shown s ${STANDING} order by s.happened_on, s.id`,
      after === null ? [id] : [id, after],
    ),
  ]);
  const [line] = lines;
  if (!line) return null;
  return { ...line, steps: steps.slice(0, STEPS_SHOWN).map(({ step }) => step), more: steps.length > STEPS_SHOWN };
}
