import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { jobIn } from '../../registration/groups/groups-for-tests.ts';
import { foundWorkshop, type Workshop } from '../homepages/homepages-for-tests.ts';
import { publishAll } from '../homepages/publish.ts';
import { askDomainCheck, claimDomain, giveDomainUp } from './acts.ts';
import { askHost } from './ask-host-for-tests.ts';
import { proofOf, readHost, shownHost } from './domain.ts';
import { checkDomain, checkDueDomains } from './jobs.ts';
import { openDomainMeans } from './means.ts';
import { domainOf } from './queries.ts';

const HOST = 'www.kawabe.example';
let town: TestTown;
let site: TestSite;
let shop: Workshop;
let second: Workshop;
/** what the world says: TXT records and files, by name */
const outside = { txt: new Map<string, string[]>(), files: new Map<string, string>(), isSilent: false };

beforeAll(async () => {
  openDomainMeans({
    txt: async (name) => {
      if (outside.isSilent) throw Object.assign(new Error('silent'), { code: 'ETIMEOUT' });
      return outside.txt.get(name) ?? null;
    },
    file: async (address) => {
      const text = outside.files.get(address);
      if (text !== undefined) return { text };
      return { is: outside.isSilent ? ('silent' as const) : ('none' as const) };
    },
  });
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] });
  site = await openSite(town);
  shop = await foundWorkshop(town, '川辺の会', 'kawabe');
  second = await foundWorkshop(town, '山の会', 'yama');
  await town.perform(shop.toku, publishAll, { siteId: shop.siteId });
});
afterAll(async () => {
  openDomainMeans();
  await site.close();
  await town.close();
});
beforeEach(() => {
  outside.txt.clear();
  outside.files.clear();
  outside.isSilent = false;
});

const domain = (of = shop) => town.read((db) => domainOf(db, of.siteId));
const check = async (of = shop) => checkDomain(jobIn(town), { id: (await domain(of))!.id });
const claim = (by: Workshop, host = HOST) => town.refusal(by.toku, claimDomain, { siteId: by.siteId, host });
const noticesOf = (by: Workshop) =>
  town.rows<{ kind: string }>('select kind from notices where person_id = $1 order by at, id', [by.toku.person.id]);

async function proved(by: Workshop): Promise<void> {
  await claim(by);
  const { token } = (await domain(by))!;
  outside.txt.set(`_minna.${HOST}`, [proofOf(token)]);
  await check(by);
}

describe('F1.3 a host of a group’s own', () => {
  test('is a name out in the world, however it is typed', () => {
    expect(readHost(' https://WWW.Kawabe.example/about ')).toBe(HOST);
    expect(readHost('かわべ.jp')).toBe('xn--u8jyetc.jp');
    expect(readHost('ＷＷＷ．かわべ。jp。')).toBe('www.xn--u8jyetc.jp');
    expect(shownHost('xn--u8jyetc.jp')).toBe('かわべ.jp');
    for (const bad of [
      'localhost',
      'kawabe',
      '192.168.0.1',
      '[::1]',
      'a.local',
      'x y.jp',
      'kawabe.jp:80',
      'a@b.jp',
      '-a.jp',
      'a..jp',
      '10.0.0.1.',
      '',
    ])
      expect([bad, readHost(bad)]).toEqual([bad, null]);
  });

  test('is claimed by the editors alone, one a site', async () => {
    const ask = { siteId: shop.siteId, host: HOST };
    expect(await town.refusal(shop.ken, claimDomain, ask)).toBe('not-of-the-group');
    expect(await town.refusal(shop.other, claimDomain, ask)).toBe('not-of-the-group');
    expect(await town.refusal(shop.toku, claimDomain, ask, { hub: town.neighbour })).toBe('not-found');
    expect(await town.refusal(shop.toku, claimDomain, { ...ask, host: 'localhost' })).toBe('host:bad-host');
    const own = new URL(town.hub.origin).host;
    for (const [host, code] of [
      [own, 'town-host'],
      [`http://${own.toUpperCase()}/`, 'town-host'],
      ['192.168.0.1', 'number-host'],
      ['203.0.113.9:80', 'number-host'],
      ['[2001:db8::1]', 'number-host'],
      ['toku@kawabe.example', 'mail-host'],
      ['kawabe.example:8080', 'port-host'],
    ] as const)
      expect([host, await town.refusal(shop.toku, claimDomain, { ...ask, host })]).toEqual([host, `host:${code}`]);
    expect(await Promise.all([claim(shop), claim(shop)])).toEqual(expect.arrayContaining(['done', 'host-there']));
    expect(await town.refusal(second.toku, askDomainCheck, { siteId: second.siteId })).toBe('no-claim');
  });

  test('is proved by a TXT record or a file, and by nothing else', async () => {
    await check();
    expect(await domain()).toMatchObject({ verified_at: null, check_failure: 'not-found' });
    outside.txt.set(HOST, ['v=spf1 -all', 'minna-site=somebody-else']);
    await check();
    expect(await domain()).toMatchObject({ verified_at: null, check_failure: 'other-token' });
    outside.txt.clear();
    outside.isSilent = true;
    await check();
    expect(await domain()).toMatchObject({ check_failure: 'no-answer' });
    outside.isSilent = false;
    const { token } = (await domain())!;
    outside.files.set(`https://${HOST}/.well-known/minna-site.txt`, `${proofOf(token)}\n`);
    await check();
    expect(await domain()).toMatchObject({ verified_by: 'file', check_failure: null, failing_since: null });
    expect((await noticesOf(shop)).map(({ kind }) => kind)).toContain('site-domains.proved');
    expect((await site.get(`/own-hosts?domain=${HOST}`)).status).toBe(200);
    expect((await site.get('/own-hosts?domain=yama.example')).status).toBe(404);
  });

  test('held by somebody is nobody else’s, in this town or the next, and it isn’t said whose', async () => {
    expect(await claim(second)).toBe('host:host-taken');
    await town.hubwise.write(town.neighbour.id, (db) =>
      db
        .insertInto('own_hosts')
        .values({ host: 'miyako.example', hub_id: town.neighbour.id, thing_id: shop.siteId, since: town.now() })
        .execute(),
    );
    expect(await claim(second, 'miyako.example')).toBe('host:host-taken');
    // Claimed before the other proved it: the proof comes too late.
    await town.hubwise.write(town.hub.id, (db) =>
      db.deleteFrom('own_hosts').where('host', '=', 'miyako.example').execute(),
    );
    expect(await claim(second, 'miyako.example')).toBe('done');
    await town.hubwise.write(town.neighbour.id, (db) =>
      db
        .insertInto('own_hosts')
        .values({ host: 'miyako.example', hub_id: town.neighbour.id, thing_id: shop.siteId, since: town.now() })
        .execute(),
    );
    outside.txt.set('_minna.miyako.example', [proofOf((await domain(second))!.token)]);
    await check(second);
    expect(await domain(second)).toMatchObject({ verified_at: null, check_failure: 'taken' });
    const page = await site.get(`/site-editing/${shortId(second.siteId)}/domain`, second.toku);
    expect(page.body).toContain('ほかのところで使われています');
    expect(page.body).not.toContain(town.neighbour.host);
    await town.perform(second.toku, giveDomainUp, { siteId: second.siteId });
  });

  test('is looked at again; what fails is told, and ends when the days are over', async () => {
    town.today('2026-10-12');
    await checkDueDomains(jobIn(town));
    expect(await domain()).toMatchObject({ check_failure: 'not-found', failing_since: town.now() });
    expect((await noticesOf(shop)).at(-1)?.kind).toBe('site-domains.failing');
    town.today('2026-10-20');
    await checkDueDomains(jobIn(town));
    expect(await domain()).not.toBeNull();
    town.today('2026-10-28');
    await checkDueDomains(jobIn(town));
    expect(await domain()).toBeNull();
    expect((await noticesOf(shop)).at(-1)?.kind).toBe('site-domains.lost');
    expect((await site.get(`/own-hosts?domain=${HOST}`)).status).toBe(404);
    await proved(second);
    expect(await domain(second)).toMatchObject({ host: HOST, verified_by: 'dns' });
    await town.perform(second.toku, giveDomainUp, { siteId: second.siteId });
  });

  test('a claim that nobody proves ends by itself', async () => {
    await claim(second, 'mada.example');
    town.today('2026-11-20');
    await checkDueDomains(jobIn(town));
    expect(await domain(second)).toBeNull();
    expect((await noticesOf(second)).at(-1)?.kind).toBe('site-domains.expired');
  });
});

