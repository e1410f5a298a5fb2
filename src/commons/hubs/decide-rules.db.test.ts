import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HubDirectory } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { Refusal } from '#kernel/refusal.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { changeTown } from './change-town.ts';
import { decideRules } from './decide-rules.ts';
import type { HubRules } from './rules.ts';

let town: TestTown;
let site: TestSite;
let desk: Reader;
let head: Reader;
let visitor: Reader;

beforeAll(async () => {
  town = await openTestTown();
  head = await town.person('水野');
  const centre = await town.organisation('body', '市民活動センター', [[head, 'representative']]);
  town.hub.secretariatId = centre.id;
  desk = town.as(head, centre);
  visitor = await town.person('とくさん');
  site = await openSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const wish = (values: Record<string, string>, more: object = {}) => ({
  version: 1,
  values,
  reason: '会場が足りず、年に二度のほうがじっくり話せるため。',
  decision: '令和8年度 第2回運営会議 議事録',
  decidedBy: '運営会議',
  decidedOn: '2026-10-09',
  link: 'https://hinata.example/minutes/2.pdf',
  ...more,
});
const twoRounds = { 'rounds.starts': '4月1日\n10月1日', 'limits.opinion': '600' };

describe('P9 the rules are changed by a recorded decision', () => {
  test.each<[string, () => Reader, object, string]>([
    ['somebody else', () => visitor, {}, 'secretariat-only'],
    ['the desk’s head in her own name', () => head, {}, 'as-secretariat'],
    ['without a reason', () => desk, { reason: '' }, 'reason:required'],
    [
      'without a decision behind it',
      () => desk,
      { decision: '', decidedBy: '' },
      'decision:required decidedBy:required',
    ],
    ['on a day that lies ahead', () => desk, { decidedOn: '2026-10-11' }, 'decidedOn:decided-later'],
    ['on no day', () => desk, { decidedOn: '2026-02-30' }, 'decidedOn:not-a-date'],
    ['with a link that is none', () => desk, { link: 'javascript:alert(1)' }, 'link:not-an-address'],
    ['from a form of another version', () => desk, { version: 0 }, 'changed-meanwhile'],
  ])('not by %s', async (_, who, more, refusal) => {
    expect(await town.refusal(who(), decideRules, wish(twoRounds, more))).toBe(refusal);
  });

  test('not to what they are, nor to what they can’t be', async () => {
    expect(await town.refusal(desk, decideRules, wish({}))).toBe('nothing-changed');
    expect(await town.refusal(desk, decideRules, wish({ 'limits.opinion': '5' }))).toBe('limits.opinion:too-few');
    expect(await town.refusal(desk, decideRules, wish(twoRounds), { hub: town.neighbour })).toBe('secretariat-only');
  });

  test('of two decisions at once one is recorded', async () => {
    const both = await Promise.allSettled(
      [twoRounds, { 'limits.opinion': '700' }].map((values) => town.perform(desk, decideRules, wish(values))),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const no = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    expect(no.reason).toBeInstanceOf(Refusal);
    expect((no.reason as Refusal).all[0]!.code).toBe('changed-meanwhile');
    expect(await town.rows('select version from hub_rules order by version')).toEqual([{ version: 1 }, { version: 2 }]);
  });

  test('what was decided is there for everybody: pages, data, journal, feed', async () => {
    const pages = ['/rules', '/rules/2', '/rules/1', '/rules/comparison', '/rules/comparison?from=2&to=1'];
    for (const path of pages) {
      const { status, body } = await site.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(await markupMistakes(body), path).toEqual([]);
    }
    expect((await site.get('/rules/2')).body).toContain('じっくり話せる');
    expect((await site.get('/rules/2', null, 'en')).body).toContain('The decision behind it');
    expect((await site.get('/rules/3')).status).toBe(404);
    const data = JSON.parse((await site.get('/rules.json')).body);
    expect(data).toMatchObject({
      inForce: 2,
      versions: [{ version: 1 }, { decision: { by: '運営会議', on: '2026-10-09' } }],
    });
    const [event] = await town.rows<{ is_public: boolean }>(
      `select is_public from events where verb = 'hubs.rules-changed'`,
    );
    expect(event).toEqual({ is_public: true });
    expect(town.evicted).toContain('hub');
    expect(site.faults).toEqual([]);
  });

  test('a town on one’s own machine writes the port into letters, and its log keeps its name', async () => {
    const first = async (...origins: [string | null, string | null]) => {
      const hubs = new HubDirectory(town.hubwise, ...origins);
      await hubs.load();
      return hubs.all().find((hub) => hub.id === 1)!;
    };
    const plain = await first(null, null);
    expect(await first(null, 'http://localhost:3999')).toEqual({ ...plain, origin: 'http://localhost:3999' });
    expect((await first('https://town.example', 'http://localhost:3999')).origin).toBe('https://town.example');
  });

  test('processes read the new rules, and still know the old ones', async () => {
    const hubs = new HubDirectory(town.hubwise, null);
    await hubs.load();
    const hub = hubs.all().find(({ key }) => key === 'hinata')!;
    expect(hub.rulesVersion).toBe(2);
    expect(Object.keys(hub.rulesByVersion!)).toEqual(['1', '2']);
    expect(await hubs.load()).toEqual([]);
  });

  test('the form is for the desk, shows every value, and gives back what was typed', async () => {
    expect((await site.get('/rules/new', visitor)).status).toBe(404);
    const shown = await site.get('/rules/new', desk);
    expect(shown.status).toBe(200);
    expect(await markupMistakes(shown.body)).toEqual([]);
    const { body: elsewhere } = await site.get('/rules/new', head);
    expect(elsewhere).toContain('事務局として操作すると');
    expect(elsewhere).toContain('href="/acting-as?back=%2Frules%2Fnew"');
    const again = await site.post(
      '/rules',
      { version: '2', 'moderation.elections.0.ja': '選挙', 'limits.opinion': 'すこし', reason: 'ながく書いた理由' },
      desk,
    );
    expect(again.status).toBe(422);
    expect(again.body).toContain('ながく書いた理由');
    expect(again.body).toContain('value="すこし"');
    const summary = /<section class="error-summary"[\s\S]*?<\/section>/.exec(again.body)![0];
    const said = ['limits-opinion', 'moderation-elections-0', 'decision"', 'decidedBy', 'decidedOn'];
    const places = said.map((field) => summary.search(new RegExp(`#[^"]*${field}`)));
    expect(places, 'everything that is wrong, at once').not.toContain(-1);
    expect(places, 'in the order of the fields').toEqual(places.toSorted((a, b) => a - b));
    expect(site.faults).toEqual([]);
  });
});

describe('P9 rules that are lists', () => {
  const election = {
    'moderation.elections.0.ja': 'ひなた市長選挙',
    'moderation.elections.0.easy': '市長（しちょう）の 選挙（せんきょ）',
    'moderation.elections.0.en': 'Election of the mayor',
    'moderation.elections.0.from': '2026-11-15',
    'moderation.elections.0.until': '2026-11-22',
  };
  const form = {
    version: '2',
    reason: '市長選挙のため。',
    decision: '議事録',
    decidedBy: '運営会議',
    decidedOn: '2026-10-09',
  };
  const inForce = async () =>
    (
      await town.rows<{ rules: HubRules }>('select rules from hub_rules where hub_id = 1 order by version desc limit 1')
    )[0]!.rules;

  test('no ground at all, or an election that ends before it begins, is refused at its field', async () => {
    const none = await site.post('/rules', { ...form, 'moderation.grounds': '' }, desk);
    expect([none.status, none.body.includes('1以上にしてください')]).toEqual([422, true]);
    const back = await site.post(
      '/rules',
      { ...form, ...election, 'moderation.elections.0.until': '2026-11-01' },
      desk,
    );
    expect(back.status).toBe(422);
    expect(back.body).toContain('終わりの日は、始まりの日より後か');
    expect(back.body).toContain('value="ひなた市長選挙"');
    expect(await markupMistakes(back.body)).toEqual([]);
  });

  test('an election period is entered with its decision, said in words, and taken out again', async () => {
    expect((await site.post('/rules', { ...form, ...election }, desk)).status).toBe(303);
    const rules = await inForce();
    expect(rules.moderation.elections).toMatchObject([{ from: '2026-11-15', until: '2026-11-22' }]);
    expect(rules.files).toBeUndefined();
    expect((await site.get('/rules')).body).toContain('ひなた市長選挙');
    const emptied = Object.fromEntries(Object.keys(election).map((name) => [name, '']));
    await site.post('/rules', { ...form, version: '3', ...emptied, 'files.megabytes': '20' }, desk);
    const after = await inForce();
    expect(after.moderation.elections).toEqual([]);
    expect(after.files).toEqual({ megabytes: 20, most: 20 });
    expect(site.faults).toEqual([]);
  });
});

describe('X11 a town says what it is called', () => {
  const typed = Object.fromEntries(
    ['name', 'tagline', 'town'].flatMap((part) =>
      ['ja', 'easy', 'en'].map((lang) => [`${part}-${lang}`, `みなと ${lang}`]),
    ),
  );

  test('its secretariat does, and chooses a colour that can be seen', async () => {
    expect(await town.refusal(visitor, changeTown, { ...typed, accent: '' })).toBe('secretariat-only');
    expect(await town.refusal(desk, changeTown, { ...typed, accent: 'hot pink' })).toBe('accent:bad-colour');
    expect(await town.refusal(desk, changeTown, { ...typed, accent: '#ffee88' })).toBe('accent:pale-colour');
    expect(await town.refusal(desk, changeTown, { ...typed, 'name-en': '', accent: '' })).toBe('name-en:required');
    await town.perform(desk, changeTown, { ...typed, accent: '#1d4f9f' });
    const [hub] = await town.rows<{ accent: string; name: { easy: string } }>(
      'select accent, name from hubs where id = 1',
    );
    expect(hub).toMatchObject({ accent: '#1d4f9f', name: { easy: 'みなと easy' } });
    const [other] = await town.rows<{ accent: string }>('select accent from hubs where id = 2');
    expect(other!.accent).toBe('green');
  });

  test('its page is for the desk, its colour a file of its own', async () => {
    expect((await site.get('/town', visitor)).status).toBe(404);
    expect(await markupMistakes((await site.get('/town', desk)).body)).toEqual([]);
    expect((await site.get('/accents/1d4f9f.css')).type).toContain('text/css');
    expect((await site.get('/accents/1d4f9f%7D.css')).status).toBe(404);
    expect(site.faults).toEqual([]);
  });
});
