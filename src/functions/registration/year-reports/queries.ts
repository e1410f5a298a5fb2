/** F7.7 Reads of reports. Whoever may read one is asked by `mayRead`; lists for everybody hold public ones alone. */
import { type Hiding, hidingJson } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { type Line, notFound, type Reach } from './report.ts';

export interface Report {
  id: string;
  group_id: string;
  name: string;
  year: number;
  version: number;
  reach: Reach;
  done: string;
  people: number | null;
  brought: number;
  income: Line[];
  expense: Line[];
  carried: number;
  note: string;
  first_at: Date;
  changed_at: Date;
  hidden_at: Date | null;
}

export interface ShownReport extends Report {
  hiding: Hiding | null;
  versions: { version: number; changed: string; at: string }[];
}

const COLUMNS = `r.id, r.group_id, g.name, r.fiscal_year as year, r.version, r.reach, r.done, r.people, r.brought::float8 as brought,
  r.income, r.expense, r.carried::float8 as carried, r.note, r.first_at, r.changed_at, r.hidden_at`;
const REPORTS = 'year_reports r join groups g on g.hub_id = r.hub_id and g.id = r.group_id';

/** Public ones, newest first. */
export async function listedReports(db: Db, before: string | null, limit: number) {
  const rows = await run<Report>(
    db,
    `select ${COLUMNS} from ${REPORTS} where r.reach = 'public' and r.hidden_at is null and ($1::uuid is null or r.id < $1)
     order by r.id desc limit $2`,
    [before, limit + 1],
  );
  return { reports: rows.slice(0, limit), more: rows.length > limit };
}

/** Of one group, the latest year first. */
export function reportsOf(db: Db, groupId: string): Promise<Report[]> {
  return run<Report>(
    db,
    `select ${COLUMNS} from ${REPORTS} where r.group_id = $1 order by r.fiscal_year desc limit 100`,
    [groupId],
  );
}

/** @throws Refusal 'not-found' */
export async function reportById(db: Db, id: string): Promise<ShownReport> {
  const [row] = await run<ShownReport>(
    db,
    `select ${COLUMNS}, ${hidingJson('year-report', 'r')} as hiding,
       (select json_agg(json_build_object('version', v.version, 'changed', v.changed, 'at', v.at) order by v.version desc)
        from year_report_versions v where v.hub_id = r.hub_id and v.report_id = r.id) as versions
     from ${REPORTS} where r.id = $1`,
    [id],
  );
  if (!row) throw notFound();
  return row;
}

export type Content = Pick<Report, 'reach' | 'done' | 'people' | 'brought' | 'income' | 'expense' | 'carried' | 'note'>;

/** What an earlier version said; null where there is none. */
export async function earlierContent(db: Db, id: string, version: number): Promise<Content | null> {
  const [row] = await run<{ content: Content }>(
    db,
    'select content from year_report_versions where report_id = $1 and version = $2',
    [id, version],
  );
  return row?.content ?? null;
}

/** What the year before left; null where there is no report of it. */
export async function leftBy(db: Db, groupId: string, year: number): Promise<number | null> {
  const [row] = await run<{ carried: number }>(
    db,
    'select carried::float8 as carried from year_reports where group_id = $1 and fiscal_year = $2',
    [groupId, year - 1],
  );
  return row?.carried ?? null;
}
