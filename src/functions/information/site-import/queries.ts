/** F1.3 Imports of a site, for its editors. */
import type { ImportState } from '#commons/file-imports/index.ts';
import { type AttachedFile, filesColumn } from '#commons/files/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { type Choices, type Counts, notFound, type PictureFailure, type Problem, type Sight } from './import.ts';

/** Each waiting picture hangs on a thing of its own, so that it can be moved to its block alone. */
export const WAITING = 'site-import-picture';

export interface ImportRow {
  id: string;
  site_id: string;
  group_id: string;
  site_title: string;
  person_name: string;
  state: ImportState;
  file_name: string;
  sight: Sight | null;
  problem: Problem | null;
  choices: Choices | null;
  counts: Counts | null;
  percent: number;
  begun_at: Date;
}

const COLUMNS = `select i.id, i.site_id, s.group_id, s.title as site_title, p.name as person_name, i.state, i.file_name, i.sight, i.problem, i.choices, i.counts,
  i.percent, i.begun_at from site_imports i join sites s on s.hub_id = i.hub_id and s.id = i.site_id
  join actors p on p.hub_id = i.hub_id and p.id = i.person_id`;

/** @throws Refusal 'not-found' */
export async function importById(db: Db, id: string): Promise<ImportRow> {
  const [row] = await run<ImportRow>(db, `${COLUMNS} where i.id = $1`, [id]);
  if (!row) throw notFound();
  return row;
}

/** @throws Refusal 'not-found' */
export async function lockedImport(db: Db, id: string): Promise<ImportRow> {
  const [row] = await run<ImportRow>(db, `${COLUMNS} where i.id = $1 for update of i`, [id]);
  if (!row) throw notFound();
  return row;
}

export function recentImports(db: Db, siteId: string): Promise<ImportRow[]> {
  return run<ImportRow>(db, `${COLUMNS} where i.site_id = $1 and i.state <> 'sending' order by i.id desc limit 10`, [
    siteId,
  ]);
}

export interface ImportPicture {
  n: number;
  page_id: string;
  page_title: string;
  behind_id: string | null;
  src: string;
  caption: string;
  failure: PictureFailure | null;
  files: AttachedFile[];
}

/** Pictures of an import that wait for words, and those that could not be had. */
export function openPictures(db: Db, importId: string): Promise<ImportPicture[]> {
  return run<ImportPicture>(
    db,
    `select c.n, c.page_id, p.title as page_title, c.behind_id, c.src, c.caption, c.failure, ${filesColumn(WAITING, 'c', 'import_id', 'c.n')} as files
     from site_import_pictures c join site_pages p on p.hub_id = c.hub_id and p.id = c.page_id
     where c.import_id = $1 and c.settled_at is null order by c.n limit 500`,
    [importId],
  );
}
