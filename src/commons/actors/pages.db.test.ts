import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestAccounts, PASSWORD, type TestAccounts } from '#commons/accounts/accounts-for-tests.ts';
import {
  hiddenFields,
  markupMistakes,
  openTestSite,
  type TestBrowser,
  type TestSite,
} from '#commons/accounts/site-for-tests.ts';
import type { Lang } from '#kernel/lang.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { html } from '#ui/html.ts';
import { addProfileSection } from './profile-sections.ts';

let town: TestTown;
let box: TestAccounts;
let site: TestSite;
let hashi: TestBrowser;
let pochi: TestBrowser;
let address: string;

const join = async (email: string, name: string): Promise<TestBrowser> => {
  await box.signUp(email, name);
  await box.confirm(email);
  const browser = site.browser();
  await browser.post('/sign-in', { email, password: PASSWORD });
  return browser;
};

beforeAll(async () => {
  town = await openTestTown();
  box = openTestAccounts(town);
  site = await openTestSite(town);
  hashi = await join('hashi@hinata.example', '橋の人');
  pochi = await join('pochi@hinata.example', 'ポチの飼い主');
  addProfileSection({
    name: 'test',
    order: 1,
    render: async (visit, _db, actor) => {
      visit.tag('proposals');
      return actor.kind === 'group' ? html`<section><h2>この団体の提案</h2></section>` : null;
    },
  });
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const membersPath = () => `/organisations/${address.split('/')[2]!.slice(0, 22)}/members`;

describe('an organisation from its form to its members', () => {
  test('is registered once, however often the form is sent', async () => {
    const form = await hashi.get('/organisations/new');
    const fields: [string, string][] = [
      ...hiddenFields(form.body),
      ['kind', 'group'],
      ['name', 'ひなた川をきれいにする会'],
      ['about', '月に一度の川そうじ。'],
    ];
    const first = await hashi.post('/organisations', fields);
    const second = await hashi.post('/organisations', fields);
    expect(first.status).toBe(303);
    expect(second.location).toBe(first.location);
    address = first.location!.split('?')[0]!;
    const page = await site.browser().get(address);
    expect(page.body).toContain('月に一度の川そうじ。');
    expect(page.body).toContain('橋の人');
    expect(page.body).toContain('この団体の提案');
  });

  test('is refused with what was typed when something is missing', async () => {
    const page = await hashi.post('/organisations', { kind: '', name: '', about: 'ここに書いた' });
    expect(page.status).toBe(422);
    expect(page.body).toContain('ここに書いた');
    expect(page.body).toContain('<a href="#f-name">名前：');
    expect(page.body).toContain('<a href="#f-kind">種類：');
  });

  test('shows its members to members only', async () => {
    expect((await hashi.get(membersPath())).status).toBe(200);
    expect((await pochi.get(membersPath())).status).toBe(404);
    expect((await site.browser().get(membersPath())).status).toBe(303);
  });

  test('takes in whoever says yes to a link that is shown once', async () => {
    const path = membersPath().replace('/members', '/invitations');
    const made = await hashi.post(path, { way: 'link', meantFor: 'ポチさん', role: 'editor' });
    expect(made.status).toBe(200);
    const link = /value="(http[^"]+\/invitations\/[^"]+)"/.exec(made.body)![1]!;
    const invitation = new URL(link).pathname;
    expect((await hashi.get(membersPath())).body).not.toContain(invitation);
    expect((await site.browser().get(invitation)).body).toContain('ログインして返事をする');
    const asked = await pochi.get(invitation);
    expect(await markupMistakes(asked.body)).toEqual([]);
    const done = await pochi.post(invitation, { answer: 'yes' });
    expect(done.status).toBe(303);
    expect((await pochi.get(membersPath())).status).toBe(200);
    expect((await pochi.get(invitation)).status).toBe(410);
    expect((await site.browser().get(address)).body).not.toContain('ポチの飼い主');
  });

  test('is spoken for from its page, and the header says so', async () => {
    const page = await pochi.get(address);
    // The page holds other forms with a way back, too.
    const form = /<form[^>]*action="\/acting-as"[\s\S]*?<\/form>/.exec(page.body)![0];
    const fields = hiddenFields(form).filter(([name]) => name === 'actor' || name === 'back');
    const done = await pochi.post('/acting-as', fields);
    expect(done.location).toBe(address);
    expect((await pochi.get(done.location!)).body).toContain('class="acting"');
    await pochi.post('/acting-as', { actor: 'self' });
  });

  test('leaves its representative a way to end a role, and nobody else', async () => {
    const path = membersPath().replace('/members', '/roles');
    const person = hiddenFields((await hashi.get(membersPath())).body).filter(([name]) => name === 'person');
    const pochiId = person.map(([, id]) => id).at(-1)!;
    const hashiId = person[0]![1];
    expect((await pochi.post(path, { person: hashiId, role: 'none' })).status).toBe(403);
    expect((await hashi.post(path, { person: hashiId, role: 'none' })).status).toBe(422);
    expect((await hashi.post(path, { person: pochiId, role: 'none' })).location).toContain('done=saved');
    expect((await pochi.get(membersPath())).status).toBe(404);
  });
});

describe('the list of actors', () => {
  test('is filtered in the address, and the same as data', async () => {
    const page = await site.browser().get('/actors?kind=group');
    expect(page.body).toContain('ひなた川をきれいにする会');
    expect(page.body).not.toContain('ポチの飼い主');
    expect(page.body).toContain('href="/actors.csv?kind=group"');
    const csv = await site.browser().get('/actors.csv?kind=group');
    expect(csv.body.trim().split('\r\n')).toHaveLength(2);
    const data = JSON.parse((await site.browser().get('/actors.json')).body) as { items: { name: string }[] };
    expect(data.items.map((item) => item.name)).toContain('ポチの飼い主');
    expect((await site.browser().get('/actors?kind=king&before=x')).status).toBe(200);
  });

  test('leads to pages at their right address', async () => {
    const short = address.slice(0, '/actors/'.length + 22);
    const moved = await site.browser().get(short);
    expect(moved).toMatchObject({ status: 301, location: address });
    for (const wrong of ['/actors/x', `/actors/${'1'.repeat(22)}`])
      expect((await site.browser().get(wrong)).status).toBe(404);
  });
});

describe.each<Lang>(['ja', 'easy', 'en'])('pages in %s', (lang) => {
  test('are sound', async () => {
    const own = /href="(\/actors\/[^"]+)"/.exec((await hashi.get('/account')).body)![1]!;
    for (const path of [
      '/actors',
      '/actors?kind=business',
      address,
      own,
      membersPath(),
      '/organisations/new',
      '/acting-as',
      '/account',
    ]) {
      const page = await hashi.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect([path, page.status]).toEqual([path, 200]);
      expect([path, ...(await markupMistakes(page.body))]).toEqual([path]);
      expect(page.body.match(/<h1/g)).toHaveLength(1);
      expect(page.body).not.toMatch(/undefined|\[object/);
    }
  });
});
