/** Imports as their pages show them. */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { ImportCounts } from './conversation.ts';
import type { FileProblems } from './problems.ts';

export interface ShownImport {
  id: string;
  title: string;
  state: 'uploading' | 'waiting' | 'working' | 'done' | 'failed';
  percent: number;
  counts: ImportCounts | null;
  failure: 'bad-lines' | 'imported-before' | 'given-up' | null;
  problems: FileProblems[] | null;
  debate_id: string | null;
  debate_title: string | null;
  person_name: string;
  begun_at: Date;
}

const SHOWN = `select i.id, i.title, i.state, i.percent, i.counts, i.failure, i.problems, i.debate_id, d.title as debate_title,
    p.name as person_name, i.begun_at
  from imports i
  join actors p on p.hub_id = i.hub_id and p.id = i.person_id
  left join debates d on d.hub_id = i.hub_id and d.id = i.debate_id`;

export async function importById(db: Db, id: string): Promise<ShownImport | null> {
  const [shown] = await run<ShownImport>(db, `${SHOWN} where i.id = $1`, [id]);
  return shown ?? null;
}

/** The newest first; those whose files are still coming have nothing to show. */
export function recentImports(db: Db, limit: number): Promise<ShownImport[]> {
  return run<ShownImport>(db, `${SHOWN} where i.state <> 'uploading' order by i.id desc limit $1`, [limit]);
}
