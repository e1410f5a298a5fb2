import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { eventParts } from '../../../event-parts.ts';
import { openTestAccounts, PASSWORD, type TestAccounts } from '../accounts-for-tests.ts';
import { hiddenFields, markupMistakes, openTestSite, type TestBrowser, type TestSite } from '../site-for-tests.ts';
import type { Provider } from './provider.ts';
import { CLIENT, openTestProvider, type TestProvider } from './provider-for-tests.ts';

const ANSWER = '/sign-in/with/city/answer';
const KNOWN = 'hana@hinata.example';
let town: TestTown;
let box: TestAccounts;
let site: TestSite;
let outside: TestProvider;
const settings: Provider[] = [];

beforeAll(async () => {
  town = await openTestTown();
  site = await openTestSite(town);
  outside = await openTestProvider([site.hub, site.neighbour].map(({ origin }) => origin + ANSWER));
  settings.push({
    key: 'city',
    id: `oidc:${outside.issuer}`,
    name: { ja: '市の共通ログイン', en: 'City sign-in' },
    issuer: outside.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    scopes: ['openid', 'email', 'profile'],
    offices: {
      claim: 'groups',
      groups: [{ group: 'douro', hub: 'hinata', organisation: '道路課', kind: 'division', role: 'editor' }],
    },
    citizen: { claim: 'residence', values: ['hinata'] },
  });
  box = openTestAccounts(town, true, { providers: settings, events: eventParts });
  outside.people.set('sub-hana', { email: KNOWN, email_verified: true });
  outside.people.set('sub-new', {
    email: 'Atarashii@hinata.example',
    email_verified: true,
    residence: 'hinata',
    groups: ['douro'],
  });
  outside.people.set('sub-bare', {});
  await box.signUp(KNOWN, 'はな');
  await box.confirm(KNOWN);
});
afterAll(async () => {
  await outside.close();
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const back = (url: URL) => url.pathname + url.search;
const through = async (browser: TestBrowser, subject: string, query = '') => {
  const left = await browser.get(`/sign-in/with/city${query}`);
  expect(left.status).toBe(303);
  return outside.signIn(left.location!, subject);
};
const accountsOf = (email: string) =>
  box.deployment((db) => run<{ id: string }>(db, 'select id from auth.users where email = $1', [email]));

describe('X1 asking a provider', () => {
  test('with PKCE, state and nonce, and the answer’s address of this town', async () => {
    const left = new URL((await site.browser().get('/sign-in/with/city')).location!);
    expect(left.origin).toBe(outside.issuer);
    expect(Object.fromEntries(left.searchParams)).toMatchObject({
      client_id: CLIENT.id,
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: site.hub.origin + ANSWER,
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(left.searchParams.get(name)!.length).toBeGreaterThan(20);
    expect((await site.browser().get('/sign-in/with/nobody')).status).toBe(404);
  });

  test('a provider that is away is said so, and signing in goes on otherwise', async () => {
    const away = { ...settings[0]!, key: 'away', issuer: 'http://127.0.0.1:9' };
    settings.push(away);
    const page = await site.browser().get('/sign-in/with/away');
    expect(page.status).toBe(503);
    expect(page.body).toContain('いまつながりません');
    expect(page.body).toContain('action="/sign-in"');
    settings.pop();
  });
});

describe('X1 somebody nobody here knows', () => {
  test('makes an account without a password, and is let in', async () => {
    const browser = site.browser();
    const answer = await through(browser, 'sub-new', '?next=/notes');
    expect((await browser.get(back(answer))).location).toBe('/sign-up/outside');
    const page = await browser.get('/sign-up/outside');
    expect(await markupMistakes(page.body)).toEqual([]);
    expect(page.body).toContain('atarashii@hinata.example');
    expect((await browser.post('/sign-up/outside', { name: '' })).status).toBe(422);
    const done = await browser.post('/sign-up/outside', { name: 'あたらしい人', email: 'evil@hinata.example' });
    expect(done).toMatchObject({ status: 303, location: '/notes' });
    expect(await accountsOf('evil@hinata.example')).toEqual([]);
    expect((await browser.get('/account')).body).toContain('段階2');
  });

  test('is let in the next time; their group gave them an office here, and only here', async () => {
    const browser = site.browser();
    expect((await browser.get(back(await through(browser, 'sub-new', '?next=/notes')))).location).toBe('/notes');
    expect((await browser.get('/account')).body).toContain('道路課');
    const roles = await town.rows<{ name: string; role: string }>(
      'select o.name, r.role from roles r join actors o on o.id = r.organisation_id',
    );
    expect(roles).toEqual([{ name: '道路課', role: 'editor' }]);
  });

  test('loses the office when the group is gone', async () => {
    outside.people.set('sub-new', { email: 'atarashii@hinata.example', email_verified: true, groups: ['other'] });
    const browser = site.browser();
    await browser.get(back(await through(browser, 'sub-new')));
    const held = await town.rows('select role from roles where until is null or until > $1', [town.now()]);
    expect(held).toEqual([]);
    const events = await town.rows<{ verb: string }>(`select verb from events where verb like 'actors.%' order by id`);
    expect(events.map(({ verb }) => verb)).toContain('actors.member-left');
  });

  test('gives an address where the provider has none, and confirms it by letter', async () => {
    const browser = site.browser();
    await browser.get(back(await through(browser, 'sub-bare')));
    const done = await browser.post('/sign-up/outside', { name: 'なし', email: 'nashi@hinata.example' });
    expect(done.location).toBe('/email-confirmation');
    expect(browser.cookies.has('minna_session')).toBe(false);
    expect((await box.link('nashi@hinata.example', '/email-confirmation')).search).toContain('key=');
  });
});

describe('X1 somebody who has an account', () => {
  let browser: TestBrowser;
  test('is never let in by their address alone', async () => {
    browser = site.browser();
    expect((await browser.get(back(await through(browser, 'sub-hana')))).location).toBe('/sign-up/outside');
    const taken = await browser.post('/sign-up/outside', { name: 'はな' });
    expect(taken.status).toBe(409);
    expect(browser.cookies.has('minna_session')).toBe(false);
    expect(await accountsOf(KNOWN)).toHaveLength(1);
  });

  test('links it after signing in as usual and showing who they are', async () => {
    await browser.post('/sign-in', { email: KNOWN, password: PASSWORD });
    expect((await browser.get('/account/safety/outside')).location).toContain('/account/proof');
    expect((await browser.post('/account/safety/outside', {})).status).toBe(403);
    await browser.post('/account/proof', { by: 'password', password: PASSWORD });
    const page = await browser.get('/account/safety/outside');
    expect(await markupMistakes(page.body)).toEqual([]);
    expect((await browser.post('/account/safety/outside', {})).location).toContain('just=linked');
    expect((await box.letter(KNOWN))?.text).toContain('ほかのログインがつながりました');
    const other = site.browser();
    expect((await other.get(back(await through(other, 'sub-hana')))).location).toBe('/');
    expect((await other.get('/account')).body).toContain('はな');
  });

  test('a sign-in that is somebody’s can’t be linked to another account', async () => {
    await box.signUp('sora@hinata.example', 'そら');
    const sora = site.browser();
    await sora.post('/sign-in', { email: 'sora@hinata.example', password: PASSWORD });
    expect((await sora.get('/sign-in/with/city?for=link')).status).toBe(403);
    await sora.post('/account/proof', { by: 'password', password: PASSWORD });
    const answer = await through(sora, 'sub-hana', '?for=link');
    expect((await sora.get(back(answer))).status).toBe(409);
  });

  test('shows with it who they are, and unlinks it', async () => {
    await box.deployment((db) => run(db, 'update auth.sessions set proved_at = null'));
    const key = hiddenFields((await browser.get('/account/safety')).body);
    expect(key).toEqual([]);
    const answer = await through(browser, 'sub-hana', '?for=proof&next=/account/safety');
    expect((await browser.get(back(answer))).location).toBe('/account/safety');
    expect((await browser.post('/account/safety/outside/city/removal', {})).location).toContain('just=unlinked');
    expect((await browser.post('/account/safety/outside/city/removal', {})).status).toBe(422);
  });
});

describe('X1 answers that aren’t taken', () => {
  test('a second time, in another browser, or in another town', async () => {
    const browser = site.browser();
    const answer = await through(browser, 'sub-new');
    expect((await site.browser().get(back(answer))).status).toBe(410);
    const elsewhere = site.browser(site.neighbour);
    elsewhere.cookies.set('minna_outside', browser.cookies.get('minna_outside')!);
    expect((await elsewhere.get(back(answer))).status).toBe(410);
    expect((await browser.get(back(answer))).status).toBe(410);
  });

  test('with another state, without a code, or with an error of the provider', async () => {
    for (const change of [
      (url: URL) => url.searchParams.set('state', 'forged'),
      (url: URL) => url.searchParams.delete('code'),
      (url: URL) => url.searchParams.set('error', 'server_error'),
    ]) {
      const browser = site.browser();
      const answer = await through(browser, 'sub-new', '?next=/notes');
      change(answer);
      const page = await browser.get(back(answer));
      expect(page.status).toBe(403);
      expect(page.body).toContain('ご本人を確かめられませんでした');
      expect(page.body).toContain('action="/sign-in"');
      // Where they wanted to go isn't forgotten.
      expect(page.body).toContain('/sign-in/with/city?next=%2Fnotes');
    }
  });

  const cancelled = (answer: URL) => {
    answer.searchParams.delete('code');
    answer.searchParams.set('error', 'access_denied');
    return back(answer);
  };

  test('from somebody who stopped there: said so, and they can go another way', async () => {
    const browser = site.browser();
    const page = await browser.get(cancelled(await through(browser, 'sub-new', '?next=/notes')));
    expect(page.status).toBe(403);
    expect(page.body).toContain('ログインをとりやめました');
    expect(page.body).toContain('/sign-in/with/city?next=%2Fnotes');
  });

  test('from somebody who is signed in: they aren’t asked to sign in', async () => {
    const browser = site.browser();
    await browser.post('/sign-in', { email: KNOWN, password: PASSWORD });
    const answer = await through(browser, 'sub-hana', '?for=proof&next=/account/safety');
    const page = await browser.get(cancelled(answer));
    expect(page.body).toContain('ログインをとりやめました');
    expect(page.body).toContain('ログインの安全');
    expect(page.body).not.toContain('action="/sign-in"');
    expect((await browser.get(back(answer))).body).not.toContain('action="/sign-in"');
  });

  test('when the provider went away meanwhile: it says so, not that they are somebody else', async () => {
    const gone = await openTestProvider([`${site.hub.origin}/sign-in/with/gone/answer`]);
    settings.push({ ...settings[0]!, key: 'gone', id: `oidc:${gone.issuer}`, issuer: gone.issuer });
    const browser = site.browser();
    const left = await browser.get('/sign-in/with/gone');
    const answer = await gone.signIn(left.location!, 'sub-new');
    await gone.close();
    const page = await browser.get(back(answer));
    settings.pop();
    expect(page.status).toBe(503);
    expect(page.body).toContain('いまつながりません');
  });

  test('what was being written stays in its page while one signs in with a provider', async () => {
    const page = await site.browser().post('/notes', { text: '長い文をここまで書いたところです', tag: 'a' });
    expect(page.body).toContain('<a href="/sign-in/with/city" target="_blank"');
    expect(hiddenFields(page.body)).toContainEqual(['text', '長い文をここまで書いたところです']);
    expect(await markupMistakes(page.body)).toEqual([]);
  });

  test('after a quarter of an hour', async () => {
    const browser = site.browser();
    const answer = await through(browser, 'sub-new');
    town.today('2026-10-11');
    expect((await browser.get(back(answer))).status).toBe(410);
  });
});
