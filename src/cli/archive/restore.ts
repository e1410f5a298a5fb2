/**
 * X12: an archive back into an empty deployment, of any server version that Minna runs on. The database is brought to the archive's own
 * tables, takes all rows in one transaction, and is migrated on from there; what fails leaves it empty.
 */
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import type { FileStore } from '#commons/files/store.ts';
import { loadUnbound } from '#db/bulk-load.ts';
import { copyIn } from '#db/copy.ts';
import { APP_ROLE } from '#db/embedded/connection.ts';
import type { ConnectionOptions } from '#db/embedded/index.ts';
import { prepareJobQueue } from '#db/job-queue.ts';
import { migrate } from '#db/migrate.ts';
import { MIGRATIONS_FOLDER, readMigrations } from '#db/migration-files.ts';
import type { OpenArchive } from './archive-reading.ts';
import { quoted, readTables, STEADY_TEXT } from './catalog.ts';
import type { Manifest } from './manifest.ts';

export type RestoreRefusal =
  | 'not-empty'
  | 'archive-newer'
  | 'target-newer'
  | 'other-history'
  | 'key-differs'
  | 'no-key'
  | 'not-a-backup';

/** Nothing was restored; `at` says of what the refusal speaks. */
export class RestoreRefused extends Error {
  readonly why: RestoreRefusal;
  readonly at: string;
  constructor(why: RestoreRefusal, at = '') {
    super(`not restored: ${why} ${at}`);
    this.why = why;
    this.at = at;
  }
}

export interface RestoreParts {
  owner: ConnectionOptions;
  app: ConnectionOptions;
  store: FileStore;
  /** where the keys of this deployment lie */
  keyPaths: Readonly<Record<Manifest['keys'][number]['name'], string>>;
  /** a journal may go on under a key that is made now: the one it had is lost */
  newKey: boolean;
  log: (line: string) => void;
  progress(done: number, of: number, what: string): void;
}

export interface RestoreReport {
  rows: number;
  files: number;
  keys: number;
}

/**
 * Restores a checked archive.
 * @throws RestoreRefused before anything was written; the database's error when the rows don't fit, and then it is as empty as before
 */
export async function restoreArchive(archive: OpenArchive, parts: RestoreParts): Promise<RestoreReport> {
  const { manifest } = archive;
  if (manifest.kind !== 'backup') throw new RestoreRefused('not-a-backup');
  const last = await refuseOtherVersions(manifest);
  await refuseOtherKeys(archive, parts.keyPaths);
  await refuseLostKey(manifest, parts);
  const owner = new pg.Client({ ...parts.owner, application_name: 'minna restore', statement_timeout: 0 });
  owner.on('error', () => {});
  await owner.connect();
  try {
    await refuseUsedDatabase(owner, last);
    await migrate(parts.owner, { log: () => {}, upTo: last });
    await prepareJobQueue(parts.owner, parts.app);
    // Files first: a row whose bytes are missing would be shown, bytes without a row harm nobody.
    const files = await putFiles(archive, parts);
    const keys = await putKeys(archive, parts.keyPaths);
    const rows = await putRows(owner, archive, parts);
    await migrate(parts.owner, { log: parts.log });
    await owner.query('analyze');
    return { rows, files, keys };
  } finally {
    await owner.end();
  }
}

/** The number of the archive's last migration, which this Minna has, too. */
async function refuseOtherVersions(manifest: Manifest): Promise<number> {
  const own = new Map((await readMigrations(MIGRATIONS_FOLDER)).map((file) => [file.number, file]));
  for (const { number, name, checksum } of manifest.migrations) {
    const file = own.get(number);
    if (!file) throw new RestoreRefused('archive-newer', name);
    if (file.checksum !== checksum) throw new RestoreRefused('other-history', name);
  }
  return manifest.migrations.at(-1)?.number ?? 0;
}

/** A key that is there may have signed things; it is never written over. */
async function refuseOtherKeys(archive: OpenArchive, paths: RestoreParts['keyPaths']): Promise<void> {
  for (const { name, path } of archive.manifest.keys) {
    const there = await contentOf(paths[name]);
    if (there && !there.equals(await buffer(await archive.read(path))))
      throw new RestoreRefused('key-differs', paths[name]);
  }
}

