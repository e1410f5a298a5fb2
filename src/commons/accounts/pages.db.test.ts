import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openTestAccounts, PASSWORD, type TestAccounts } from './accounts-for-tests.ts';
import { hiddenFields, markupMistakes, openTestSite, type TestBrowser, type TestSite } from './site-for-tests.ts';

const EMAIL = 'tsumugi@hinata.example';

let town: TestTown;
let box: TestAccounts;
let site: TestSite;
let visitor: TestBrowser;
beforeAll(async () => {
  town = await openTestTown();
  box = openTestAccounts(town);
  site = await openTestSite(town);
  visitor = site.browser();
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const signedIn = async (): Promise<TestBrowser> => {
  const browser = site.browser();
  await browser.post('/sign-in', { email: EMAIL, password: PASSWORD });
  return browser;
};

describe('from the first visit to the confirmed address', () => {
  test('every mistake of the form is said at once, at its field, and what was typed stays', async () => {
    const page = await visitor.post('/sign-up', { name: '', email: 'tsumugi@', password: 'kurz' });
    expect(page.status).toBe(422);
    expect(page.body).toContain('href="#f-name"');
    expect(page.body).toContain('href="#f-email"');
    expect(page.body).toContain('href="#f-password"');
    expect(page.body).toContain('value="tsumugi@"');
    expect(page.body).not.toContain('kurz');
  });

  test('signing up answers the same for a known and an unknown address', async () => {
    const fields = { name: 'つむぎ', email: EMAIL, password: PASSWORD, next: '/proposals?kind=plan' };
    const first = await visitor.post('/sign-up', fields);
    const other = site.browser();
    const second = await other.post('/sign-up', fields);
    expect({ ...second }).toEqual({ ...first });
    expect(first).toMatchObject({ status: 303, location: '/email-confirmation' });
    expect([...other.cookies.keys()]).toEqual([...visitor.cookies.keys()]);
  });

  test('opening the letter’s page confirms nothing; its button does, and leads on', async () => {
    const [row] = await box.deployment((db) =>
      run<{ body_text: string }>(
        db,
        "select body_text from mails where recipient = $1 and subject like 'メールアドレスの確認%'",
        [EMAIL],
      ),
    );
    const link = new URL(/http\S+/.exec(row!.body_text)![0]);
    const scanner = await site.browser().get(link.pathname + link.search);
    expect(scanner.body).toContain(EMAIL);
    const confirmed = () =>
      box.deployment((db) =>
        run<{ email_confirmed: boolean }>(db, 'select email_confirmed from auth.users where email = $1', [EMAIL]),
      );
    expect((await confirmed())[0]?.email_confirmed).toBe(false);
    const done = await visitor.post('/email-confirmation', hiddenFields(scanner.body));
    expect(done).toMatchObject({
      status: 303,
      location: `/email-confirmation/done?next=${encodeURIComponent('/proposals?kind=plan')}`,
    });
    expect((await confirmed())[0]?.email_confirmed).toBe(true);
    expect((await visitor.get('/account')).status).toBe(200);
    const again = await visitor.post('/email-confirmation', hiddenFields(scanner.body));
    expect(again.status).toBe(410);
    expect((await visitor.get(link.pathname + link.search)).status).toBe(410);
  });
});

describe('signing in and out', () => {
  test('a page for signed-in people leads through signing in and back', async () => {
    const browser = site.browser();
    const closed = await browser.get('/acting-as?back=/proposals');
    expect(closed).toMatchObject({
      status: 303,
      location: `/sign-in?next=${encodeURIComponent('/acting-as?back=/proposals')}`,
    });
    const page = await browser.get(`/sign-in?next=${encodeURIComponent('/notes?about=1')}`);
    const next = hiddenFields(page.body);
    const done = await browser.post('/sign-in', [...next, ['email', EMAIL], ['password', PASSWORD]]);
    expect(done).toMatchObject({ status: 303, location: '/notes?about=1' });
  });

  test('never leads away from this site', async () => {
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', '/sign-out']) {
      const done = await site.browser().post('/sign-in', { email: EMAIL, password: PASSWORD, next });
      expect(done.location).toBe('/');
    }
  });

  test('signing out ends the session, not only its cookie', async () => {
    const browser = await signedIn();
    const cookie = browser.cookies.get('minna_session')!;
    expect((await browser.post('/sign-out', {})).location).toBe('/?done=signed-out');
    browser.cookies.set('minna_session', cookie);
    expect((await browser.get('/account')).status).toBe(303);
  });
});

describe('a session that ends while somebody is writing', () => {
  const TEXT = '横断歩道の前に、\n「止まれ」の"しるし"を <ふたつ> つけてください。';
  const form: [string, string][] = [
    ['text', TEXT],
    ['place', 'えきまえ'],
    ['place', 'がっこうまえ'],
    ['once', '0b6f2c9e-6a51-4c7e-9d0a-0d3f5b8f1a11'],
    ['new_password', 'geheim-geheim'],
  ];

  test('costs nothing that was typed: a wrong password, then the right one, then one button', async () => {
    const browser = site.browser();
    const lost = await browser.post('/notes?about=1', form);
    expect(lost.status).toBe(401);
    expect(lost.body).toContain('&lt;ふたつ&gt;');
    expect(lost.body).not.toContain('geheim');
    const wrong = await browser.post('/sign-in', [
      ...hiddenFields(lost.body),
      ['email', EMAIL],
      ['password', 'ちがいますちがいます'],
    ]);
    expect(wrong.status).toBe(422);
    const ready = await browser.post('/sign-in', [
      ...hiddenFields(wrong.body),
      ['email', EMAIL],
      ['password', PASSWORD],
    ]);
    expect(ready.status).toBe(200);
    expect(ready.body).toContain('action="/notes?about=1"');
    const sent = await browser.post('/notes?about=1', hiddenFields(ready.body));
    expect(JSON.parse(sent.body)).toEqual([
      ['text', [TEXT]],
      ['place', ['えきまえ', 'がっこうまえ']],
      ['once', ['0b6f2c9e-6a51-4c7e-9d0a-0d3f5b8f1a11']],
    ]);
  });

  test('speaks of a button, not of writing, where there was only a button', async () => {
    const browser = site.browser();
    const pressed: [string, string][] = [['once', '0b6f2c9e-6a51-4c7e-9d0a-0d3f5b8f1a11']];
    const lost = await browser.post('/notes', pressed);
    expect(lost.body).toContain('いま押したボタンの続き');
    const own: [string, string][] = [
      ['email', EMAIL],
      ['password', PASSWORD],
    ];
    const ready = await browser.post('/sign-in', [...hiddenFields(lost.body), ...own]);
    expect(ready.body).toContain('さきほど押したボタンの続き');
    for (const { body } of [lost, ready]) expect(body).not.toContain('書いたもの');
    expect(await markupMistakes(lost.body)).toEqual([]);
  });

  test('a forged path brings nothing along', async () => {
    const fields: [string, string][] = [
      ['email', EMAIL],
      ['password', PASSWORD],
      ['resume.text', 'x'],
    ];
    for (const path of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      'javascript:alert(1)',
      '/sign-out',
      '/dev/cast',
    ]) {
      const answer = await site.browser().post('/sign-in', [...fields, ['resume_path', path]]);
      expect(answer).toMatchObject({ status: 303, location: '/' });
    }
  });
});

