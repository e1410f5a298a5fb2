import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { moderatedKind } from '#commons/moderation/kinds.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { createEvent } from '../events/index.ts';
import { editingPath, pageEditing, pageHref } from './addresses.ts';
import { BLOCK_KINDS, type BlockKind } from './block.ts';
import { foundWorkshop, type Workshop } from './homepages-for-tests.ts';
import { THEMES } from './themes.ts';

let town: TestTown;
let site: TestSite;
let shop: Workshop;

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] });
  site = await openSite(town);
  shop = await foundWorkshop(town, '川辺の会', 'kawabe');
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const send = (path: string, fields: Record<string, string>, by?: Reader) =>
  site.post(path, { once: randomId(), ...fields }, by);

/** The page as this reader sees it, without mistakes in its markup. */
async function sound(path: string, by?: Reader): Promise<string> {
  const { status, body } = await site.get(path, by);
  expect([path, status, site.faults]).toEqual([path, 200, []]);
  expect([path, await markupMistakes(body)]).toEqual([path, []]);
  return body;
}

const TYPED: Partial<Record<BlockKind, Record<string, string>>> = {
  heading: { text: '毎月の草刈り', level: '3' },
  text: { text: '**だれでも**どうぞ。[地図](https://map.example/)\n\n・軍手\n・帽子\n\n1. 集まる\n2. 刈る' },
  news: { title: 'お知らせ', count: '3' },
  events: { title: 'これから', count: '5' },
  members: { title: 'メンバー' },
  needs: { title: '' },
  support: { title: '寄付', text: '燃料代にします。', link: 'https://give.example/', linkText: '' },
  contact: { title: '連絡先', text: '' },
  map: { title: '', place: '上の橋', lat: '36.05', lng: '143.05', text: '駅から歩いて10分' },
  video: { title: '草刈りのようす', link: 'https://video.example/1', text: '' },
  quote: { text: '子どもが川を好きになりました。', by: '参加した人' },
  table: { caption: '予定', rows: '月 | 日\n4月 | 12日\n5月 | 10日' },
};

