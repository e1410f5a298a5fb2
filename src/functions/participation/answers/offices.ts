import { type Db, run } from '#kernel/database/dialect.ts';

/** The city's divisions. */
export function offices(db: Db): Promise<{ id: string; name: string }[]> {
  return run<{ id: string; name: string }>(
    db,
    `select id, name from actors where kind = 'division' and imported_from is null order by id limit 200`,
  );
}
