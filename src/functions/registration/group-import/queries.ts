/** F7.5 Lists on their way in, for the desk alone. */
import type { ImportState } from '#commons/file-imports/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { type Counts, type ListFormat, type Mapping, notFound, type Problem, type Sight } from './list.ts';

export interface ImportRow {
  id: string;
  person_id: string;
  person_name: string;
  state: ImportState;
  file_name: string;
  format: ListFormat | null;
  mapping: Mapping | null;
  sight: Sight | null;
  problems: Problem[] | null;
  counts: Counts | null;
  percent: number;
  begun_at: Date;
}

const COLUMNS = `i.id, i.person_id, p.name as person_name, i.state, i.file_name, i.format, i.mapping, i.sight, i.problems, i.counts, i.percent,
  i.begun_at from group_imports i join actors p on p.hub_id = i.hub_id and p.id = i.person_id`;

/** @throws Refusal 'not-found' */
export async function importById(db: Db, id: string): Promise<ImportRow> {
  const [row] = await run<ImportRow>(db, `select ${COLUMNS} where i.id = $1`, [id]);
  if (!row) throw notFound();
  return row;
}

/** @throws Refusal 'not-found' */
export async function lockedImport(db: Db, id: string): Promise<ImportRow> {
  const [row] = await run<ImportRow>(db, `select ${COLUMNS} where i.id = $1 for update of i`, [id]);
  if (!row) throw notFound();
  return row;
}

export function recentImports(db: Db): Promise<ImportRow[]> {
  return run<ImportRow>(db, `select ${COLUMNS} where i.state <> 'sending' order by i.id desc limit 20`);
}
