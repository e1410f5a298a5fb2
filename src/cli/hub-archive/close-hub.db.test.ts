import type { QueryResultRow } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HubDirectory } from '#commons/hubs/index.ts';
import { openJournal } from '#commons/journal/index.ts';
import { KEY } from '#commons/journal/sample-key.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { eventParts } from '../../event-parts.ts';
import type { Asking } from './belongings.ts';
import { CloseRefused, closeHub, keepExported, reopenHub, snapshotNow } from './close-hub.ts';

const TO = 'https://there.example';

let town: TestTown;
let site: TestSite;
let reader: Reader;

beforeAll(async () => {
  openJournal(KEY);
  town = await openTestTown();
  site = await openSite(town, { follows: false });
  reader = await town.person('とくさん');
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const parts = () => ({ events: eventParts, now: town.now() });

async function outcome(work: Promise<void>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof CloseRefused) return `${error.why} ${error.at}`.trim();
      throw error;
    },
  );
}

const close = (more: Partial<Parameters<typeof closeHub>[1]> = {}) =>
  outcome(closeHub(town.hubwise, { key: 'hinata', to: TO, force: false, accountsOrigin: null, ...more }, parts()));

/** What an export leaves behind. */
async function exported(): Promise<void> {
  await town.hubwise.deployment(async (db) => {
    const asking: Asking = {
      query: async <R extends QueryResultRow>(text: string, values: unknown[]) => ({
        rows: await run<R>(db, text, values),
      }),
    };
    await keepExported(asking, town.hub.id, await snapshotNow(asking));
  });
}

/** The site as a process that has read the hubs again. */
async function readAgain(): Promise<void> {
  const hubs = new HubDirectory(town.hubwise, null);
  await hubs.load();
  const { movedTo = null } = hubs.all().find(({ id }) => id === town.hub.id)!;
  site.hub.movedTo = movedTo;
}

describe('X11 X12 a town that moved, where it was', () => {
  test('is closed when all of it was taken along, and not before', async () => {
    expect(await close({ key: 'nowhere' })).toBe('unknown');
    expect(await close()).toBe('never-exported');
    await exported();
    expect(await close({ accountsOrigin: `https://${town.hub.host}` })).toBe('accounts');
    await town.hubwise.write(town.hub.id, (db) =>
      run(db, 'update actors set name = name where hub_id = $1 and id = $2', [town.hub.id, reader.person.id]),
    );
    expect(await close()).toBe('changed public.actors');
    expect(await outcome(reopenHub(town.hubwise, 'hinata', parts()))).toBe('open-already');
    await exported();
    await town.hubwise.write(town.neighbour.id, (db) =>
      run(db, 'update rounds set number = number where hub_id = $1', [town.neighbour.id]),
    );
    expect(await close()).toBe('done');
    expect(await close()).toBe(`moved-already ${TO}`);
    expect(
      await town.rows(`select verb, public from events where object_kind = 'hub' order by id desc limit 1`),
    ).toEqual([{ verb: 'hubs.moved', public: { to: TO } }]);
  });

  test('leads every page on, says so to whoever sends something, and lets nobody in', async () => {
    await readAgain();
    for (const path of ['/', '/proposals?sort=new', '/sign-in', '/nowhere', '/journal', '/data/proposals.csv']) {
      const { status, location, body } = await site.get(path, null, 'ja');
      expect([path, status, location]).toEqual([path, 308, TO + path]);
      expect(body).toContain('引っ越しました');
    }
    expect((await site.get('/account', reader)).status).toBe(308);
    const sent = await site.post('/sign-in', { email: 'a@example.jp', password: 'x' });
    expect(sent).toMatchObject({ status: 410, location: null });
    expect(sent.body).toContain(TO);
    expect(await site.get('/journal/checkpoint')).toMatchObject({ location: null });
    site.hub.movedTo = `https://${site.hub.host}`;
    expect(await site.get('/')).toMatchObject({ status: 410, location: null });
    site.hub.movedTo = TO;
  });

  test('answers programs with 410 and a problem', async () => {
    const answer = await site.fetch('/api/v1/proposals');
    expect(answer.status).toBe(410);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await answer.json()) as { code: string; title: string };
    expect(problem.code).toBe('api.moved');
    expect(problem.title).toContain(TO);
  });

  test('is opened again', async () => {
    expect(await outcome(reopenHub(town.hubwise, 'hinata', parts()))).toBe('done');
    await readAgain();
    expect((await site.get('/proposals')).status).toBe(200);
    expect(await close()).toMatch(/^changed/);
    expect(await close({ force: true })).toBe('done');
  });
});
