/** F1.1 Reads of one's own saved searches. */
import type { Rhythm } from '#commons/notices/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { MOST_SEARCHES, notFound, type Page } from './saved-search.ts';

export interface SavedSearch {
  id: string;
  name: string;
  page: Page;
  query: string;
  rhythm: Rhythm;
  saved_at: Date;
  last_found_at: Date | null;
}

const COLUMNS = `s.id, s.name, s.page, s.query, s.rhythm, s.saved_at,
  (select max(f.found_at) from saved_search_finds f where f.hub_id = s.hub_id and f.search_id = s.id) as last_found_at`;

export function searchesOf(db: Db, personId: string): Promise<SavedSearch[]> {
  return run<SavedSearch>(
    db,
    `select ${COLUMNS} from saved_searches s where s.person_id = $1 order by s.saved_at desc, s.id limit ${MOST_SEARCHES}`,
    [personId],
  );
}

export async function searchOf(db: Db, personId: string, id: string): Promise<SavedSearch> {
  const [saved] = await run<SavedSearch>(
    db,
    `select ${COLUMNS} from saved_searches s where s.id = $1 and s.person_id = $2`,
    [id, personId],
  );
  if (!saved) throw notFound();
  return saved;
}

/** What it has found, newest first, the latest fifty. */
export function findsOf(db: Db, id: string): Promise<{ kind: string; object_id: string; found_at: Date }[]> {
  return run(
    db,
    `select kind, object_id, found_at from saved_search_finds where search_id = $1 order by found_at desc, object_id desc limit 50`,
    [id],
  );
}

/** For whoever has the letter: the name of the search, and whether its letters have ended. */
export async function nameOf(db: Db, id: string): Promise<{ name: string; isOff: boolean } | null> {
  const [saved] = await run<{ name: string; isOff: boolean }>(
    db,
    `select name, rhythm = 'off' as "isOff" from saved_searches where id = $1`,
    [id],
  );
  return saved ?? null;
}
