/**
 * X8, X11, X12: a town of another deployment into this one, beside those that are here, while they run. Rows, accounts and the journal come
 * in one transaction: all of it or nothing.
 */
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import type { FileStore } from '#commons/files/store.ts';
import { freeNumber, originFrom, type Taken } from '#commons/hubs/index.ts';
import type { SigningKey } from '#commons/journal/signing-key.ts';
import type { ConnectionOptions } from '#db/embedded/index.ts';
import { prepareJobQueue } from '#db/job-queue.ts';
import { migrate } from '#db/migrate.ts';
import { MIGRATIONS_FOLDER, readMigrations } from '#db/migration-files.ts';
import { notifyPayloads } from '#kernel/page-cache-listener.ts';
import type { OpenArchive } from '../archive/archive-reading.ts';
import { enter } from '../archive/backup.ts';
import { STEADY_TEXT } from '../archive/catalog.ts';
import type { Manifest } from '../archive/manifest.ts';
import { type ArrivedJournal, beginJournal, moveCursors } from './arrived-journal.ts';
import { type ArrivedAccounts, insertAccounts } from './arriving-accounts.ts';
import { type Belonging, nameOf, readBelongings } from './belongings.ts';
import { JOBS, queueArrived } from './jobs.ts';
import { archivedLogHolds } from './kept-log.ts';
import { ImportRefused } from './refusals.ts';
import { insertCivic, insertHub, type Staged, stageRows } from './staged-rows.ts';

export interface ImportParts {
  /** the application's role, straight to the server */
  app: ConnectionOptions;
  store: FileStore;
  /** where it goes: its address, by its scheme or bare */
  host: string;
  /** its key here; null: as it was called */
  key: string | null;
  /** MINNA_ORIGIN */
  firstOrigin: string | null;
  signing: SigningKey;
  closeStep(accountId: string, secret: Uint8Array): Buffer;
  now: Date;
  progress(done: number, of: number, what: string): void;
}

export interface ImportReport {
  id: number;
  key: string;
  origin: string;
  rows: number;
  accounts: ArrivedAccounts;
  files: number;
  jobs: number;
  journal: ArrivedJournal;
}

/**
 * Brings a checked archive in.
 * @throws ImportRefused, HubMistake (key or address is taken), or the error of database or store; nothing is changed then
 */
