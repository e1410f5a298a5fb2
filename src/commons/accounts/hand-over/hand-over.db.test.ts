import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '#kernel/database/dialect.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openTestAccounts, PASSWORD, type TestAccounts } from '../accounts-for-tests.ts';
import { markupMistakes, openTestSite, type TestBrowser, type TestSite } from '../site-for-tests.ts';

const EMAIL = 'tabibito@hinata.example';
let town: TestTown;
let box: TestAccounts;
let site: TestSite;

beforeAll(async () => {
  town = await openTestTown();
  site = await openTestSite(town);
  box = openTestAccounts(town, true, { accountsOrigin: site.hub.origin, hubs: () => [site.hub, site.neighbour] });
  await box.signUp(EMAIL, 'たびびと');
  await box.confirm(EMAIL);
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const pathOf = (location: string | null) => {
  const url = new URL(location!);
  return { origin: url.origin, path: url.pathname + url.search };
};

/** One browser as two: what it keeps for the accounts host, and for the town. */
function twoHosts(): { host: TestBrowser; away: TestBrowser } {
  return { host: site.browser(), away: site.browser(site.neighbour) };
}

async function signedInAtHost(host: TestBrowser): Promise<void> {
  await host.post('/sign-in', { email: EMAIL, password: PASSWORD });
}

/** From the town to the accounts host: the code it gives, as the path it leads back to. */
async function codeFor({ host, away }: ReturnType<typeof twoHosts>, next = '/account'): Promise<string> {
  const left = pathOf((await away.get(`/sign-in?next=${encodeURIComponent(next)}`)).location);
  expect(left.origin).toBe(site.hub.origin);
  const given = pathOf((await host.get(left.path)).location);
  expect(given.origin).toBe(site.neighbour.origin);
  return given.path;
}

describe('X1 X11 one accounts host for towns on unrelated domains', () => {
  test('leads there, asks to sign in, and back to where one wanted', async () => {
    const hosts = twoHosts();
    const left = pathOf((await hosts.away.get('/sign-in?next=/notes')).location);
    const asked = await hosts.host.get(left.path);
    const next = new URL(asked.location!, site.hub.origin).searchParams.get('next')!;
    expect(next).toBe(left.path);
    const signed = await hosts.host.post('/sign-in', { email: EMAIL, password: PASSWORD, next });
    const given = pathOf((await hosts.host.get(signed.location!)).location);
    expect(await hosts.away.get(given.path)).toMatchObject({ status: 303, location: '/notes' });
    expect((await hosts.away.get('/notes')).status).toBe(200);
    expect((await hosts.away.get('/account')).body).toContain('共通の入口');
  });

  test('goes to the other host by a page, both ways: a redirect would be part of the form before it, which may not lead there', async () => {
    const hosts = twoHosts();
    const left = await hosts.away.get('/sign-in?next=/notes&lang=en');
    expect(left.status).toBe(200);
    expect(left.location).toContain('lang=en');
    expect(left.body).toContain(`href="${site.hub.origin}/hand-over?`);
    const next = pathOf(left.location).path;
    const asked = (await hosts.host.get(next)).location!;
    expect((await hosts.host.get(asked)).body).toContain('sign in here, too');
    await hosts.host.post('/sign-in', { email: EMAIL, password: PASSWORD, next });
    const given = await hosts.host.get(next);
    expect(given.status).toBe(200);
    expect(given.location).toContain(`${site.neighbour.origin}/hand-over/arrival?code=`);
    expect(await markupMistakes(given.body)).toEqual([]);
  });

  test.each(['town', 'host'])('who signs out on the %s is signed out on both', async (where) => {
    const [first, second] = [twoHosts(), twoHosts()];
    for (const hosts of [first, second]) {
      await signedInAtHost(hosts.host);
      await hosts.away.get(await codeFor(hosts));
    }
    // Once more from the same session: it takes the place of the one before.
    first.away.cookies.delete('minna_session');
    await first.away.get(await codeFor(first));
    expect((await first.away.get('/notes')).status).toBe(200);
    await (where === 'town' ? first.away : first.host).post('/sign-out', {});
    for (const browser of [first.away, first.host]) expect((await browser.get('/notes')).status).not.toBe(200);
    for (const browser of [second.away, second.host]) expect((await browser.get('/notes')).status).toBe(200);
  });

  test('what was being written when the session ended stays in its page while one signs in on the accounts host', async () => {
    const page = await site.browser(site.neighbour).post('/notes', { text: '長い文をここまで書いたところです' });
    expect(page.status).toBe(401);
    expect(page.body).toContain('長い文をここまで書いたところです');
    expect(page.body).toContain('<a href="/sign-in?next=%2F" target="_blank"');
    expect(page.body).toContain('ログインしたので、送る');
    // Passkeys belong to the other host.
    expect(page.body).not.toContain('<passkey-button');
    expect(await markupMistakes(page.body)).toEqual([]);
  });

  test('the code is taken once', async () => {
    const hosts = twoHosts();
    await signedInAtHost(hosts.host);
    const path = await codeFor(hosts);
    const cookies = new Map(hosts.away.cookies);
    expect((await hosts.away.get(path)).status).toBe(303);
    hosts.away.cookies.clear();
    for (const [name, value] of cookies) hosts.away.cookies.set(name, value);
    expect((await hosts.away.get(path)).status).toBe(403);
  });

  test('the code is good in the browser alone that asked for it', async () => {
    const hosts = twoHosts();
    await signedInAtHost(hosts.host);
    const path = await codeFor(hosts);
    const thief = site.browser(site.neighbour);
    await thief.get('/sign-in');
    expect((await thief.get(path)).status).toBe(403);
    expect(thief.cookies.has('minna_session')).toBe(false);
    expect((await hosts.away.get(path)).status).toBe(403);
  });

  test('the code is good in the town alone it was made for', async () => {
    const hosts = twoHosts();
    await signedInAtHost(hosts.host);
    const path = await codeFor(hosts);
    const secret = hosts.away.cookies.get('minna_hand_over')!;
    const elsewhere = site.browser();
    elsewhere.cookies.set('minna_hand_over', secret);
    expect((await elsewhere.get(path)).status).toBe(403);
  });

  test('the code is over after a minute', async () => {
    const hosts = twoHosts();
    await signedInAtHost(hosts.host);
    const path = await codeFor(hosts);
    await box.deployment((db) =>
      run(
        db,
        `update auth.verifications set expires_at = expires_at - interval '61 seconds' where value like '%"bound"%'`,
      ),
    );
    expect((await hosts.away.get(path)).status).toBe(403);
  });

  test('is given on the accounts host alone, for towns of this deployment alone', async () => {
    const hosts = twoHosts();
    await signedInAtHost(hosts.host);
    const bound = 'b'.repeat(43);
    expect((await hosts.host.get(`/hand-over?town=nowhere&bound=${bound}`)).status).toBe(422);
    expect((await hosts.host.get('/hand-over?town=tonari&bound=x')).status).toBe(404);
    expect((await hosts.away.get(`/hand-over?town=hinata&bound=${bound}`)).status).toBe(404);
  });

  test('leads nowhere but into the town', async () => {
    const hosts = twoHosts();
    await signedInAtHost(hosts.host);
    const path = await codeFor(hosts, '//evil.example/');
    expect((await hosts.away.get(path)).location).toBe('/');
  });

  test('is as strong as the session it comes from', async () => {
    const hosts = twoHosts();
    await signedInAtHost(hosts.host);
    await box.deployment((db) => run(db, `update auth.sessions set second = 'totp'`));
    await hosts.away.get(await codeFor(hosts));
    const rows = await box.deployment((db) =>
      run<{ second: string | null }>(
        db,
        `select second from auth.sessions where method = 'hand-over' order by created_at desc, id desc`,
      ),
    );
    expect(rows.some(({ second }) => second === 'totp')).toBe(true);
  });
});