describe('F1.3 a group makes a homepage on the pages', () => {
  test('starts from the declaration, looks, publishes three pages at once, and a stranger reads them', async () => {
    const own = await sound(`/groups/${shortId(shop.groupId)}`, shop.toku);
    expect(own).toContain(`name="back" value="/groups/${shortId(shop.groupId)}/site"`);
    expect(await sound(`/groups/${shortId(shop.groupId)}/site`, shop.toku)).toContain('ホームページを編集する');
    const start = await sound(editingPath(shop.siteId), shop.toku);
    expect(start).toContain('はじめに');
    expect((await site.get('/')).body).toContain('href="/groups/new"');
    expect((await site.get('/sites/kawabe')).body).toContain('準備中');
    expect((await send(`${editingPath(shop.siteId)}/publication`, {}, shop.toku)).status).toBe(303);
    const home = await sound('/sites/kawabe');
    expect(home).toContain('川の草を刈り');
    expect(home).toContain('若い人');
    for (const path of ['/activities', '/contact-us', '/news']) await sound(`/sites/kawabe${path}`);
    expect((await site.get('/sites/kawabe/contact-us')).body).toContain('kawabe@group.example');
    expect(await sound(`/groups/${shortId(shop.groupId)}`)).toContain('/sites/kawabe');
    expect(await sound('/sites')).toContain('川辺の会');
  });

  test('an event of the group leads to its page among the groups and to its homepage', async () => {
    const date = `${town.now().getUTCFullYear() + 1}-05-05`;
    const typed = { title: '川の会', about: '川を歩きます。', date, from: '10:00', to: '11:30', place: '上の橋' };
    const { id } = await town.perform(shop.toku, createEvent, { ...typed, draft: '' } as never);
    const body = await sound(`/events/${shortId(id)}`);
    expect(body).toContain(`href="/groups/${shortId(shop.groupId)}`);
    expect(body).toContain('href="/sites/kawabe"');
  });

  test('every kind of block: its form, its look in the editor, in the preview and in every theme', async () => {
    const begun = await send(`${editingPath(shop.siteId)}/pages`, { title: 'なんでも' }, shop.toku);
    const at = begun.location!.replace('/editing', '');
    for (const kind of BLOCK_KINDS) {
      await sound(`${at}/blocks/new?kind=${kind}`, shop.toku);
      const typed = TYPED[kind];
      if (typed)
        expect([kind, (await send(`${at}/blocks`, { kind, ...typed }, shop.toku)).status]).toEqual([kind, 303]);
    }
    const editor = await sound(`${at}/editing`, shop.toku);
    expect(editor).toContain('<strong>だれでも</strong>');
    expect(editor).toContain('<th scope="col">月</th>');
    for (const path of ['/publication', '/versions', '/preview', '/blocks/new']) await sound(at + path, shop.toku);
    for (const block of editor.match(/\/site-blocks\/\w+\/(editing|removal)/g)!.slice(0, 4))
      await sound(block, shop.toku);
    expect((await send(`${at}/publication`, { at: '' }, shop.toku)).status).toBe(303);
    await sound(`${at}/versions/1`, shop.toku);
    for (const theme of THEMES) {
      const settings = await sound(`${editingPath(shop.siteId)}/settings`, shop.toku);
      const of = settings.match(/name="of" value="(\d+)"/)![1]!;
      const form = { of, title: '川辺の会', tagline: '川と遊んで', key: 'kawabe', theme, colour: '' };
      const changed = await send(`${editingPath(shop.siteId)}/settings`, form, shop.toku);
      expect([theme, changed.status]).toEqual([theme, 303]);
      expect(await sound('/sites/kawabe/なんでも')).toContain(`own-${theme}`);
      expect((await site.get(`/site-styles/${theme}.css`)).status).toBe(200);
    }
  });

  test('what is wrong is said at its field with what was typed; nothing is lost', async () => {
    const at = pageHref(shop.pageIds[0]!);
    const cases: [BlockKind, Record<string, string>, string][] = [
      ['heading', { text: 'あ'.repeat(10_000), level: '2' }, 'あ'.repeat(10_000)],
      ['text', { text: '[押して](javascript:alert(1))' }, 'javascript:alert(1'],
      ['support', { title: '', text: 'x', link: 'javascript:alert(1)', linkText: '' }, 'リンクできません'],
      ['table', { caption: '一行だけ', rows: '月 | 日' }, '一行だけ'],
      ['picture', { caption: '川', size: 'wide' }, '川'],
    ];
    for (const [kind, typed, said] of cases) {
      const { status, body } = await send(`${at}/blocks`, { kind, ...typed }, shop.toku);
      expect([kind, status]).toEqual([kind, 422]);
      expect(body).toContain(said);
      expect([kind, await markupMistakes(body)]).toEqual([kind, []]);
      expect(body).not.toContain('href="javascript:');
    }
  });

  test('the way to the workshop is for editors; others learn nothing of drafts', async () => {
    for (const path of [
      editingPath(shop.siteId),
      pageEditing(shop.pageIds[0]!),
      `${pageHref(shop.pageIds[0]!)}/preview`,
    ]) {
      expect((await site.get(path, shop.other)).status).toBe(404);
      expect((await site.get(path, shop.ken)).status).toBe(404);
      expect((await site.get(path)).location).toContain('/sign-in');
    }
    expect((await site.get('/sites/kawabe', shop.toku)).body).toContain(editingPath(shop.siteId));
    expect((await site.get('/sites/kawabe', shop.other)).body).not.toContain(editingPath(shop.siteId));
    expect((await send(`${editingPath(shop.siteId)}/pages`, { title: 'x' }, shop.other)).status).toBe(404);
  });

  test('a link to look before needs no account and ends', async () => {
    const at = pageHref(shop.pageIds[1]!);
    const made = await send(`${at}/preview-links`, {}, shop.toku);
    const key = made.body.match(/\/site-previews\/([\w-]{32})/)![1]!;
    expect(await sound(`/site-previews/${key}`)).toContain('下書きです');
    expect((await site.get(`/site-previews/${key}x`)).status).toBe(404);
    await send(`${at}/preview-links/end`, {}, shop.toku);
    expect((await site.get(`/site-previews/${key}`)).status).toBe(404);
  });

  test('two editors at once: the second is told, sees both, and may keep both', async () => {
    const at = pageHref(shop.pageIds[0]!);
    const editor = await sound(`${at}/editing`, shop.hana);
    const block = editor.match(/\/site-blocks\/\w+(?=\/editing)/g)![1]!;
    const rev = (await sound(`${block}/editing`, shop.hana)).match(/name="rev" value="(\d+)"/)![1]!;
    const fields = { kind: 'text', rev };
    expect((await send(block, { ...fields, text: 'とくが書いた。' }, shop.toku)).status).toBe(303);
    const late = await send(block, { ...fields, text: 'はなが書いた。' }, shop.hana);
    expect(late.status).toBe(409);
    for (const said of ['とくが書いた。', 'はなが書いた。', '川辺の会のとく']) expect(late.body).toContain(said);
    expect(await markupMistakes(late.body)).toEqual([]);
    const after = late.body.match(/name="after" value="([\w-]+)"/)![1]!;
    const added = await send(`${at}/blocks`, { kind: 'text', after, text: 'はなが書いた。' }, shop.hana);
    expect(added.status).toBe(303);
    const [, place] = /\?done=saved#(block-\w+)$/.exec(added.location!) ?? [];
    expect((await site.get(`${at}/editing`, shop.hana)).body).toContain(`id="${place}" tabindex="-1"`);
    const both = await sound(`${at}/editing`, shop.toku);
    expect(both.indexOf('とくが書いた。')).toBeLessThan(both.indexOf('はなが書いた。'));
    expect(both).toContain('川辺の会のはなが「文章」を入れました');
  });
});

