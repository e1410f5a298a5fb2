/** P10, F9.8: per division, what was answered in time, late or not at all, what was adopted, what was reflected: from the kept figures. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';

/** Two years of four rounds: old enough to judge. */
export const FIGURE_ROUNDS = 8;

/** Counts of proposals and points. */
export interface Figures {
  /** the five below add up to this */
  total: number;
  onTime: number;
  late: number;
  underStudy: number;
  open: number;
  overdue: number;
  /** of all: adopted, adopted in part, or answered with another way */
  adopted: number;
  /** of these: voted in a budget or done, and not dropped */
  reflected: number;
}

export interface DivisionFigures extends Figures {
  /** null: no division is in charge of the policy, and nobody has answered */
  id: string | null;
  name: string | null;
}

/** A kept line: what is alike in everything but how many. */
export interface FigureLine {
  round_id: string;
  division_id: string | null;
  division_name: string | null;
  state: 'open' | 'under-study' | 'on-time' | 'late';
  /** YYYY-MM-DD; null where all is answered */
  due_on: string | null;
  items: number;
  adopted: number;
  reflected: number;
}

const LINE = `f.round_id, f.division_id, dv.name as division_name, f.state, f.due_on, f.items, f.adopted, f.reflected`;

/** Lines of the newest published rounds. Divisions are named one by one: a join goes through all actors for them. */
export function newestLines(db: Db): Promise<FigureLine[]> {
  return run<FigureLine>(
    db,
    `with f as materialized (
       select * from answer_figures where round_id in (
         select r.id from rounds r where r.published_at is not null order by r.collecting_at desc limit ${FIGURE_ROUNDS})
     ), dv as materialized (
       select id, (select a.name from actors a where a.hub_id = own.hub_id and a.id = own.id) as name
       from (select distinct hub_id, division_id as id from f where division_id is not null) as own
     )
     select ${LINE} from f left join dv on dv.id = f.division_id`,
  );
}

/** Lines of one division over all its rounds. */
export function linesOfDivision(db: Db, divisionId: string): Promise<FigureLine[]> {
  return run<FigureLine>(
    db,
    `select ${LINE} from answer_figures f join actors dv on dv.hub_id = f.hub_id and dv.id = f.division_id where f.division_id = $1`,
    [divisionId],
  );
}

const STATES = { 'on-time': 'onTime', late: 'late', 'under-study': 'underStudy', open: 'open' } as const;

/** The sum of kept lines as they stand at `now`: what is not answered after its due date is overdue. Pure. */
export function sumOf(lines: readonly FigureLine[], now: Date): Figures {
  const today = tokyoDate(now);
  const sum: Figures = { total: 0, onTime: 0, late: 0, underStudy: 0, open: 0, overdue: 0, adopted: 0, reflected: 0 };
  for (const line of lines) {
    sum.total += line.items;
    sum[line.due_on !== null && line.due_on < today ? 'overdue' : STATES[line.state]] += line.items;
    sum.adopted += line.adopted;
    sum.reflected += line.reflected;
  }
  return sum;
}

/** Divisions with the most to answer first, what has no division last. Pure. */
export function byDivision(lines: readonly FigureLine[], now: Date): DivisionFigures[] {
  return [...Map.groupBy(lines, (line) => line.division_id)]
    .map(([id, own]) => ({ id, name: own[0]?.division_name ?? null, ...sumOf(own, now) }))
    .sort((a, b) => Number(a.id === null) - Number(b.id === null) || b.total - a.total);
}
