/**
 * X12: a log that begins anew numbers every public act anew, in the order of their ids. What follows the log (notices, webhooks, search) remembers the
 * number it had come to; left as it is, it could pass over an act that nobody was told of.
 */
import { type Db, run } from '#kernel/database/dialect.ts';

const FOLLOWING = `select c.table_name as name from information_schema.columns c
  where c.table_schema = 'public' and c.column_name = 'leaf' and c.table_name <> 'events'
    and exists (select from information_schema.columns h
      where h.table_schema = 'public' and h.table_name = c.table_name and h.column_name = 'hub_id')`;

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * Puts each cursor before the first act it had not come to: acts after that one may be told twice, and whoever is told takes them once.
 * In the transaction that restarts the log, before it does. Entry 0 of the new log is its beginning, so act n stands at n + 1.
 */
export async function renumberCursors(db: Db, hubId: number): Promise<void> {
  for (const { name } of await run<{ name: string }>(db, FOLLOWING))
    await run(
      db,
      `update "${name}" c set leaf = (
         select count(*) from events e where e.hub_id = $1 and e.is_public and e.id < coalesce(
           (select f.id from events f where f.hub_id = $1 and f.is_public and (f.leaf is null or f.leaf > c.leaf)
            order by f.id limit 1), '${LAST}'))
       where c.hub_id = $1`,
      [hubId],
    );
}