describe('F1.3 news', () => {
  test('written, published, listed with a feed, on the group’s page, moved with the short name', async () => {
    const begun = await send(`${editingPath(shop.siteId)}/posts`, { title: '秋の草刈り' }, shop.toku);
    const at = begun.location!.replace('/editing', '');
    expect((await send(`${at}/publication`, { at: '' }, shop.toku)).status).toBe(409);
    await send(`${at}/blocks`, { kind: 'text', text: '十一月の第二日曜に刈ります。' }, shop.toku);
    expect((await send(`${at}/publication`, { at: '' }, shop.toku)).status).toBe(303);
    expect(await sound('/sites/kawabe/news')).toContain('秋の草刈り');
    const { body, type } = await site.get('/sites/kawabe/news.atom');
    expect(type).toContain('application/atom+xml');
    expect(body).toContain('十一月の第二日曜');
    expect((await site.get(`/groups/${shortId(shop.groupId)}`)).body).toContain('秋の草刈り');
    const settings = await sound(`${editingPath(shop.siteId)}/settings`, shop.toku);
    const of = settings.match(/name="of" value="(\d+)"/)![1]!;
    const form = { of, title: '川辺の会', tagline: '', key: 'kawabe-no-kai', theme: 'plain', colour: '#ffee88' };
    const pale = await send(`${editingPath(shop.siteId)}/settings`, form, shop.toku);
    expect(pale.status).toBe(422);
    expect(pale.body).toMatch(/近い色では #[0-9a-f]{6}/);
    await send(`${editingPath(shop.siteId)}/settings`, { ...form, colour: '' }, shop.toku);
    expect(await sound('/sites/kawabe/news')).toContain('/sites/kawabe-no-kai/news');
    const stale = await send(`${editingPath(shop.siteId)}/settings`, { ...form, colour: '' }, shop.hana);
    expect(stale.status).toBe(409);
  });
});

describe('F1.3, X4 a site that rests, ends or is hidden says so', () => {
  test('and gives out nothing else: on its pages, in the list, in the files', async () => {
    const next = await foundWorkshop(town, '橋の会', 'hashi');
    await send(`${editingPath(next.siteId)}/publication`, {}, next.toku);
    const set = (sql: string, ...values: unknown[]) =>
      town.hubwise.write(town.hub.id, (db) => run(db, sql, [town.hub.id, next.groupId, ...values]));
    const words = '川の草を刈り';
    await set('update groups set resting_at = $3 where hub_id = $1 and id = $2', town.now());
    const resting = await sound('/sites/hashi');
    expect(resting).toContain('休止中');
    expect(resting).toContain(words);
    const kind = moderatedKind('site')!;
    const hide = (at: Date | null) =>
      town.hubwise.write(town.hub.id, (db) => kind.setHidden(db, town.hub.id, next.siteId, at));
    await hide(town.now());
    expect((await town.read((db) => kind.find(db, next.siteId)))?.hiddenAt).not.toBeNull();
    for (const path of ['/sites/hashi', '/sites/hashi/activities', '/sites/hashi/news'])
      expect(await sound(path)).not.toContain(words);
    for (const path of ['/sites.csv', '/sites.json', '/sites.atom'])
      expect((await site.get(path)).body).not.toContain('橋の会');
    expect((await site.get('/data/sites.csv')).body).not.toContain('橋の会');
    expect(await sound('/sites')).not.toContain('hashi');
    await hide(null);
    expect((await site.get('/data/sites.csv')).body).toContain('橋の会');
    await send(`${editingPath(next.siteId)}/closure`, { open: '' }, next.toku);
    const closed = await sound('/sites/hashi');
    expect(closed).toContain('団体が閉じています');
    expect(closed).not.toContain(words);
    await send(`${editingPath(next.siteId)}/closure`, { open: 'yes' }, next.toku);
    await set('update groups set withdrawn_at = $3 where hub_id = $1 and id = $2', town.now());
    const withdrawn = await sound('/sites/hashi');
    expect(withdrawn).toContain('登録を取り下げました');
    expect(withdrawn).not.toContain('kawabe@group.example');
    expect((await send(`${editingPath(next.siteId)}/pages`, { title: 'x' }, next.toku)).status).toBe(409);
  });
});
