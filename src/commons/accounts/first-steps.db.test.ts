import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openTestAccounts, PASSWORD, type TestAccounts } from './accounts-for-tests.ts';
import { hiddenFields, markupMistakes, openTestSite, type TestPage, type TestSite } from './site-for-tests.ts';

let town: TestTown;
let box: TestAccounts;
let site: TestSite;
beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] });
  box = openTestAccounts(town);
  site = await openTestSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

/** Signs up in one browser and opens the letter in another one. */
async function confirmed(email: string, next = ''): Promise<TestPage> {
  await site.browser().post('/sign-up', { name: 'とく', email, password: PASSWORD, ...(next ? { next } : {}) });
  const [mail] = await box.deployment((db) =>
    run<{ body_text: string }>(db, 'select body_text from mails where recipient = $1 order by id desc limit 1', [
      email,
    ]),
  );
  const link = new URL(/http\S+/.exec(mail!.body_text)![0]);
  const phone = site.browser();
  const page = await phone.get(link.pathname + link.search);
  const done = await phone.post('/email-confirmation', hiddenFields(page.body));
  return phone.get(done.location!);
}
const signIn = (email: string, more = {}) => site.browser().post('/sign-in', { email, password: PASSWORD, ...more });
const steps = (body: string) =>
  ['/groups/new', '/proposals', '/activities/map', '/events', '/account'].filter((href) =>
    new RegExp(`<h3[^>]*><a href="${href}"`).test(body),
  );

describe('X1 the first steps', () => {
  test('after confirming, and on the first page after signing in, once', async () => {
    const email = 'toku@hinata.example';
    const page = await confirmed(email);
    expect(page.status).toBe(200);
    expect(page.body).toContain('href="/sign-in"');
    expect(steps(page.body)).toEqual(['/groups/new', '/proposals', '/activities/map', '/events']);
    const browser = site.browser();
    const first = await browser.post('/sign-in', { email, password: PASSWORD });
    expect(first.location).toBe('/welcome');
    const welcome = await browser.get('/welcome');
    expect([welcome.status, await markupMistakes(welcome.body)]).toEqual([200, []]);
    expect(steps(welcome.body)).toEqual(['/groups/new', '/proposals', '/activities/map', '/events', '/account']);
    for (const lang of ['easy', 'en']) {
      const { body } = await browser.get(`/welcome?lang=${lang}`);
      expect([lang, await markupMistakes(body)]).toEqual([lang, []]);
    }
    expect((await signIn(email)).location).toBe('/');
    expect((await site.browser().get('/welcome')).location).toBe('/sign-in?next=%2Fwelcome');
  });

  test('whoever was asked to sign in comes back to where they were, by the letter or by the password', async () => {
    const email = 'hana@hinata.example';
    const page = await confirmed(email, '/groups/new?kind=npo');
    expect(page.body).toContain(`href="/sign-in?next=${encodeURIComponent('/groups/new?kind=npo')}"`);
    expect((await signIn(email, { next: '/groups/new?kind=npo' })).location).toBe('/groups/new?kind=npo');
  });

  test('what the town hasn’t opened is not offered, and who waits for a guardian is sent to read', async () => {
    const closed = await openTestTown();
    const other = await openTestSite(closed);
    const page = await other.browser().get('/email-confirmation/done');
    expect(steps(page.body)).toEqual(['/proposals']);
    await other.close();
    await closed.close();
    const waits = await site.browser().get('/email-confirmation/done?waits=guardian');
    expect(steps(waits.body)).toEqual(['/proposals', '/activities/map', '/events']);
    expect(waits.body).toContain('市民提案を読む');
    expect(waits.body).not.toContain('意見を書いたり');
  });
});
