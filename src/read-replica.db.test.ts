/** X12: a web process beside a real streaming replica: what is read from it, what is not, and that no old page is ever kept. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openJournal } from '#commons/journal/index.ts';
import { KEY } from '#commons/journal/sample-key.ts';
import { prepareJobQueue } from '#db/job-queue.ts';
import { migrate } from '#db/migrate.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { randomId } from '#kernel/ids.ts';
import { namedVisitor } from '#test/support/named-visitor.ts';
import { EMAIL, foundTown, HOST, PASSWORD, WEB } from '#test/support/one-town.ts';
import { type ReplicatedServer, replicatedServer } from '#test/support/replicated-server.ts';
import { checkReplica } from './cli/doctor/replica-check.ts';
import { startWeb, type Web } from './web.ts';

const PATIENCE = { timeout: 15_000 };

/** Time by which the replica's age is counted stands still until a test moves it. */
let milliseconds = 0;

let servers: ReplicatedServer;
let web: Web;
/** somebody who acts, and somebody who has never sent anything */
let acting: ReturnType<typeof namedVisitor>;
let reading: ReturnType<typeof namedVisitor>;
/** of an organisation */
let page: string;

const uses = () => web.replica!.figures().uses;
const isNear = () => web.replica!.figures().near;

async function say(about: string): Promise<void> {
  const said = { name: '夜バスの会', about, once: randomId() };
  const changed = await acting.post(`${page.replace('/actors/', '/organisations/')}/profile`, said);
  expect(changed.status, changed.body).toBe(303);
}

/** The replica shows all that is in the primary now. */
async function untilEven(): Promise<void> {
  await vi.waitFor(async () => {
    const { uses: before } = web.replica!.figures();
    await reading.get('/actors.csv');
    expect(uses().given).toBe(before.given + 1);
    expect((await checkReplica(servers.primary.app, servers.replica.app)).state).toBe('well');
  }, PATIENCE);
}

beforeAll(async () => {
  servers = await replicatedServer(async ({ owner, app }) => {
    await migrate(owner, { log: () => {} });
    await prepareJobQueue(owner, app);
  });
  const hubwise = new Hubwise({
    connection: servers.primary.app,
    max: 1,
    applicationName: 'test',
    onError: () => {},
  });
  openJournal(KEY);
  await foundTown(hubwise);
  await hubwise.close();
  web = await startWeb({
    app: servers.primary.app,
    replica: servers.replica.app,
    timers: { now: () => milliseconds },
    ...WEB,
  });
  await vi.waitFor(async () => expect(await web.isReady()).toBe(true), PATIENCE);
  const port = Number(new URL(web.address).port);
  acting = namedVisitor(port, HOST);
  reading = namedVisitor(port, HOST);
  await acting.post('/sign-in', { email: EMAIL, password: PASSWORD });
  const made = await acting.post('/organisations', { kind: 'group', name: '夜バスの会', about: '', once: randomId() });
  expect(made.status, made.body).toBe(303);
  page = decodeURI(made.location).split('?')[0]!;
});
afterAll(async () => {
  await web?.stop();
  await servers?.discard();
});

describe('X12 a replica that is near', () => {
  test('makes pages and lists for everybody; such a page is kept', async () => {
    await vi.waitFor(() => expect(isNear()).toBe(true), PATIENCE);
    await untilEven();
    const before = uses().given;
    expect((await reading.get(page)).body).toContain('夜バスの会');
    expect((await reading.get('/actors.json')).body).toContain('夜バスの会');
    expect(uses().given).toBe(before + 2);
    const { hits } = web.cache.figures();
    await reading.get(page);
    expect(web.cache.figures().hits).toBe(hits + 1);
  });

  test('is asked neither for people who are signed in nor for pages that can be used once', async () => {
    const before = uses();
    await acting.get(page);
    await acting.get('/actors.csv');
    await reading.get('/invitations/unknown');
    await reading.get('/sign-in');
    expect(uses()).toEqual(before);
  });

  test('what it does not have is looked for in the primary', async () => {
    const before = uses();
    expect((await reading.get('/actors/nobody-2222222222222222222222')).status).toBe(404);
    expect(uses()).toEqual({ ...before, other: before.other + 1 });
  });
});

