import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/support/database.ts';
import { checkDatabase, checkListening } from './database-checks.ts';
import type { Finding } from './finding.ts';
import { keysInUse } from './keys-in-use.ts';
import { checkKeys, checkMail, checkTimeZone, checkWeb } from './machine-checks.ts';
import { doctorWords } from './words.ts';

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const clock = () => new Date();
const ills = (findings: readonly Finding[]) =>
  findings.filter(({ state }) => state === 'ill').map(({ check }) => check);

async function as(who: 'superuser' | 'app', sql: string): Promise<void> {
  const client = new pg.Client(database[who]);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

describe('X12 doctor', () => {
  test('finds a fresh database well, with a sentence for everything in both languages', async () => {
    const findings = [
      ...(await checkDatabase(database.app, clock)),
      await checkListening(database.app),
      checkTimeZone(),
    ];
    expect(ills(findings)).toEqual([]);
    for (const LANG of ['ja_JP.UTF-8', 'C']) {
      for (const finding of findings) expect(doctorWords({ LANG }).sentence(finding)).not.toMatch(/undefined|^$/);
    }
  });

  test('sees an open wall, an unfinished index, missing and altered migrations, a wrong clock, late jobs, old letters', async () => {
    await as('superuser', 'alter table proposals no force row level security');
    await as('superuser', `update pg_index set indisvalid = false where indexrelid = 'events_feed'::regclass`);
    await as('superuser', `update schema_migrations set checksum = 'another' where number = 3`);
    await as('app', `select graphile_worker.add_job('samples.post', run_at => now() - interval '1 hour')`);
    const wrong = () => new Date(Date.now() + 60_000);
    const found = await checkDatabase(database.app, wrong);
    expect(ills(found)).toEqual(['town-walls', 'migrations', 'indexes', 'jobs', 'clock']);
    const text = found.map(doctorWords({ LANG: 'C' }).sentence).join('\n');
    expect(text).toContain('public.proposals');
    expect(text).toContain('0003-rounds-and-proposals.sql');
    expect(text).toContain('events_feed');
  });

  test('misses a key only where something was made with it: a town that was made and never started has lost none', async () => {
    expect(await keysInUse(database.app)).toEqual({ journal: false, secret: false, push: false });
    const id = '01900000-0000-7000-8000-000000000001';
    await as(
      'superuser',
      `insert into hubs (id, key, host, name, tagline, created_at) values (7, 'town', 'town', '{}', '{}', now());
       insert into actors (hub_id, id, kind, name, created_at) values (7, '${id}', 'person', 'みのり', now());
       insert into push_subscriptions (hub_id, id, person_id, endpoint, endpoint_digest, public_key, auth, subscribed_at)
         values (7, '${id}', '${id}', 'https://push.example/1', sha256('1'), 'k', 'a', now())`,
    );
    expect(await keysInUse(database.app)).toEqual({ journal: false, secret: false, push: true });
    expect(await keysInUse({ ...database.app, database: 'none' })).toEqual({ journal: true, secret: true, push: true });
  });

  test('sees a user that no wall binds', async () => {
    expect(ills(await checkDatabase(database.superuser, clock))).toContain('app-role');
  });

  test('sees a key that others may read, a mail server that is away, and a page that is not there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'minna-doctor-'));
    const path = join(folder, 'journal.key');
    await writeFile(path, '');
    await chmod(path, 0o644);
    expect((await checkKeys({ journal: path, push: join(folder, 'none') })).map(({ state }) => state)).toEqual([
      'ill',
      'note',
    ]);
    const lost = { journal: join(folder, 'none') };
    const [missing] = await checkKeys(lost, { journal: true });
    expect((await checkKeys(lost, { journal: false, push: true }))[0]).toMatchObject({ state: 'note' });
    expect(missing).toMatchObject({ state: 'ill', with: { why: 'missing' } });
    for (const LANG of ['ja_JP.UTF-8', 'C']) expect(doctorWords({ LANG }).sentence(missing!)).toContain(lost.journal);
    await rm(folder, { recursive: true });
    const mail = { MINNA_SMTP_URL: 'smtp://127.0.0.1:1', MINNA_MAIL_FROM: 'a@example.jp' };
    expect((await checkMail(mail)).state).toBe('ill');
    expect((await checkMail({})).state).toBe('note');
    expect((await checkWeb('127.0.0.1', 1)).state).toBe('note');
  });
});
