/**
 * X8, X11, X12: one town of a deployment as one sealed file, to be brought into another: its rows in one snapshot, the accounts of its
 * people, the files they attached, the work that waits, and its journal as a log that verifies by itself. The town runs on meanwhile.
 */
import { Readable } from 'node:stream';
import pg from 'pg';
import type { FileStore } from '#commons/files/store.ts';
import type { SigningKey } from '#commons/journal/signing-key.ts';
import { latestCheckpoint } from '#commons/journal/storage.ts';
import { copyOut } from '#db/copy.ts';
import type { ConnectionOptions } from '#db/embedded/index.ts';
import { type ArchiveWriter, type Written, writeArchive } from '../archive/archive-file.ts';
import { addFiles, enter } from '../archive/backup.ts';
import { quoted, STEADY_TEXT } from '../archive/catalog.ts';
import { FORMAT, type Manifest } from '../archive/manifest.ts';
import { accountsOf, type Belonging, nameOf, readBelongings } from './belongings.ts';
import { keepExported, snapshotNow } from './close-hub.ts';
import { JOBS, waitingJobs } from './jobs.ts';
import { addLog, sqlOn, storedLogHolds } from './kept-log.ts';
import { openedSteps, STEPS } from './second-steps.ts';

export interface ExportParts {
  app: ConnectionOptions;
  /** the town's key */
  key: string;
  store: FileStore;
  passphrase: string;
  /** null: this deployment has signed nothing yet */
  signing: SigningKey | null;
  /** opens the secret of somebody's second step; null when it was sealed in another deployment */
  openStep(accountId: string, sealed: Uint8Array): Buffer | null;
  minna: string;
  now: Date;
  progress(done: number, of: number, what: string): void;
}

export interface ExportReport extends Written {
  rows: number;
  accounts: number;
  files: number;
  gone: number;
}

export type ExportRefusal = 'unknown' | 'journal' | 'secret';

/** Nothing was written. */
export class ExportRefused extends Error {
  readonly why: ExportRefusal;
  constructor(why: ExportRefusal) {
    super(`not exported: ${why}`);
    this.why = why;
  }
}

const README = `One town of a deployment of Minna, made by ./minna hub export; ./minna hub import FILE --host HOST brings it into another.

data/     tables in the text form of PostgreSQL's COPY; columns are named in manifest.json
files/    what people attached, by the SHA-256 of the content
journal/  the town's public journal as it was served: ./minna journal verify FOLDER
manifest.json   versions, tables, and the SHA-256 of every member

It holds personal data, the accounts of the town's people among it: keep it as the town promises to.
`;

/** @throws ExportRefused; ArchiveExists; StrangeTable; the error of database, store or disk, and then no file is left */
export async function exportHub(file: string, parts: ExportParts): Promise<ExportReport> {
  const client = new pg.Client({ ...parts.app, application_name: 'minna hub export', statement_timeout: 0 });
  client.on('error', () => {});
  await client.connect();
  try {
    const figures = { rows: 0, accounts: 0, files: 0, gone: 0 };
    let exported = { system: '', snapshot: '' };
    let hubId = 0;
    const written = await writeArchive(file, { passphrase: parts.passphrase, mtime: parts.now }, async (archive) => {
      await client.query(`begin isolation level repeatable read read only; ${STEADY_TEXT}`);
      exported = await snapshotNow(client);
      const { gone, ...manifest } = await fill(client, archive, parts);
      await client.query('commit');
      const rowsOf = (tables: Manifest['tables']) =>
        tables.flatMap((one) => one.parts).reduce((sum, { rows }) => sum + rows, 0);
      figures.rows = rowsOf(manifest.tables);
      figures.accounts = rowsOf(
        manifest.tables.filter(({ schema, table }) => nameOf({ schema, table }) === 'auth.users'),
      );
      figures.files = manifest.files.length;
      figures.gone = gone;
      hubId = manifest.hubs[0]!.id;
      return manifest;
    });
    await keepExported(client, hubId, exported);
    return { ...figures, ...written };
  } finally {
    await client.end();
  }
}

async function fill(
  client: pg.Client,
  archive: ArchiveWriter,
  parts: ExportParts,
): Promise<Omit<Manifest, 'members'> & { gone: number }> {
  const hub = await readHub(client, parts);
  await archive.add('README.txt', Buffer.from(README));
  const belongings = await readBelongings(client);
  const accounts = accountsOf(belongings, hub.id);
  const tables: Manifest['tables'] = [];
  for (const [at, belonging] of belongings.entries()) {
    const { schema, table, columns } = belonging;
    parts.progress(at, belongings.length, nameOf(belonging));
    const rows = rowsOf(client, belonging, { hub: hub.id, accounts, openStep: parts.openStep });
    const path = `data/${nameOf(belonging)}.copy`;
    const member = await archive.add(path, rows);
    tables.push({
      schema,
      table,
      columns: columns.map(({ name }) => name),
      parts: [{ hub: hub.id, path, rows: member.rows }],
    });
  }
  const jobs = await archive.add('data/jobs.copy', copyOut(client, waitingJobs(hub.id)));
  tables.push({ ...JOBS, parts: [{ hub: hub.id, path: jobs.path, rows: jobs.rows }] });
  if (hub.checkpoint !== null)
    await addLog(archive, { sql: sqlOn(client), hub: hub.id, note: hub.checkpoint, key: parts.signing! });
  const { files, gone } = await addFiles(client, archive, parts, [hub]);
  const { rows } = await client.query<{ postgres: string }>(`select current_setting('server_version') as postgres`);
  const migrations = await client.query<Manifest['migrations'][number]>(
    'select number, name, checksum from schema_migrations order by number',
  );
  return {
    format: FORMAT,
    version: 1,
    kind: 'hub',
    minna: parts.minna,
    postgres: rows[0]!.postgres,
    made: parts.now.toISOString(),
    migrations: migrations.rows,
    hubs: [hub],
    tables,
    sequences: [],
    files,
    keys: [],
    gone,
  };
}

/** The town, and its journal's newest head, which has to hold: what can't be verified here couldn't be anywhere. */
async function readHub(client: pg.Client, { key, signing }: ExportParts): Promise<Manifest['hubs'][number]> {
  const { rows } = await client.query<{ id: number; key: string; host: string }>(
    'select id, key, host from hubs where key = $1',
    [key],
  );
  const hub = rows[0];
  if (!hub) throw new ExportRefused('unknown');
  await enter(client, hub.id);
  const sql = sqlOn(client);
  const head = await latestCheckpoint(sql, hub.id);
  if (head && !(signing && (await storedLogHolds(sql, hub.id, head.note, signing)))) throw new ExportRefused('journal');
  return { ...hub, checkpoint: head?.note ?? null };
}

function rowsOf(
  client: pg.Client,
  belonging: Belonging,
  { hub, accounts, openStep }: { hub: number; accounts: string; openStep: ExportParts['openStep'] },
): Readable {
  const { of, columns, schema, table } = belonging;
  const account = columns.find(({ isAccount }) => isAccount)?.name;
  const where =
    of === 'hub' ? `id = ${hub}` : of === 'civic' ? `hub_id = ${hub}` : `${quoted(account!)} in (${accounts})`;
  if (nameOf(belonging) === STEPS) {
    const refuse = () => new ExportRefused('secret');
    return Readable.from(openedSteps(client, { columns: columns.map(({ name }) => name), where, openStep, refuse }));
  }
  const select = `select ${columns.map(({ name }) => quoted(name)).join(', ')} from ${quoted(schema)}.${quoted(table)}`;
  return copyOut(client, `${select} where ${where}`);
}