/** Nobody should find out a year later that the key was in no archive. */
async function refuseLostKey({ keys, hubs }: Manifest, { keyPaths, newKey }: RestoreParts): Promise<void> {
  if (newKey || keys.some(({ name }) => name === 'journal') || hubs.every(({ checkpoint }) => checkpoint === null))
    return;
  if ((await contentOf(keyPaths.journal)) === null) throw new RestoreRefused('no-key', keyPaths.journal);
}

async function refuseUsedDatabase(owner: pg.Client, last: number): Promise<void> {
  const { rows } = await owner.query<{ schema: string; table: string }>(
    `select n.nspname as schema, c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
        and n.nspname not like 'pg\\_%'`,
  );
  if (rows.length === 0) return;
  const ours = rows.some(({ schema, table }) => schema === 'public' && table === 'schema_migrations');
  if (!ours) throw new RestoreRefused('not-empty', rows[0]!.table);
  // What a migration or an earlier restore left before its rows came has tables, and no town.
  const { rows: held } = await owner.query<{ latest: number }>(
    'select coalesce(max(number), 0)::int as latest from schema_migrations',
  );
  if (rows.some(({ table }) => table === 'hubs')) {
    const towns = await owner.query('select from hubs limit 1');
    if (towns.rowCount) throw new RestoreRefused('not-empty', 'hubs');
  }
  if (held[0]!.latest > last) throw new RestoreRefused('target-newer');
}

async function putFiles(archive: OpenArchive, { store, progress }: RestoreParts): Promise<number> {
  const { files } = archive.manifest;
  for (const [at, { key, path }] of files.entries()) {
    progress(at, files.length, 'files');
    await store.put(key, { bytes: await buffer(await archive.read(path)) });
  }
  return files.length;
}

async function putKeys(archive: OpenArchive, paths: RestoreParts['keyPaths']): Promise<number> {
  for (const { name, path } of archive.manifest.keys) {
    if (await contentOf(paths[name])) continue;
    const bytes = await buffer(await archive.read(path));
    await mkdir(dirname(paths[name]), { recursive: true, mode: 0o700 });
    const file = await open(paths[name], 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  }
  return archive.manifest.keys.length;
}

async function putRows(owner: pg.Client, archive: OpenArchive, { progress }: RestoreParts): Promise<number> {
  const { tables, sequences } = archive.manifest;
  let loaded = 0;
  await loadUnbound(owner, async () => {
    await owner.query(STEADY_TEXT);
    await refuseMissingColumns(owner, archive.manifest);
    for (const [at, { schema, table, columns, parts }] of tables.entries()) {
      const name = `${quoted(schema)}.${quoted(table)}`;
      progress(at, tables.length, `${schema}.${table}`);
      await actFor(owner, schema);
      if (schema === 'graphile_worker') await owner.query(`delete from ${name}`);
      for (const { path, rows } of parts) {
        if (rows === 0) continue;
        await pipeline(await archive.read(path), copyIn(owner, name, columns.map(quoted)));
        loaded += rows;
      }
    }
    for (const { schema, name, value, called } of sequences) {
      await actFor(owner, schema);
      await owner.query('select setval($1::regclass, $2, $3)', [`${quoted(schema)}.${quoted(name)}`, value, called]);
    }
    // Who was at work on a job when the archive was made is at work no more.
    await actFor(owner, 'graphile_worker');
    await owner.query(
      'update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null',
    );
    await owner.query(
      'update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null',
    );
    await actFor(owner, 'public');
  });
  return loaded;
}

/** The queue's tables are the application's. */
async function actFor(owner: pg.Client, schema: string): Promise<void> {
  await owner.query(schema === 'graphile_worker' ? `set local role ${APP_ROLE}` : 'reset role');
}

/** The job queue has versions of its own: columns it no longer has can't be filled. */
async function refuseMissingColumns(owner: pg.Client, manifest: Manifest): Promise<void> {
  const there = new Map((await readTables(owner)).map((one) => [`${one.schema}.${one.table}`, one.columns]));
  for (const { schema, table, columns } of manifest.tables) {
    const known = there.get(`${schema}.${table}`);
    const missing = columns.find((column) => !known?.includes(column));
    if (missing !== undefined) throw new RestoreRefused('other-history', `${schema}.${table}.${missing}`);
  }
}

async function contentOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
