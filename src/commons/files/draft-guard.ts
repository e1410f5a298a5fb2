/** X10: files of a draft are those of whoever writes it, until they hang on what was published. */
import { run } from '#kernel/database/dialect.ts';
import { guardFiles } from './guards.ts';

/** @param table has id and person_id, whoever writes */
export function guardOwnDrafts(kind: string, table: `${string}_drafts`): void {
  guardFiles(kind, async (db, things, { reader }) => {
    if (!reader) return things.map(() => null);
    const rows = await run<{ id: string }>(
      db,
      `select id from ${table} where id = any($1::uuid[]) and person_id = $2`,
      [things.map(({ id }) => id), reader.person.id],
    );
    const own = new Set(rows.map((row) => row.id));
    return things.map(({ id }) => (own.has(id) ? 'reader' : null));
  });
}