describe('the limiter', () => {
  test('is told in minutes, with the form as typed', async () => {
    const browser = site.browser();
    let last = await browser.post('/password-reset', { email: 'flood@hinata.example' });
    for (let at = 0; at < 4; at += 1) last = await browser.post('/password-reset', { email: 'flood@hinata.example' });
    expect(last.status).toBe(429);
    expect(last.body).toContain('60分ほど');
    expect(last.body).toContain('value="flood@hinata.example"');
  });
});

describe('one’s own page', () => {
  test('changes name and introduction, language, and ends another session', async () => {
    const browser = await signedIn();
    const other = await signedIn();
    const page = await browser.get('/account');
    const once = hiddenFields(page.body).find(([name]) => name === 'once')!;
    for (const href of ['/notices/settings', '/follows']) expect(page.body).toContain(`href="${href}"`);
    const saved = await browser.post('/account', [
      once,
      ['name', 'つむぎ（手話）'],
      ['about', '印刷会社で組版をしています。'],
    ]);
    expect(saved.location).toBe('/account?done=saved');
    expect((await browser.get('/account')).body).toContain('印刷会社で組版をしています。');
    const easy = await browser.post('/account/language', { lang: 'easy' });
    expect((await browser.get(easy.location!)).body).toContain('わたしの ページ');
    expect((await browser.post('/account/language', { lang: 'xx' })).status).toBe(422);
    const sessions = hiddenFields((await other.get('/account')).body).filter(
      ([name, value]) => name === 'session' && value !== 'all',
    );
    for (const session of sessions) await other.post('/account/sessions', [session]);
    expect((await browser.get('/account')).status).toBe(303);
    expect((await other.post('/account/sessions', [sessions[0]!])).status).toBe(422);
    await other.post('/account/sessions', { session: 'all' });
    expect((await other.get('/account')).status).toBe(303);
  });
});

test('another address is asked for with the password, and the form opens where something is wrong', async () => {
  const browser = await signedIn();
  const wrong = await browser.post('/account/address', { email: '', password: 'ちがうパスワード' });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toMatch(/<details class="disclosure" open/);
  const asked = await browser.post('/account/address', { email: 'new@hinata.example', password: PASSWORD });
  expect(asked.location).toBe('/account?just=address-asked');
});

describe.each<Lang>(['ja', 'easy', 'en'])('pages in %s', (lang) => {
  test.each([
    '/sign-up',
    '/sign-in',
    '/sign-in?next=/proposals&just=password',
    '/email-confirmation',
    '/email-confirmation?again=1',
    '/email-confirmation?key=x',
    '/email-confirmation/done?next=/proposals',
    '/email-confirmation/done?waits=guardian',
    '/password-reset',
    '/password-reset?sent=1',
    '/password-reset/x',
    '/dev/cast',
    '/dev/mail',
    '/actors',
    '/invitations/x',
  ])('%s is sound', async (path) => {
    const page = await site.browser().get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    expect([200, 410]).toContain(page.status);
    expect(await markupMistakes(page.body)).toEqual([]);
    expect(page.body.match(/<h1/g)).toHaveLength(1);
    expect(page.body).not.toMatch(/undefined|\[object/);
  });

  test.each(['/account', '/acting-as', '/organisations/new'])('%s is sound for somebody signed in', async (path) => {
    const page = await (await signedIn()).get(`${path}?lang=${lang}`);
    expect(page.status).toBe(200);
    expect(await markupMistakes(page.body)).toEqual([]);
    expect(page.body.match(/<h1/g)).toHaveLength(1);
  });
});
