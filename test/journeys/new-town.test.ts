/**
 * X11, P9, F9.4: a second town in the deployment, with two rounds a year and limits of its own: empty at first, it invites; its round
 * opens by the clock; a proposal goes through it from collecting to debating; a change of the rules leaves that round alone. Web and
 * worker are the real ones, with a clock moved by hand.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appoint, createAccount, hashPassword, meansOf } from '#commons/accounts/index.ts';
import { addHub, defaultRules, HubMistake, rulesFrom } from '#commons/hubs/index.ts';
import { openJournal } from '#commons/journal/index.ts';
import { KEY } from '#commons/journal/sample-key.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';
import { writeEvent } from '#kernel/event.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { createLog } from '#kernel/log.ts';
import { eventParts } from '../../src/event-parts.ts';
import { startWeb, type Web } from '../../src/web.ts';
import { startWorker } from '../../src/worker.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { namedVisitor } from '../support/named-visitor.ts';
import { markupMistakes } from '../support/site.ts';

const HOST = 'tonari.example';
const PASSWORD = 'yoru-no-akari-2026';
const RULES = {
  rounds: {
    starts: ['04-01', '10-01'],
    days: { collecting: 60, debating: 30, drafting: 20, checking: 10, interimAnswer: 30, finalAnswer: 90 },
  },
  limits: { opinion: 120, title: 40 },
};

let now = new Date('2026-03-20T12:00:00+09:00');
let database: FreshDatabase;
let hubwise: Hubwise;
let web: Web;
let port: number;
let hubId: number;
const problems: string[] = [];
const log = createLog({
  level: 'warn',
  format: 'json',
  sink: { write: (line: string) => void problems.push(line), flush: () => {} } as never,
});

beforeAll(async () => {
  database = await freshDatabase();
  hubwise = new Hubwise({ connection: database.app, max: 3, applicationName: 'test', onError: () => {} });
  openJournal(KEY);
  web = await startWeb({
    app: database.app,
    port: 0,
    host: '127.0.0.1',
    origin: null,
    demo: false,
    secret: 'a secret for one journey, long enough to be one',
    trustedProxies: '',
    metricsToken: null,
    now: () => now,
    log,
  });
  port = Number(new URL(web.address).port);
});
afterAll(async () => {
  await web?.stop();
  await hubwise?.close();
  await database?.drop();
});

/** Everything regular that is due on `day`, by a worker of its own. */
async function until(day: string): Promise<void> {
  now = new Date(`${day}T12:00:00+09:00`);
  const worker = await startWorker({ app: database.app, origin: null, now: () => now, log });
  await worker.stop();
  await web.hubs.load();
}

const visitor = (host = HOST) => namedVisitor(port, host);

async function resident(name: string, email: string) {
  const passwordHash = await hashPassword(PASSWORD);
  const account = { id: randomId(), email, passwordHash, name, confirmed: true, at: now };
  await hubwise.deployment((db) => createAccount(db, account));
  const browser = visitor();
  const answer = await browser.post('/sign-in', { email, password: PASSWORD });
  expect(answer.status, answer.body).toBe(303);
  return browser;
}

const rounds = () =>
  hubwise.read(hubId, (db) =>
    run<{ id: string; number: number; fiscal_year: number; rules_version: number; start: string }>(
      db,
      `select id, number, fiscal_year, rules_version, to_char(collecting_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as start
       from rounds order by collecting_at`,
    ),
  );

const PAGES = [
  '/',
  '/proposals',
  '/rounds',
  '/answers',
  '/policies',
  '/debates',
  '/actors',
  '/activity',
  '/journal',
  '/functions',
  '/rules',
  '/data',
];

describe('X11 P9 a new town', () => {
  test('is added beside another, by a key and host of its own, and its rules are checked', async () => {
    const texts = { ja: 'となり', easy: 'となり', en: 'Tonari' };
    const first = { key: 'hinata', host: 'http://hinata.example', name: texts, tagline: texts, town: texts };
    const means = { now, firstOrigin: 'http://hinata.example', events: eventParts };
    const elsewhere = { ...means, firstOrigin: 'http://elsewhere.example' };
    const begun = { ...first, rules: defaultRules, reason: 'はじめ' };
    await expect(addHub(hubwise, begun, elsewhere)).rejects.toThrow('MINNA_ORIGIN');
    await addHub(hubwise, begun, means);
    const rules = rulesFrom(JSON.stringify(RULES), defaultRules);
    expect(rules.limits).toMatchObject({ opinion: 120, proposal: defaultRules.limits.proposal });
    const second = { ...first, key: 'tonari', host: `http://${HOST}`, rules, reason: '年2回で始めます' };
    ({ id: hubId } = await addHub(hubwise, second, means));
    await expect(addHub(hubwise, second, means)).rejects.toThrow(HubMistake);
    await expect(addHub(hubwise, { ...second, key: 'other' }, means)).rejects.toThrow('another hub');
    expect(() => rulesFrom('{"rounds": {"starts": ["31-31"]}}', defaultRules)).toThrow('rounds.starts');
    expect(() => rulesFrom('{"open": ["magic"]}', defaultRules)).toThrow('magic');
    expect(() => rulesFrom('{', defaultRules)).toThrow('JSON');
  });

  test('plans its two rounds a year by the clock, under its own rules', async () => {
    await until('2026-03-20');
    expect((await rounds()).map(({ start, fiscal_year, number }) => [start, fiscal_year, number])).toEqual([
      ['2026-04-01', 2026, 1],
      ['2026-10-01', 2026, 2],
    ]);
  });

  test('is empty, and every page says what to do first, in three languages', async () => {
    for (const lang of ['ja', 'easy', 'en']) {
      for (const path of PAGES) {
        const { status, body } = await visitor().get(`${path}?lang=${lang}`);
        expect([path, status]).toEqual([path, 200]);
        expect(await markupMistakes(body), path).toEqual([]);
      }
    }
    const silent: string[] = [];
    for (const path of ['/proposals', '/rounds', '/answers', '/policies', '/debates', '/actors']) {
      const { body } = await visitor().get(path);
      const [, empty = ''] = /<div class="empty">([\s\S]*?)<\/div>/.exec(body) ?? [];
      if (!/<p class="empty-title">[^<]+<\/p>(<p>|<a )/.test(empty)) silent.push(path);
    }
    expect(silent).toEqual([]);
    expect((await visitor().get('/rules')).body).toContain('4月1日、10月1日');
  });

  test('gets its secretariat', async () => {
    await resident('水野', 'mizuno@tonari.example');
    const means = meansOf({ now });
    const hub = web.hubs.all().find(({ id }) => id === hubId)!;
    await hubwise.write(hubId, (db) =>
      appoint(
        db,
        hub,
        {
          email: 'mizuno@tonari.example',
          organisation: 'となり市民の会',
          kind: 'body',
          role: 'representative',
          secretariat: true,
        },
        means,
        (event) => writeEvent(eventParts, db, { hubId, now, actorId: null, personId: null }, event),
      ),
    );
    await web.hubs.load();
    expect(web.hubs.all().find(({ id }) => id === hubId)!.secretariatId).not.toBeNull();
  });
});