export async function importHub(archive: OpenArchive, parts: ImportParts): Promise<ImportReport> {
  const { checkpoint } = hubOf(archive.manifest);
  if (checkpoint !== null && !(await archivedLogHolds(archive, checkpoint))) throw new ImportRefused('journal');
  const client = new pg.Client({ ...parts.app, application_name: 'minna hub import', statement_timeout: 0 });
  client.on('error', () => {});
  await client.connect();
  const kept: string[] = [];
  try {
    await client.query('begin');
    await client.query(STEADY_TEXT);
    const report = await bring(client, archive, parts, kept);
    await client.query('commit');
    return report;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    // A number that was never given is given to another town: what lies under it must not wait there.
    for (const key of kept) await parts.store.remove(key).catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

function hubOf(manifest: Manifest): Manifest['hubs'][number] {
  const [hub, ...more] = manifest.hubs;
  if (manifest.kind !== 'hub' || !hub || more.length > 0) throw new ImportRefused('not-a-hub');
  return hub;
}

/**
 * Compares the tables' versions; an empty database is brought to an older archive's.
 * @returns whether that was done: the tables have to be brought on afterwards
 * @throws ImportRefused
 */
export async function meetVersion(
  archive: OpenArchive,
  { owner, direct }: { owner: ConnectionOptions; direct: ConnectionOptions },
): Promise<boolean> {
  hubOf(archive.manifest);
  const own = new Map((await readMigrations(MIGRATIONS_FOLDER)).map((file) => [file.number, file]));
  const { migrations } = archive.manifest;
  for (const { number, name, checksum } of migrations) {
    const file = own.get(number);
    if (!file) throw new ImportRefused('archive-newer', name);
    if (file.checksum !== checksum) throw new ImportRefused('other-history', name);
  }
  const last = migrations.at(-1)?.number ?? 0;
  const later = [...own.values()].find(({ number }) => number > last);
  if (!later) return false;
  if (await holdsTables(owner)) throw new ImportRefused('archive-older', later.name);
  await migrate(owner, { log: () => {}, upTo: last });
  await prepareJobQueue(owner, direct);
  return true;
}

async function holdsTables(owner: ConnectionOptions): Promise<boolean> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('public.schema_migrations') is not null as there`,
    );
    return rows[0]!.there;
  } finally {
    await client.end();
  }
}

async function bring(
  client: pg.Client,
  archive: OpenArchive,
  parts: ImportParts,
  kept: string[],
): Promise<ImportReport> {
  const { signing, now, closeStep } = parts;
  const hub = hubOf(archive.manifest);
  const belongings = await readBelongings(client);
  const staged = await stageRows(client, archive, belongings, parts.progress);
  const place = await takePlace(client, staged, hub.key, parts);
  const files = await putFiles(archive, place.id, parts, kept);
  await insertHub(client, belongings.find(({ of }) => of === 'hub')!, staged.of('public.hubs'), place);
  await enter(client, place.id);
  const accounts = await insertAccounts(client, belongings, staged, { hub: place.id, closeStep });
  await insertRows(client, belongings, staged, place.id, parts.progress);
  const jobs = await queueArrived(client, staged.of(nameOf(JOBS)), place.id);
  const host = new URL(place.origin).host;
  const journal = await beginJournal(client, {
    hub: place.id,
    host,
    lastCheckpoint: hub.checkpoint,
    key: signing,
    now,
  });
  if (journal.origin !== null) await moveCursors(client, belongings, staged.of('public.events'), place.id);
  for (const payload of notifyPayloads(place.id, ['hub']))
    await client.query("select pg_notify('minna_pages', $1)", [payload]);
  return { ...place, rows: staged.rows, accounts, files, jobs, journal };
}

async function takePlace(
  client: pg.Client,
  staged: Staged,
  formerKey: string,
  { host, key, firstOrigin }: ImportParts,
): Promise<{ id: number; key: string; origin: string }> {
  await client.query('lock table hubs in exclusive mode');
  const { rows: twins } = await client.query<Taken>(
    `select h.id, h.key, h.host from hubs h join ${staged.of('public.hubs')} s on s.uid = h.uid`,
  );
  if (twins[0]) throw new ImportRefused('already-here', `${twins[0].key}, ${twins[0].host}`);
  const { rows: taken } = await client.query<Taken>('select id, key, host from hubs order by id');
  const place = { key: key ?? formerKey, origin: originFrom(host) };
  return { id: freeNumber(taken, { ...place, firstOrigin }), ...place };
}

async function putFiles(
  archive: OpenArchive,
  id: number,
  { store, progress }: ImportParts,
  kept: string[],
): Promise<number> {
  const { files } = archive.manifest;
  for (const [at, { key, path }] of files.entries()) {
    progress(at, files.length, 'files');
    const here = key.replace(/^\d+/, String(id));
    kept.push(here);
    await store.put(here, { bytes: await buffer(await archive.read(path)) });
  }
  return files.length;
}

async function insertRows(
  client: pg.Client,
  belongings: readonly Belonging[],
  staged: Staged,
  hub: number,
  progress: ImportParts['progress'],
): Promise<void> {
  await client.query('set constraints all deferred');
  const civic = belongings.filter(({ of }) => of === 'civic');
  for (const [at, belonging] of civic.entries()) {
    progress(at, civic.length, nameOf(belonging));
    await insertCivic(client, belonging, staged.of(nameOf(belonging)), hub);
  }
}
