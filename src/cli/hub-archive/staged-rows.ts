/**
 * X12: rows of an archive on their way into a database that others use meanwhile. They wait in tables of the one transaction that nobody
 * else sees, and go from there into the town's tables by ordinary inserts, under the town's own policies, in the order of the foreign keys:
 * nothing is locked but the list of towns, and rows of another town could not even be written.
 */
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { copyIn } from '#db/copy.ts';
import type { OpenArchive } from '../archive/archive-reading.ts';
import { quoted } from '../archive/catalog.ts';
import type { Manifest } from '../archive/manifest.ts';
import { type Belonging, nameOf } from './belongings.ts';
import { JOBS, makeJobTable } from './jobs.ts';
import { ImportRefused } from './refusals.ts';

export interface Staged {
  /** the waiting table of a table of ours */
  of(name: string): string;
  rows: number;
}

/** @throws ImportRefused when the archive's tables are not those there are */
export async function stageRows(
  client: pg.Client,
  archive: OpenArchive,
  belongings: readonly Belonging[],
  progress: (done: number, of: number, what: string) => void,
): Promise<Staged> {
  const { tables } = archive.manifest;
  refuseOtherTables(tables, belongings);
  const names = new Map<string, string>();
  let rows = 0;
  for (const [at, { schema, table, columns, parts }] of tables.entries()) {
    const name = nameOf({ schema, table });
    const staged = `arriving_${at}`;
    progress(at, tables.length, name);
    names.set(name, staged);
    const list = columns.map(quoted);
    if (name === nameOf(JOBS)) await makeJobTable(client, staged);
    else
      await client.query(
        `create temp table ${quoted(staged)} on commit drop as select ${list.join(', ')} from ${quoted(schema)}.${quoted(table)} with no data`,
      );
    for (const part of parts) {
      if (part.rows === 0) continue;
      await pipeline(await archive.read(part.path), copyIn(client, `pg_temp.${quoted(staged)}`, list));
      rows += part.rows;
    }
  }
  const of = (name: string): string => {
    const staged = names.get(name);
    if (!staged) throw new ImportRefused('other-tables', name);
    return staged;
  };
  return { of, rows };
}

function refuseOtherTables(tables: Manifest['tables'], belongings: readonly Belonging[]): void {
  const written = (name: string, columns: readonly string[]) => `${name} ${[...columns].sort().join()}`;
  const there = new Set([
    ...belongings.map((one) =>
      written(
        nameOf(one),
        one.columns.map(({ name }) => name),
      ),
    ),
    written(nameOf(JOBS), JOBS.columns),
  ]);
  const strange = tables.find((one) => !there.has(written(nameOf(one), one.columns)));
  if (strange) throw new ImportRefused('other-tables', nameOf(strange));
  if (tables.length !== there.size || new Set(tables.map(nameOf)).size !== there.size)
    throw new ImportRefused('other-tables', 'tables are missing');
}

/** The hub's own row, at its new number, name and address. */
export async function insertHub(
  client: pg.ClientBase,
  { columns }: Belonging,
  staged: string,
  place: { id: number; key: string; origin: string },
): Promise<void> {
  // Where it went to from the other place, and when it was taken along there, is that place's own.
  const elsewhere = { moved_to: 'null', moved_at: 'null', exported: 'null' };
  const values: Record<string, string> = { id: '$1', key: '$2', host: '$3', ...elsewhere };
  const names = columns.map(({ name }) => name);
  await client.query(
    `insert into hubs (${names.map(quoted).join(', ')}) select ${names.map((name) => values[name] ?? quoted(name)).join(', ')} from ${quoted(staged)}`,
    [place.id, place.key, place.origin],
  );
}

/** The town's rows of one table; the transaction is the new hub's, and `arrived_accounts` says who is who. */
export async function insertCivic(
  client: pg.ClientBase,
  belonging: Belonging,
  staged: string,
  hub: number,
): Promise<number> {
  const columns = belonging.columns.filter(({ isDrawn }) => !isDrawn);
  const drawn = belonging.columns.find(({ isDrawn }) => isDrawn);
  const values = columns.map(({ name, isHub, isAccount }) =>
    isHub
      ? String(Number(hub))
      : isAccount
        ? `(select a.id from arrived_accounts a where a.was = s.${quoted(name)})`
        : s(name),
  );
  const { rowCount } = await client.query(
    `insert into ${quoted(belonging.schema)}.${quoted(belonging.table)} (${columns.map(({ name }) => quoted(name)).join(', ')})
     select ${values.join(', ')} from ${quoted(staged)} s${drawn ? ` order by ${s(drawn.name)}` : ''}`,
  );
  return rowCount ?? 0;
}

const s = (name: string): string => `s.${quoted(name)}`;
