/** Many rows in one statement: columns as arrays. */
import { type Db, run } from '#kernel/database/dialect.ts';

const CHUNK = 10_000;

/** Column → its SQL type and what it is in a row. `words[]` is a text[] without spaces in its words. */
export type Columns<T> = Record<string, readonly [type: string, value: (row: T) => unknown]>;

/** Inserts all rows of hub `hubId` (the table's first column is hub_id), or of the deployment when null. */
export async function insertRows<T>(
  db: Db,
  table: string,
  hubId: number | null,
  columns: Columns<T>,
  rows: readonly T[],
): Promise<void> {
  const names = Object.keys(columns);
  const shapes = Object.values(columns);
  const hub = hubId === null ? '' : `${hubId}, `;
  const sent = shapes.map(([type], at) => `$${at + 1}::${type === 'words[]' ? 'text' : type}[]`).join(', ');
  const kept = shapes
    .map(([type], at) => (type === 'words[]' ? `string_to_array(t.${names[at]}, ' ')` : `t.${names[at]}`))
    .join(', ');
  const text = `insert into ${table} (${hubId === null ? '' : 'hub_id, '}${names.join(', ')})
    select ${hub}${kept} from unnest(${sent}) as t (${names.join(', ')})`;
  for (let at = 0; at < rows.length; at += CHUNK) {
    const part = rows.slice(at, at + CHUNK);
    await run(
      db,
      text,
      shapes.map(([, value]) => part.map(value)),
    );
  }
}
