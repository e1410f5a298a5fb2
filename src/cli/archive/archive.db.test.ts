import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FileStore, StoreMissing, storeKey } from '#commons/files/store.ts';
import { signCheckpoint } from '#commons/journal/checkpoint.ts';
import { sha256 } from '#commons/journal/merkle.ts';
import { KEY, NOW } from '#commons/journal/sample-key.ts';
import { openTown, type Town } from '#commons/journal/sample-town.ts';
import type { Hub } from '#kernel/context.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { emptyDatabase, type FreshDatabase } from '#test/support/database.ts';
import { ArchiveBad, openArchive } from './archive-reading.ts';
import { type BackupReport, makeBackup } from './backup.ts';
import { RestoreRefused, restoreArchive } from './restore.ts';
import { settleJournal } from './restored-journal.ts';

const PASSPHRASE = 'みんなの合言葉 0123';
const ODD = 'タブ\tと改行\nと\\N と "引用" と 絵文字🌸';
const CONTENT = Buffer.from('a picture');

let folder: string;
let town: Town;
let target: FreshDatabase;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minna-archive-'));
  town = await openTown();
  target = await emptyDatabase();
  await fillTown();
});
afterEach(async () => {
  await town.close();
  await target.drop();
  await rm(folder, { recursive: true });
});