describe('F1.3 a homepage at its own host', () => {
  const ask = (path: string, more = {}) => askHost(site.origin, HOST, path, more);

  beforeAll(async () => {
    await proved(shop);
    site.ownHosts.set(HOST, shop.siteId);
  });

  test('stands at / with its own canonical links, and leads to its pages below', async () => {
    const home = await ask('/');
    expect(home.status).toBe(200);
    expect(await markupMistakes(home.body)).toEqual([]);
    expect(home.body).toContain(`<link rel="canonical" href="http://${HOST}/">`);
    expect(home.body).not.toContain('/sites/kawabe');
    const pages = [...home.body.matchAll(/<nav class="own-nav".*?<\/nav>/gs)].join('').match(/href="(\/[^"]+)"/g) ?? [];
    expect(pages.length).toBeGreaterThan(0);
    for (const href of pages) {
      const page = await ask(encodeURI(href.slice(6, -1)));
      expect([href, page.status, await markupMistakes(page.body)]).toEqual([href, 200, []]);
    }
    expect((await ask('/news.atom')).headers['content-type']).toContain('application/atom+xml');
    expect((await ask('/robots.txt')).body).toContain(`Sitemap: http://${HOST}/sitemap.xml`);
    expect((await ask('/sitemap.xml')).body).toContain(`<loc>http://${HOST}/</loc>`);
    expect((await ask('/.well-known/minna-site.txt')).body).toBe(`${proofOf((await domain())!.token)}\n`);
    expect(site.faults).toEqual([]);
  });

  test('nothing else of the town is there, nobody is signed in, no cookie is set', async () => {
    for (const path of [
      '/sign-in',
      '/groups',
      '/sites/yama',
      '/data',
      '/api/v1/groups',
      '/account',
      '/files/x/y',
      '/%E0%A4%A',
      '/journal',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    const cookie = { headers: { cookie: 'minna_session=anything' } };
    const home = await ask('/?lang=en', cookie);
    expect([home.status, home.headers['set-cookie']]).toEqual([200, undefined]);
    expect((await ask('/sign-in', { method: 'POST', fields: { email: 'a@b.example' } })).status).toBe(404);
    expect((await ask('/', { method: 'DELETE' })).status).toBe(405);
    const foreign = await ask('/contact', {
      method: 'POST',
      fields: { body: 'x' },
      headers: { origin: 'http://evil.example' },
    });
    expect(foreign.status).toBe(403);
    expect(site.faults).toEqual([]);
  });
});
