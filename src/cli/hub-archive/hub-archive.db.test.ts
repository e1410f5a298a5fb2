import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Seal } from '#commons/accounts/seal.ts';
import { closeStepSecret, openStepSecret } from '#commons/accounts/second-step/carried-secret.ts';
import { type FileStore, StoreMissing, storeKey } from '#commons/files/store.ts';
import { HubMistake } from '#commons/hubs/index.ts';
import { KEY, keyOf } from '#commons/journal/sample-key.ts';
import { folderSource } from '#commons/journal/source.ts';
import { verifyLog } from '#commons/journal/verify.ts';
import { type FreshDatabase, freshDatabase } from '#test/support/database.ts';
import { DEMO_NOW, demoDatabase } from '#test/support/demo-database.ts';
import { ArchiveBad, openArchive } from '../archive/archive-reading.ts';
import { LEFT_BEHIND, nameOf, StrangeTable } from './belongings.ts';
import { ExportRefused, exportHub } from './export-hub.ts';
import { type ImportReport, importHub, meetVersion } from './import-hub.ts';
import { layOutLog, sqlOn, storedLogHolds } from './kept-log.ts';
import { ImportRefused } from './refusals.ts';

const PASSPHRASE = 'みんなの合言葉 0123';
const OLD_SEAL = new Seal('the secret of the deployment it leaves');
const NEW_SEAL = new Seal('the secret of the deployment it comes to');
const NEW_KEY = keyOf('the journal of the new place');
const STEP = Buffer.from('twenty bytes of step');
const CONTENT = Buffer.from('a picture');

let folder: string;
let source: FreshDatabase;
let target: FreshDatabase;
let from: pg.Client;
let to: pg.Client;
let file: string;
let known: string;
const store = memoryStore();

function memoryStore(): FileStore & { kept: Map<string, Buffer> } {
  const kept = new Map<string, Buffer>();
  return {
    kept,
    put: async (key, content) => void kept.set(key, 'bytes' in content ? content.bytes : Buffer.alloc(0)),
    read: async (key) => {
      const bytes = kept.get(key);
      if (!bytes) throw new StoreMissing(key);
      return Readable.from([bytes]);
    },
    remove: async (key) => void kept.delete(key),
  };
}

async function connected(options: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(options);
  await client.connect();
  return client;
}

async function take(to: string, { key = 'hinata', client = source } = {}) {
  const openStep = (id: string, sealed: Uint8Array) => openStepSecret(OLD_SEAL, id, sealed);
  const parts = { app: client.app, key, store, passphrase: PASSPHRASE, signing: KEY, openStep };
  return exportHub(to, { ...parts, minna: '1.2.3', now: DEMO_NOW, progress: () => {} });
}

async function bring(
  path: string,
  { host = 'moved.example', key = null as string | null, into = store as FileStore } = {},
): Promise<ImportReport> {
  const archive = await openArchive(path, PASSPHRASE);
  try {
    await archive.check();
    await meetVersion(archive, { owner: target.owner, direct: target.app });
    const closeStep = (id: string, secret: Uint8Array) => closeStepSecret(NEW_SEAL, id, secret);
    const parts = { app: target.app, store: into, host, key, firstOrigin: null, signing: NEW_KEY, closeStep };
    return await importHub(archive, { ...parts, now: DEMO_NOW, progress: () => {} });
  } finally {
    await archive.close();
  }
}

async function why(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof ArchiveBad || error instanceof ImportRefused || error instanceof ExportRefused)
        return error.why;
      return error instanceof HubMistake ? 'mistake' : String(error);
    },
  );
}

async function civicTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.columns
     where column_name = 'hub_id' and table_schema in ('public', 'auth') order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Every civic table's rows as one number, without what changes with the place. */
