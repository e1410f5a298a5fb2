/** X12: several web and worker processes on one database: what one does, the others show; nobody shows what is over. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openJournal } from '#commons/journal/index.ts';
import { KEY } from '#commons/journal/sample-key.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId } from '#kernel/ids.ts';
import { type FreshDatabase, freshDatabase } from '#test/support/database.ts';
import { namedVisitor } from '#test/support/named-visitor.ts';
import { EMAIL, foundTown, HOST, now, PASSWORD, WEB } from '#test/support/one-town.ts';
import { startWeb, type Web } from './web.ts';
import { startWorker } from './worker.ts';

let database: FreshDatabase;
let hubwise: Hubwise;
let webs: [Web, Web];
/** of an organisation that one of the tests makes */
let page: string;

async function startOne(): Promise<Web> {
  const web = await startWeb({
    app: database.app,
    ...WEB,
  });
  await vi.waitFor(async () => expect(await web.isReady()).toBe(true), { timeout: 10_000 });
  return web;
}

beforeAll(async () => {
  database = await freshDatabase();
  hubwise = new Hubwise({ connection: database.app, max: 2, applicationName: 'test', onError: () => {} });
  openJournal(KEY);
  await foundTown(hubwise);
  webs = [await startOne(), await startOne()];
});
afterAll(async () => {
  for (const web of webs ?? []) await web.stop();
  await hubwise?.close();
  await database?.drop();
});

const visitor = (web: Web) => namedVisitor(Number(new URL(web.address).port), HOST);

describe('X12 two web processes', () => {
  test('one shows what was done on the other, though it kept the page; sessions hold on both', async () => {
    const [one, other] = webs;
    const acting = visitor(one);
    expect((await acting.post('/sign-in', { email: EMAIL, password: PASSWORD })).status).toBe(303);
    const made = await acting.post('/organisations', {
      kind: 'group',
      name: '夜バスの会',
      about: '',
      once: randomId(),
    });
    expect(made.status, made.body).toBe(303);
    page = decodeURI(made.location).split('?')[0]!;
    const reading = visitor(other);
    // What is told of the making may arrive after the first reading, and then that one isn't kept.
    await vi.waitFor(async () => {
      const { hits } = other.cache.figures();
      expect((await reading.get(page)).body).not.toContain('最終便のあとに');
      expect(other.cache.figures().hits).toBe(hits + 1);
    });
    const said = { name: '夜バスの会', about: '最終便のあとに帰る人の会です。', once: randomId() };
    const changed = await acting.post(`${page.replace('/actors/', '/organisations/')}/profile`, said);
    expect(changed.status, changed.body).toBe(303);
    await vi.waitFor(async () => expect((await reading.get(page)).body).toContain('最終便のあとに'), {
      timeout: 10_000,
    });
  });

  test('a form that is sent twice, once to each, is carried out once', async () => {
    const [one, other] = webs.map(visitor) as [ReturnType<typeof visitor>, ReturnType<typeof visitor>];
    const fields = { kind: 'group', name: '始発バスの会', about: '', once: randomId() };
    for (const acting of [one, other])
      expect((await acting.post('/sign-in', { email: EMAIL, password: PASSWORD })).status).toBe(303);
    const answers = await Promise.all([one, other].map((acting) => acting.post('/organisations', fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(answers.map(({ location }) => location.split('?')[0])).size).toBe(1);
    const made = await hubwise.read(1, (db) => run(db, `select id from actors where name = $1`, [fields.name]));
    expect(made).toHaveLength(1);
  });

  test('figures are this machine’s alone, and of nobody whom a proxy brings', async () => {
    const at = new URL('/metrics', webs[0].address);
    expect((await fetch(at)).status).toBe(200);
    const brought: Record<string, string>[] = [
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1', authorization: 'Bearer ' },
    ];
    for (const headers of brought) expect((await fetch(at, { headers })).status).toBe(404);
  });

  test('one that can hear no changes keeps no page, says so, and keeps them again when it can', async () => {
    const [, other] = webs;
    const reading = visitor(other);
    await reading.get(page);
    const cut = `select count(pg_terminate_backend(pid)) from pg_stat_activity
       where application_name = 'minna pages' and datname = current_database()`;
    expect(other.cache.figures().pages).toBeGreaterThan(0);
    await hubwise.deployment((db) => run(db, cut));
    await vi.waitFor(() => expect(other.cache.figures().pages).toBe(0), { timeout: 10_000 });
    await vi.waitFor(async () => expect(await other.isReady()).toBe(true), { timeout: 10_000 });
  });

  test('one that closes says so first, answers what comes meanwhile, and asks to be left', async () => {
    const web = await startWeb({
      app: database.app,
      ...WEB,
      drainMs: 300,
    });
    const stopping = web.stop();
    const headers = { host: HOST };
    const ready = await fetch(new URL('/readyz', web.address), { headers });
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ closing: true });
    const page = await fetch(new URL('/healthz', web.address), { headers });
    expect([page.status, page.headers.get('connection')]).toEqual([200, 'close']);
    await stopping;
    await expect(fetch(new URL('/healthz', web.address))).rejects.toThrow();
  });
});

describe('X12 two workers', () => {
  test('one does the regular work, the other takes it over when that one ends', async () => {
    const heads = () =>
      hubwise.read(1, (db) =>
        run<{ size: number }>(db, 'select size from journal_checkpoints where hub_id = 1 order by size'),
      );
    const settings = { app: database.app, origin: null, now, log: WEB.log };
    const [first, second] = [await startWorker(settings), await startWorker(settings)];
    await vi.waitFor(async () => expect((await heads()).length).toBeGreaterThan(0), { timeout: 10_000 });
    await first.stop();
    const before = (await heads()).length;
    const [one] = webs;
    const acting = visitor(one);
    await acting.post('/sign-in', { email: EMAIL, password: PASSWORD });
    await acting.post('/organisations', { kind: 'group', name: '朝バスの会', about: '', once: randomId() });
    await vi.waitFor(async () => expect((await heads()).length).toBeGreaterThan(before), { timeout: 10_000 });
    await second.stop();
  });
});
