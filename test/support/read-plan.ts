/** How PostgreSQL would carry out what a read asks. */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { TestTown } from './town.ts';

/** The first statement a read sends, with its values; it is given no rows. */
async function sent(work: (db: Db) => Promise<unknown>): Promise<{ sql: string; parameters: readonly unknown[] }> {
  const queries: { sql: string; parameters: readonly unknown[] }[] = [];
  const ear = {
    executeQuery: async (query: { sql: string; parameters: readonly unknown[] }) => {
      queries.push(query);
      return { rows: [] };
    },
  };
  await work(ear as unknown as Db);
  const [first] = queries;
  if (!first) throw new Error('the read asks nothing');
  return first;
}

/**
 * The plan under the town's policies, where every index that can serve is taken: policies keep conditions that could leak away from the
 * indexes, and with the few rows of a test only a plan without scans shows it.
 */
export async function planOf(town: TestTown, work: (db: Db) => Promise<unknown>): Promise<string> {
  const { sql, parameters } = await sent(work);
  const lines = await town.hubwise.write(town.hub.id, async (db) => {
    for (const way of ['seqscan', 'bitmapscan', 'sort']) await run(db, `set local enable_${way} = off`);
    return run<{ 'QUERY PLAN': string }>(db, `explain (costs off) ${sql}`, parameters);
  });
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}
