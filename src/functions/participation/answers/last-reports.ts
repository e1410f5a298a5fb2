import { type Db, run } from '#kernel/database/dialect.ts';

/** When each of these items was last told to whoever owes it, by its id. */
export async function lastReports(db: Db, ids: readonly string[]): Promise<Map<string, Date>> {
  const rows = await run<{ subject_id: string; at: Date }>(
    db,
    'select subject_id, max(reported_at) as at from overdue_reports where subject_id = any($1::uuid[]) group by subject_id',
    [ids],
  );
  return new Map(rows.map(({ subject_id, at }) => [subject_id, at]));
}