describe('X12 a replica that lags', () => {
  test('gives lists of a moment ago, but no page that is known to be over, and none of its pages is kept instead', async () => {
    await untilEven();
    await servers.pause();
    await say('最終便のあとに帰る人の会です。');
    const before = uses();
    const list = await reading.get('/actors.csv');
    expect(list.body).toContain('夜バスの会');
    expect(list.body).not.toContain('最終便のあとに');
    expect(uses()).toEqual({ ...before, given: before.given + 1 });
    const shown = await reading.get(page);
    expect(shown.body).toContain('最終便のあとに');
    expect(uses()).toMatchObject({ over: before.over + 1 });
    const { hits } = web.cache.figures();
    expect((await reading.get(page)).body).toContain('最終便のあとに');
    expect(web.cache.figures().hits).toBe(hits + 1);
    await servers.resume();
    await untilEven();
    expect((await reading.get('/actors.csv')).body).toContain('最終便のあとに');
  });

  test('a page begun on it before a change, and done after, is not kept', async () => {
    await untilEven();
    await servers.pause();
    const reads = web.replica!.reading()!;
    const [row] = await reads.read(1, (db) =>
      db.selectFrom('actors').select('about').where('name', '=', '夜バスの会').execute(),
    );
    expect(row!.about).toContain('最終便のあとに');
    await say('始発を待つ人の会でもあります。');
    const reached = reads.reached();
    expect(reached).not.toBeNull();
    expect(reached).not.toBe('primary');
    if (reached === null || reached === 'primary') return;
    const id = await actorId();
    expect(web.cache.changedSince(reached.ticket, [`1:actor:${id}`])).toBe(true);
    await servers.resume();
    await vi.waitFor(async () => {
      const later = web.replica!.reading()!;
      await later.read(1, (db) => db.selectFrom('actors').select('id').limit(1).execute());
      const mark = later.reached();
      expect(mark !== null && mark !== 'primary' && web.cache.changedSince(mark.ticket, [`1:actor:${id}`])).toBe(false);
    }, PATIENCE);
  });

  test('whoever has just sent something without an account reads from the primary', async () => {
    await untilEven();
    await servers.pause();
    await say('毎週金曜に集まります。');
    const sender = namedVisitor(Number(new URL(web.address).port), HOST);
    await sender.post('/sign-in', { email: EMAIL, password: 'wrong' });
    expect((await sender.get('/actors.csv')).body).toContain('毎週金曜');
    expect((await reading.get('/actors.csv')).body).not.toContain('毎週金曜');
    await servers.resume();
  });

  test('more than five seconds behind it is left alone, the town stays ready, and figures and doctor tell', async () => {
    await untilEven();
    await servers.pause();
    await say('雨の日も集まります。');
    milliseconds += 4_000;
    expect(isNear()).toBe(true);
    milliseconds += 2_000;
    expect(isNear()).toBe(false);
    expect((await reading.get('/actors.csv')).body).toContain('雨の日も');
    expect(await web.isReady()).toBe(true);
    const { address } = web;
    const metrics = await (await fetch(new URL('/metrics', address))).text();
    expect(metrics).toContain('minna_replica_near 0\n');
    expect(metrics).toContain('minna_replica_behind_seconds +Inf\n');
    const found = await checkReplica(servers.primary.app, servers.replica.app, 0);
    expect(found).toMatchObject({ check: 'replica', state: 'ill', with: { why: 'behind' } });
    await servers.resume();
    await untilEven();
    expect(isNear()).toBe(true);
  });
});

describe('X12 a replica that is away', () => {
  test('or is none, or whose user would see every town: everything comes from the primary', async () => {
    expect(await checkReplica(servers.primary.app, servers.primary.app)).toMatchObject({
      state: 'ill',
      with: { why: 'no-replica' },
    });
    const superuser = { ...servers.replica.superuser, database: 'minna' };
    expect(await checkReplica(servers.primary.app, superuser)).toMatchObject({
      state: 'ill',
      with: { why: 'unbound' },
    });
    await untilEven();
    await servers.replica.stop();
    await vi.waitFor(() => expect(isNear()).toBe(false), PATIENCE);
    const answer = await reading.get('/actors.csv');
    expect([answer.status, await web.isReady()]).toEqual([200, true]);
    expect(answer.body).toContain('夜バスの会');
    const found = await checkReplica(servers.primary.app, servers.replica.app);
    expect(found).toMatchObject({ check: 'replica', state: 'ill', with: { why: 'away' } });
  });
});

async function actorId(): Promise<string> {
  const [row] = await web.hubwise.read(1, (db) =>
    db.selectFrom('actors').select('id').where('name', '=', '夜バスの会').execute(),
  );
  return row!.id;
}
