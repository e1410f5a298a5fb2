import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeEvent } from '#kernel/event.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { eventParts } from '../../../parts.ts';
import { announceScheduled } from './announce.ts';
import { addBlock, changeBlock } from './draft-blocks.ts';
import { draftById, pageVersions } from './draft-queries.ts';
import { foundWorkshop, uploadedPicture, type Workshop } from './homepages-for-tests.ts';
import { createPage, createPost, placePage, withdrawPage } from './pages.ts';
import { publishAll, publishPage, restoreVersion, unschedulePage } from './publish.ts';
import { postsOf, shownPage, siteById } from './queries.ts';

let town: TestTown;
let shop: Workshop;
let next: Workshop;

beforeAll(async () => {
  town = await openTestTown();
  shop = await foundWorkshop(town, '川辺の会', 'kawabe');
  next = await foundWorkshop(town, '橋の会', 'hashi');
  await town.perform(next.toku, publishAll, { siteId: next.siteId });
});
afterAll(() => town.close());

const text = (words: string) => ({ kind: 'text', text: words });
const shown = (slug: string) => town.read((db) => shownPage(db, shop.siteId, { slug }, town.now()));
const draft = (id: string) => town.read((db) => draftById(db, id, town.now()));

async function page(title: string, words = 'はじめの文章'): Promise<string> {
  const { id } = await town.perform(shop.toku, createPage, {
    siteId: shop.siteId,
    title,
    slug: title,
    blocks: [text(words)],
  });
  return id;
}

async function tick(): Promise<string[]> {
  const told: string[] = [];
  const { hub, hubwise } = town;
  const now = town.now();
  await announceScheduled({
    hub,
    hubwise,
    now,
    newId: () => eventParts.newId(now),
    record: async (db: Parameters<typeof writeEvent>[1], event: Parameters<typeof writeEvent>[3]) => {
      told.push(event.object.id);
      await writeEvent(eventParts, db, { hubId: hub.id, now, actorId: event.as ?? null, personId: null }, event);
    },
    invalidate: async () => {},
  } as never);
  return told;
}

describe('F1.3 publication', () => {
  test('now: a version with its pictures; the draft goes on without touching it', async () => {
    const id = await page('now');
    const fileId = await uploadedPicture(town, shop.toku);
    await town.perform(shop.toku, addBlock, { pageId: id, kind: 'picture', fields: {}, fileId, label: '川の絵' });
    await town.perform(shop.toku, publishPage, { id });
    const [block] = (await draft(id)).blocks;
    await town.perform(shop.toku, changeBlock, { id: block!.id, rev: block!.rev, fields: { text: 'まだ下書き' } });
    const found = await shown('now');
    expect(found).toMatchObject({ version: 1, words: 'はじめの文章\n\n川の絵' });
    expect(found!.blocks[1]!.files).toMatchObject([{ id: fileId, label: '川の絵' }]);
    expect(JSON.stringify(found)).not.toContain('まだ下書き');
    await town.perform(shop.toku, withdrawPage, { id });
    expect(await shown('now')).toBeNull();
    await town.perform(shop.toku, publishPage, { id });
    expect((await shown('now'))?.words).toContain('まだ下書き');
  });

  test('scheduled: exact to the moment without any tick; the tick announces it once', async () => {
    town.today('2026-10-10');
    const { id } = await town.perform(shop.toku, createPost, {
      siteId: shop.siteId,
      title: '秋の知らせ',
      blocks: [text('本文')],
    });
    expect(await town.refusal(shop.toku, publishPage, { id, at: '2026-10-10T11:59' })).toBe('at:too-late');
    expect(await town.refusal(shop.toku, publishPage, { id, at: '来週' })).toBe('at:not-a-date');
    await town.perform(shop.toku, publishPage, { id, at: '2026-10-20T09:00' });
    const posts = async (now: Date) =>
      (await town.read((db) => postsOf(db, shop.siteId, now, { before: null, limit: 9 }))).posts;
    expect(await posts(new Date('2026-10-20T08:59:59+09:00'))).toEqual([]);
    expect(await posts(new Date('2026-10-20T09:00:00+09:00'))).toMatchObject([{ title: '秋の知らせ' }]);
    const site = await town.read((db) => siteById(db, shop.siteId, town.now()));
    expect(site?.next_change).toEqual(new Date('2026-10-20T09:00:00+09:00'));
    expect(await tick()).toEqual([]);
    town.today('2026-10-20');
    expect(await tick()).toEqual([id]);
    expect(await tick()).toEqual([]);
    town.today('2026-10-10');
  });

  test('publishing now calls off what was to come; so does taking it back', async () => {
    const id = await page('later');
    await town.perform(shop.toku, publishPage, { id, at: '2026-12-01T09:00' });
    await town.perform(shop.toku, publishPage, { id });
    expect(await town.refusal(shop.toku, unschedulePage, { id })).toBe('not-scheduled');
    await town.perform(shop.toku, publishPage, { id, at: '2026-12-02T09:00' });
    await town.perform(shop.hana, unschedulePage, { id });
    const december = await town.read((db) => shownPage(db, shop.siteId, { id }, new Date('2026-12-03T00:00:00Z')));
    expect(december?.version).toBe(2);
  });

  test('a version is compared and brought back as the draft', async () => {
    const id = await page('versions', '第一');
    await town.perform(shop.toku, publishPage, { id, changed: 'はじめ' });
    const [block] = (await draft(id)).blocks;
    await town.perform(shop.hana, changeBlock, { id: block!.id, rev: block!.rev, fields: { text: '第二' } });
    await town.perform(shop.hana, publishPage, { id });
    const versions = await town.read((db) => pageVersions(db, id));
    expect(versions.map(({ version, words, by }) => [version, words, by])).toEqual([
      [2, '第二', '川辺の会のはな'],
      [1, '第一', '川辺の会のとく'],
    ]);
    await town.perform(shop.toku, restoreVersion, { id, version: 1 });
    expect((await draft(id)).blocks[0]!.content).toEqual({ text: '第一' });
    expect((await shown('versions'))?.words).toBe('第二');
    expect(await town.refusal(shop.toku, restoreVersion, { id, version: 9 })).toBe('not-found');
    expect(await town.refusal(shop.other, restoreVersion, { id, version: 1 })).toBe('not-of-the-group');
  });

  test('the menu is put in order, one level deep', async () => {
    const [a, b, c] = next.pageIds as [string, string, string];
    const titles = async () =>
      (await town.read((db) => siteById(db, next.siteId, town.now())))!.menu.map(({ title, parent_id }) =>
        parent_id ? `-${title}` : title,
      );
    await town.perform(next.toku, placePage, { id: c, to: 'up' });
    expect(await titles()).toEqual(['はじめに', 'お問い合わせ', '活動']);
    await town.perform(next.toku, placePage, { id: b, to: 'in' });
    expect(await titles()).toEqual(['はじめに', 'お問い合わせ', '-活動']);
    expect(await town.refusal(next.toku, placePage, { id: c, to: 'in' })).toBe('has-pages-below');
    expect(await town.refusal(next.toku, placePage, { id: a, to: 'in' })).toBe('only-one-below');
    await town.perform(next.toku, placePage, { id: b, to: 'out' });
    await town.perform(next.toku, placePage, { id: a, to: 'down' });
    expect(await titles()).toEqual(['お問い合わせ', 'はじめに', '活動']);
    expect(await town.refusal(next.other, placePage, { id: a, to: 'up' })).toBe('not-of-the-group');
  });
});
