/**
 * X12: the whole deployment as one file: every row in one snapshot of the database, the files people attached, and (sealed only) the
 * keys. The town runs on meanwhile.
 */
import pg from 'pg';
import { type FileStore, StoreMissing, storeKey } from '#commons/files/store.ts';
import { copyOut } from '#db/copy.ts';
import type { ConnectionOptions } from '#db/embedded/index.ts';
import { type ArchiveWriter, type Written, writeArchive } from './archive-file.ts';
import { quoted, readSequences, readTables, STEADY_TEXT, type Table } from './catalog.ts';
import { FORMAT, type Manifest } from './manifest.ts';

export interface BackupParts {
  /** the application's own role sees every town, one after the other */
  app: ConnectionOptions;
  store: FileStore;
  /** key files by their name in the archive; none go into an archive that isn't sealed */
  keys: ReadonlyMap<Manifest['keys'][number]['name'], Buffer>;
  passphrase: string | null;
  minna: string;
  now: Date;
  progress(done: number, of: number, what: string): void;
}

export interface BackupReport extends Written {
  hubs: number;
  rows: number;
  files: number;
  /** files that were erased while the backup was made */
  gone: number;
  keys: number;
}

const README = `An archive of Minna, made by ./minna backup; ./minna restore FILE brings it back into an empty deployment.

data/   tables in the text form of PostgreSQL's COPY, a file a table (or a table and town); columns are named in manifest.json
files/  what people attached, by the number of the town and the SHA-256 of the content
keys/   the keys of the journal and of pushes, and the deployment's secret (in sealed archives only)
manifest.json   versions, tables, and the SHA-256 of every member

It holds personal data: keep it as the town promises to.
`;

/** @throws ArchiveExists; the error of database, store or disk, and then no file is left */
export async function makeBackup(file: string, parts: BackupParts): Promise<BackupReport> {
  const client = new pg.Client({ ...parts.app, application_name: 'minna backup', statement_timeout: 0 });
  client.on('error', () => {});
  await client.connect();
  try {
    const figures = { hubs: 0, rows: 0, files: 0, gone: 0, keys: 0 };
    const written = await writeArchive(file, { passphrase: parts.passphrase, mtime: parts.now }, async (archive) => {
      await client.query(`begin isolation level repeatable read read only; ${STEADY_TEXT}`);
      const { gone, ...manifest } = await fill(client, archive, parts);
      await client.query('commit');
      figures.hubs = manifest.hubs.length;
      figures.rows = manifest.tables.flatMap((table) => table.parts).reduce((sum, { rows }) => sum + rows, 0);
      figures.files = manifest.files.length;
      figures.gone = gone;
      figures.keys = manifest.keys.length;
      return manifest;
    });
    return { ...figures, ...written };
  } finally {
    // An archive that could not be written may leave COPY under way; the connection is cut rather than waited for.
    await client.end();
  }
}

type Filled = Omit<Manifest, 'members'> & { gone: number };

async function fill(client: pg.Client, archive: ArchiveWriter, parts: BackupParts): Promise<Filled> {
  await archive.add('README.txt', Buffer.from(README));
  const hubs = await readHubs(client);
  const tables = await readTables(client);
  const versions = await client.query<{ postgres: string }>(`select current_setting('server_version') as postgres`);
  const migrations = await client.query<Manifest['migrations'][number]>(
    'select number, name, checksum from schema_migrations order by number',
  );
  const listed: Manifest['tables'] = [];
  for (const [at, table] of tables.entries()) {
    parts.progress(at, tables.length, `${table.schema}.${table.table}`);
    listed.push(await addTable(client, archive, table, hubs));
  }
  const sequences = await readSequences(client);
  const { files, gone } = await addFiles(client, archive, parts, hubs);
  const keys: Manifest['keys'] = [];
  if (parts.passphrase !== null) {
    for (const [name, bytes] of parts.keys) {
      const { path } = await archive.add(`keys/${name}`, bytes);
      keys.push({ name, path });
    }
  }
  return {
    format: FORMAT,
    version: 1,
    kind: 'backup',
    minna: parts.minna,
    postgres: versions.rows[0]!.postgres,
    made: parts.now.toISOString(),
    migrations: migrations.rows,
    hubs,
    tables: listed,
    sequences,
    files,
    keys,
    gone,
  };
}

async function readHubs(client: pg.Client): Promise<Manifest['hubs']> {
  const { rows } = await client.query<{ id: number; key: string; host: string }>(
    'select id, key, host from hubs order by id',
  );
  const hubs: Manifest['hubs'] = [];
  for (const hub of rows) {
    await enter(client, hub.id);
    const head = await client.query<{ note: string }>(
      'select note from journal_checkpoints where hub_id = $1 order by size desc limit 1',
      [hub.id],
    );
    hubs.push({ ...hub, checkpoint: head.rows[0]?.note ?? null });
  }
  return hubs;
}

export async function enter(client: pg.Client, hub: number): Promise<void> {
  await client.query(`set local minna.hub = ${Number(hub)}`);
}

async function addTable(
  client: pg.Client,
  archive: ArchiveWriter,
  { schema, table, columns, byHub }: Table,
  hubs: Manifest['hubs'],
): Promise<Manifest['tables'][number]> {
  const select = `select ${columns.map(quoted).join(', ')} from ${quoted(schema)}.${quoted(table)}`;
  const parts: Manifest['tables'][number]['parts'] = [];
  for (const hub of byHub ? hubs.map(({ id }) => id) : [null]) {
    if (hub !== null) await enter(client, hub);
    const rows = copyOut(client, hub === null ? select : `${select} where hub_id = ${hub}`);
    const path = `data/${schema}.${table}${hub === null ? '' : `.${hub}`}.copy`;
    const member = await archive.add(path, rows);
    parts.push({ hub, path, rows: member.rows });
  }
  return { schema, table, columns, parts };
}

/** The files of these towns; the transaction is the snapshot their rows are of. */
export async function addFiles(
  client: pg.Client,
  archive: ArchiveWriter,
  { store, progress }: Pick<BackupParts, 'store' | 'progress'>,
  hubs: Manifest['hubs'],
): Promise<{ files: Manifest['files']; gone: number }> {
  const keys = new Set<string>();
  for (const { id } of hubs) {
    await enter(client, id);
    const { rows } = await client.query<{ sha256: Buffer; widths: number[] }>(
      'select sha256, widths from files where hub_id = $1 order by uploaded_at, id',
      [id],
    );
    for (const { sha256, widths } of rows)
      for (const width of [undefined, ...widths]) keys.add(storeKey(id, sha256.toString('hex'), width));
  }
  const files: Manifest['files'] = [];
  for (const [at, key] of [...keys].entries()) {
    progress(at, keys.size, 'files');
    const bytes = await store.read(key).catch((error: unknown) => {
      // Rows are older than this moment: somebody may have left meanwhile, and their files with them.
      if (error instanceof StoreMissing) return null;
      throw error;
    });
    if (!bytes) continue;
    const { path } = await archive.add(`files/${key}`, bytes, { compress: false });
    files.push({ key, path });
  }
  return { files, gone: keys.size - files.length };
}