async function contents(client: pg.Client, hub: number): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const name of (await civicTables(client)).filter((one) => !(one in LEFT_BEHIND))) {
    const { rows } = await client.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended((to_jsonb(t) - '{hub_id,account_id,leaf}'::text[])::text, 0)::numeric), 0) as print
       from ${name} t where hub_id = $1`,
      [hub],
    );
    prints[name] = rows[0]!.print;
  }
  return prints;
}

async function everything(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('public', 'auth') order by 1`,
  );
  const counts: string[] = [];
  for (const { name } of rows) {
    const { rows: count } = await client.query<{ n: string }>(`select count(*) as n from ${name}`);
    counts.push(`${name} ${count[0]!.n}`);
  }
  return counts.join('\n');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minna-hub-'));
  source = await demoDatabase('http://hinata.example');
  target = await freshDatabase();
  from = await connected(source.superuser);
  to = await connected(target.superuser);
  // What the journal of a demo town signed, its test key did not.
  const { openJournal } = await import('#commons/journal/index.ts');
  openJournal(KEY);
  const { sequence } = await import('#commons/journal/sequencer.ts');
  await from.query('begin');
  for (let added = 1; added > 0; )
    added = await sequence(sqlOn(from), 1, { now: DEMO_NOW, key: KEY, origin: 'hinata.example/journal' });
  await from.query('commit');
  const { rows: people } = await from.query<{ account_id: string; email: string }>(
    'select a.account_id, u.email from actors a join auth.users u on u.id = a.account_id where a.hub_id = 1 order by u.email limit 2',
  );
  const [first, second] = people;
  await from.query(
    'insert into auth.second_steps (account_id, secret, begun_at, confirmed_at) values ($1, $2, $3, $3)',
    [first!.account_id, closeStepSecret(OLD_SEAL, first!.account_id, STEP), DEMO_NOW],
  );
  const { rows: files } = await from.query<{ sha256: Buffer }>('select sha256 from files where hub_id = 1 limit 1');
  store.kept.set(storeKey(1, files[0]!.sha256.toString('hex')), CONTENT);
  await from.query('delete from graphile_worker._private_jobs');
  await from.query(`select graphile_worker.add_job('mail.send', '{"hub": 1, "id": "x"}', job_key => 'mail.send:x'),
    graphile_worker.add_job('mail.send', '{"hub": 2, "id": "y"}')`);
  // Beside another town, where one of the people has an account whose address is unproved.
  known = randomUUID();
  await to.query(
    `insert into hubs (id, key, host, name, tagline, created_at) values (1, 'other', 'other.example', '{}', '{}', now())`,
  );
  await to.query(`insert into actors (hub_id, id, kind, name, created_at) values (1, $1, 'body', 'そのまち', now())`, [
    known,
  ]);
  await to.query(
    `insert into auth.users (id, name, email, email_confirmed, lang, updated_at) values ($1, 'x', $2, false, 'ja', now())`,
    [known, second!.email],
  );
  await to.query(
    `insert into auth.credentials (account_id, provider_id, user_id, password, updated_at) values ($1::text, 'credential', $1::uuid, 'theirs', now())`,
    [known],
  );
  file = join(folder, 'hinata.minna');
  await take(file);
}, 120_000);

afterAll(async () => {
  await from.end();
  await to.end();
  await source.drop();
  await target.drop();
  await rm(folder, { recursive: true });
});