describe('F9.4 P9 its round', () => {
  let proposal = '';
  let writer: ReturnType<typeof visitor>;

  test('takes a proposal once it has opened', async () => {
    await until('2026-04-05');
    writer = await resident('とくさん', 'toku@tonari.example');
    const { body } = await visitor().get('/rounds');
    expect(body).toContain('第1回');
    const begun = await writer.post('/proposal-drafts', {});
    const at = begun.location;
    expect(at).toMatch(/^\/proposal-drafts\//);
    const fields = {
      version: '1',
      kind: 'project',
      title: '水路ぞいの道に明かりを',
      problem: '冬の夕方は足もとが見えません。',
      proposal: '太陽光の明かりを20本置きます。',
    };
    await writer.post(at, { ...fields, title: 'な'.repeat(41) });
    expect((await writer.post(`${at}/publication`, { version: '2' })).body).toContain('40字まで');
    await writer.post(at, { ...fields, version: '2' });
    const published = await writer.post(`${at}/publication`, { version: '3' });
    expect(published.status, published.body).toBe(303);
    proposal = /\/proposals\/([1-9A-Za-z]{22})/.exec(published.location)![1]!;
    const said = await writer.post(`/debates/${proposal}/opinions`, { kind: 'opinion', body: '賛成です。' });
    expect(said.body).toContain('5月31日');
  });

  test('opens the debate by the clock, with its own limits', async () => {
    await until('2026-06-03');
    const reader = await resident('しおり', 'shiori@tonari.example');
    const long = await reader.post(`/debates/${proposal}/opinions`, { kind: 'opinion', body: 'あ'.repeat(121) });
    expect(long.status).toBe(422);
    expect(long.body).toContain('120字まで');
    const said = await reader.post(`/debates/${proposal}/opinions`, {
      kind: 'opinion',
      body: '通学の子どもたちも助かります。',
    });
    expect(said.status, said.body).toBe(303);
    expect((await visitor().get(`/proposals/${proposal}`)).status).toBe(301);
    const { body } = await visitor().get('/proposals');
    expect(body).toContain('水路ぞいの道に明かりを');
    expect((await visitor('hinata.example').get('/proposals')).body).not.toContain('水路ぞい');
  });

  test('stays under its rules when they change; those that have not begun are planned anew', async () => {
    const before = await rounds();
    const rules = rulesFrom(
      JSON.stringify({
        ...RULES,
        rounds: { starts: ['07-01', '10-01', '01-01'], days: { debating: 50 } },
        limits: { opinion: 90 },
      }),
      defaultRules,
    );
    await hubwise.write(hubId, (db) =>
      run(db, 'insert into hub_rules (hub_id, version, rules, reason, decided_at) values ($1, 2, $2, $3, $4)', [
        hubId,
        JSON.stringify(rules),
        '年3回にします',
        now,
      ]),
    );
    await until('2026-06-04');
    const after = await rounds();
    expect(after[0]).toEqual(before[0]);
    expect(
      after.map(({ start, fiscal_year, number, rules_version }) => [start, fiscal_year, number, rules_version]),
    ).toEqual(
      [
        ['2026-04-01', 2026, 1, 1],
        ['2026-07-01', 2026, 2, 2],
        ['2026-10-01', 2026, 3, 2],
        ['2027-01-01', 2026, 4, 2],
        ['2027-07-01', 2027, 1, 2],
        ['2027-10-01', 2027, 2, 2],
        ['2028-01-01', 2027, 3, 2],
      ].slice(0, after.length),
    );
    expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
    const { body } = await visitor().get(`/rounds/${shortId(after[0]!.id)}`);
    expect(body).toContain('ルール 第1版による');
    expect(body).toContain('6月29日');
    await until('2026-06-05');
    expect(await rounds()).toEqual(after);
    const late = await resident('ゆうこ', 'yuko@tonari.example');
    const said = await late.post(`/debates/${proposal}/opinions`, { kind: 'opinion', body: 'い'.repeat(110) });
    expect(said.status, 'longer than the new rules allow, as long as those of this round').toBe(303);
  });

  test('nothing failed on the way', () => {
    expect(problems).toEqual([]);
  });
});