/** What tries a dump: odd text, bytes, null, arrays, JSON, a sequence, a job somebody is at work on, a file. */
async function fillTown(): Promise<void> {
  const object = { kind: 'sample', id: '0193f1c2-7a3b-7c4d-8e5f-001122334455' };
  await town.act(1, [{}, {}, { object, parts: [{ part: 'text', content: { body: ODD } }] }]);
  await town.act(2, [{}]);
  await town.sequenceAll(1);
  await town.superuser.query(`select set_config('minna.hub', '1', false)`);
  await town.superuser.query(
    `insert into actors (hub_id, id, kind, name, created_at) values (1, $1, 'person', $2, $3)`,
    [object.id, ODD, NOW],
  );
  await town.superuser.query(
    `insert into files (hub_id, id, person_id, kind, type, extension, bytes, sha256, width, height, widths, uploaded_at)
     values (1, gen_random_uuid(), $1, 'picture', 'image/png', 'png', 9, $2, 2000, 1000, '{}', $3),
       (1, gen_random_uuid(), $1, 'document', 'text/plain', 'txt', 9, $4, null, null, '{}', $3)`,
    [object.id, Buffer.from(sha256(CONTENT)), NOW, Buffer.from(sha256(Buffer.from('erased since')))],
  );
  await town.superuser.query(`select graphile_worker.add_job('samples.post', '{"hub": 1}')`);
  await town.superuser.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'somebody'`);
}

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

const PICTURE = storeKey(1, Buffer.from(sha256(CONTENT)).toString('hex'));

async function back(file: string, passphrase: string | null = PASSPHRASE): Promise<BackupReport> {
  const store = memoryStore();
  store.kept.set(PICTURE, CONTENT);
  const keys = new Map([['journal' as const, Buffer.from('the key')]]);
  const { app } = town.fresh;
  return makeBackup(file, { app, store, keys, passphrase, minna: '1.2.3', now: NOW, progress: () => {} });
}

const keyPaths = () => ({
  journal: join(folder, 'k', 'journal'),
  push: join(folder, 'push'),
  secret: join(folder, 's'),
});

async function bring(file: string, { newKey = false, passphrase = PASSPHRASE as string | null } = {}) {
  const archive = await openArchive(file, passphrase);
  const store = memoryStore();
  try {
    await archive.check();
    const { owner, app } = target;
    const parts = { owner, app, store, keyPaths: keyPaths(), newKey, log: () => {}, progress: () => {} };
    return { ...(await restoreArchive(archive, parts)), store };
  } finally {
    await archive.close();
  }
}

async function why(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof ArchiveBad || error instanceof RestoreRefused ? error.why : String(error)),
  );
}

async function ask<R>(database: FreshDatabase, sql: string): Promise<R[]> {
  const client = new pg.Client(database.superuser);
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql });
    return rows as R[];
  } finally {
    await client.end();
  }
}

/** Every table's rows as one hash; those that are not kept apart. */
async function contents(database: FreshDatabase): Promise<unknown[]> {
  return ask(
    database,
    `select n.nspname || '.' || c.relname as name,
       (xpath('//h/text()', query_to_xml(format(
         'select md5(coalesce(string_agg(md5(t::text), '''' order by md5(t::text)), '''')) as h from %I.%I t',
         n.nspname, c.relname), true, true, '')))[1]::text as rows
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'auth') and c.relkind = 'r' and c.relname <> 'schema_migrations' order by 1`,
  );
}

async function guards(database: FreshDatabase): Promise<unknown[]> {
  return ask(
    database,
    `select c.oid::regclass::text as name, c.relforcerowsecurity as forced, c.relrowsecurity as secured,
       (select array_agg(conname || ' ' || pg_get_constraintdef(k.oid) order by conname) from pg_constraint k where k.conrelid = c.oid)
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'auth') and c.relkind = 'r' order by 1`,
  );
}

const hub = { id: 1, key: 'aozora', host: 'aozora.example' } as Hub;

describe('X12 backup and restore', () => {
  test('bring every row, file and key back, bound as before; nobody is at work on a job any more', async () => {
    const file = join(folder, 'a.minna');
    const made = await back(file);
    expect(made).toMatchObject({ hubs: 2, files: 1, gone: 1, keys: 1 });
    expect(await readdir(folder)).toEqual(['a.minna']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const restored = await bring(file);
    expect(restored.rows).toBe(made.rows);
    expect(await contents(target)).toEqual(await contents(town.fresh));
    expect(await guards(target)).toEqual(await guards(town.fresh));
    expect(restored.store.kept.get(PICTURE)).toEqual(CONTENT);
    expect(await readFile(keyPaths().journal, 'utf8')).toBe('the key');
    expect(await ask(target, 'select name from actors')).toEqual([{ name: ODD }]);
    expect(await ask(target, 'select id::int, locked_by from graphile_worker._private_jobs')).toEqual([
      { id: 1, locked_by: null },
    ]);
    const [next] = await ask<{ id: number }>(target, `select (graphile_worker.add_job('more')).id::int as id`);
    expect(next!.id).toBeGreaterThan(1);
  });

  test('without a passphrase no key is in it, and a journal without its key is not restored unless the key is lost', async () => {
    const file = join(folder, 'plain.zip');
    expect((await back(file, null)).keys).toBe(0);
    expect(await why(bring(file, { passphrase: null }))).toBe('no-key');
    expect((await bring(file, { passphrase: null, newKey: true })).keys).toBe(0);
  });

  test('P6 the journal goes on where nothing was published since, else begins anew from the newest head known; it verifies', async () => {
    const file = join(folder, 'a.minna');
    await back(file);
    await bring(file);
    const hubwise = new Hubwise({ connection: target.app, max: 2, applicationName: 'test', onError: () => {} });
    const went = await settleJournal(hub, { hubwise, key: KEY, now: NOW, goOn: true, published: [] });
    expect(went).toMatchObject({ origin: 'aozora.example/journal', report: { holds: true, checkpoint: { size: 3 } } });
    const later = signCheckpoint({ origin: 'aozora.example/journal', size: 9, root: sha256(CONTENT) }, KEY);
    const anew = await settleJournal(hub, { hubwise, key: KEY, now: NOW, goOn: false, published: [later] });
    expect(anew).toMatchObject({ origin: 'aozora.example/journal/2', report: { holds: true } });
    expect(anew.report!.findings).toContainEqual(
      expect.objectContaining({ check: 'continuation', origin: 'aozora.example/journal', size: 9 }),
    );
    await hubwise.close();
  });

  test('refuses what is cut off, altered, sealed, or no archive, and the database stays empty', async () => {
    const file = join(folder, 'a.minna');
    const { bytes } = await back(file);
    const whole = await readFile(file);
    expect(await why(bring(file, { passphrase: null }))).toBe('sealed');
    expect(await why(bring(file, { passphrase: 'somebody else’s' }))).toBe('passphrase');
    for (const length of [bytes - 1, Math.floor(bytes / 2), 60]) {
      await writeFile(file, whole);
      await truncate(file, length);
      expect(await why(bring(file)), `cut at ${length} of ${bytes}`).toBe('not-whole');
    }
    await writeFile(file, whole.with(Math.floor(bytes / 2), whole[Math.floor(bytes / 2)]! ^ 1));
    expect(await why(bring(file))).toMatch(/^(altered|not-whole)$/);
    await writeFile(file, 'not an archive');
    expect(await why(bring(file))).toBe('not-whole');
    expect(await ask(target, `select relname from pg_class where relname = 'hubs'`)).toEqual([]);
  });

  test('refuses an unsealed archive with another byte in a member', async () => {
    const file = join(folder, 'plain.zip');
    await back(file, null);
    const whole = await readFile(file);
    const at = whole.indexOf(CONTENT);
    await writeFile(file, whole.with(at, whole[at]! ^ 1));
    expect(await why(bring(file, { passphrase: null, newKey: true }))).toBe('altered');
  });

  test('refuses a database that holds a town, or something of others, and a key that would be written over', async () => {
    const file = join(folder, 'a.minna');
    await back(file);
    await writeFile(join(folder, 'journal'), 'another key');
    const archive = await openArchive(file, PASSPHRASE);
    const { owner, app } = target;
    const parts = { owner, app, store: memoryStore(), newKey: false, log: () => {}, progress: () => {} };
    const elsewhere = { ...keyPaths(), journal: join(folder, 'journal') };
    expect(await why(restoreArchive(archive, { ...parts, keyPaths: elsewhere }))).toBe('key-differs');
    const held = { ...parts, owner: town.fresh.owner, app: town.fresh.app, keyPaths: keyPaths() };
    expect(await why(restoreArchive(archive, held))).toBe('not-empty');
    await ask(target, 'create table somebody_elses (id int)');
    expect(await why(restoreArchive(archive, { ...parts, keyPaths: keyPaths() }))).toBe('not-empty');
    await archive.close();
  });

  test('refuses tables of a later Minna', async () => {
    await town.superuser.query(
      `insert into schema_migrations (number, name, checksum) values (9999, '9999-later.sql', 'x')`,
    );
    const file = join(folder, 'a.minna');
    await back(file);
    expect(await why(bring(file))).toBe('archive-newer');
  });

  test('writes nothing over, and leaves nothing behind when it fails', async () => {
    const file = join(folder, 'a.minna');
    await writeFile(file, 'kept');
    await expect(back(file)).rejects.toThrow('exists');
    expect(await readFile(file, 'utf8')).toBe('kept');
    await town.superuser.query('revoke select on public.mails from minna_app');
    await expect(back(join(folder, 'b.minna'))).rejects.toThrow('mails');
    expect(await readdir(folder)).toEqual(['a.minna']);
  });
});
