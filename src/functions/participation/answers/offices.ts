import { type Db, run } from '#kernel/database/dialect.ts';

/** The city's divisions. */
export function offices(db: Db): Promise<{ id: string; name: string }[]> {
  return run<{ id: string; name: string }>(
    db,
    `select id, name from actors where kind = 'division' and imported_from is null order by id limit 200`,
  );
}

/** Of whoever owes answers; null: there is no such office. */
export async function divisionName(db: Db, id: string): Promise<string | null> {
  const [row] = await run<{ name: string }>(db, `select name from actors where id = $1 and kind = 'division'`, [id]);
  return row?.name ?? null;
}