describe('X8 X11 X12 a town of one deployment into another', () => {
  test('no civic table and no account is left out', async () => {
    const archive = await openArchive(file, PASSPHRASE);
    const listed = archive.manifest.tables.map(nameOf);
    const { rows: kept } = await from.query('select exported is not null as kept from hubs where id = 1');
    expect(kept).toEqual([{ kept: true }]);
    await archive.close();
    expect([...listed, ...Object.keys(LEFT_BEHIND)]).toEqual(expect.arrayContaining(await civicTables(from)));
  });

  test('refuses an unknown town, a wrong secret, a journal that does not hold, and a table nobody spoke of', async () => {
    expect(await why(take(join(folder, 'a'), { key: 'nowhere' }))).toBe('unknown');
    const parts = { app: source.app, key: 'hinata', store, passphrase: PASSPHRASE, minna: '1', now: DEMO_NOW };
    const rest = { ...parts, progress: () => {}, openStep: () => null };
    expect(await why(exportHub(join(folder, 'a'), { ...rest, signing: KEY }))).toBe('secret');
    expect(await why(exportHub(join(folder, 'a'), { ...rest, signing: NEW_KEY }))).toBe('journal');
    await from.query('create table strange (id int); grant select on strange to minna_app');
    await expect(take(join(folder, 'a'))).rejects.toThrow(StrangeTable);
    await from.query('drop table strange');
  });

  test('refuses half a file, a taken address and a wrong journal, and nothing is changed', async () => {
    const before = await everything(to);
    const whole = await readFile(file);
    const half = join(folder, 'half.minna');
    await writeFile(half, whole);
    await truncate(half, Math.floor(whole.length / 2));
    expect(await why(bring(half))).toBe('not-whole');
    expect(await why(bring(file, { host: 'other.example' }))).toBe('mistake');
    expect(await why(bring(file, { key: 'other' }))).toBe('mistake');
    const broken = memoryStore();
    broken.put = async (key) => {
      broken.kept.set(key, CONTENT);
      throw new Error('the disk is full');
    };
    expect(await why(bring(file, { into: broken }))).toBe('Error: the disk is full');
    expect(broken.kept.size).toBe(0);
    expect(await everything(to)).toBe(before);
  });

  test('brings rows, accounts, files, waiting work and a journal that goes on; a second time is refused', async () => {
    const neighbour = await contents(to, 1);
    const report = await bring(file);
    expect(report).toMatchObject({
      id: 2,
      key: 'hinata',
      origin: 'https://moved.example',
      accounts: { known: 1 },
      jobs: 1,
    });
    expect(await contents(to, 2)).toEqual(await contents(from, 1));
    expect(await contents(to, 1)).toEqual(neighbour);

    const [old] = [...store.kept.keys()].filter((key) => key.startsWith('1/'));
    expect(store.kept.get(old!.replace(/^1/, '2'))).toEqual(CONTENT);
    const { rows: jobs } = await to.query('select payload from graphile_worker._private_jobs');
    expect(jobs).toEqual([{ payload: { hub: 2, id: 'x' } }]);

    const { rows: steps } = await to.query<{ account_id: string; secret: Buffer }>(
      'select account_id, secret from auth.second_steps',
    );
    expect(openStepSecret(NEW_SEAL, steps[0]!.account_id, steps[0]!.secret)).toEqual(STEP);
    const { rows: theirs } = await to.query('select password from auth.credentials where user_id = $1', [known]);
    expect(theirs).toEqual([{ password: null }]);
    const { rows: lost } = await to.query(
      `select from actors a where hub_id = 2 and account_id is not null and not exists (select from auth.users u where u.id = a.account_id)`,
    );
    expect(lost).toEqual([]);
    const passwords =
      'select u.email, c.password from auth.credentials c join auth.users u on u.id = c.user_id where u.id <> $1 order by 1';
    const { rows: came } = await to.query<{ email: string }>(passwords, [known]);
    expect((await from.query<{ email: string }>(passwords, [known])).rows).toEqual(expect.arrayContaining(came));
    expect(came.length).toBe(report.accounts.made);

    expect(report.journal.origin).toBe('moved.example/journal');
    const { rows: heads } = await to.query<{ note: string }>(
      'select note from journal_checkpoints where hub_id = 2 order by size desc limit 1',
    );
    expect(await storedLogHolds(sqlOn(to), 2, heads[0]!.note, NEW_KEY)).toBe(true);
    expect(await why(bring(file, { host: 'again.example', key: 'again' }))).toBe('already-here');
  });

  test('P6 the old journal lies beside it, verifies by itself, and its head is where the new one begins', async () => {
    const archive = await openArchive(file, PASSPHRASE);
    const laid = await layOutLog(archive, folder, 'hinata');
    const note = archive.manifest.hubs[0]!.checkpoint!;
    await archive.close();
    const report = await verifyLog(folderSource(laid!));
    expect(report).toMatchObject({ holds: true, note });
    const { rows } = await to.query<{ entry: Buffer }>('select entry from journal_leaves where hub_id = 2 and n = 0');
    expect(JSON.parse(rows[0]!.entry.toString('utf8'))).toMatchObject({ hub: 2, continues: note });
  });
});
