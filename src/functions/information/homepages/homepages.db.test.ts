import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { sentTwice } from '#test/support/sent-twice.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { addBlock, changeBlock, moveBlock, removeBlock } from './draft-blocks.ts';
import { draftById, editsOf } from './draft-queries.ts';
import { foundWorkshop, uploadedPicture, type Workshop } from './homepages-for-tests.ts';
import { nameOneself } from './members.ts';
import { createPage, renamePage } from './pages.ts';
import { endPreviews, makePreview, previewOf } from './previews.ts';
import { publishAll, publishPage } from './publish.ts';
import { namedMembers, siteById, siteByKey } from './queries.ts';
import { changeSite, closeSite, createSite } from './sites.ts';

let town: TestTown;
let shop: Workshop;
let next: Workshop;

beforeAll(async () => {
  town = await openTestTown();
  shop = await foundWorkshop(town, '川辺の会', 'kawabe');
  next = await foundWorkshop(town, '橋の会', 'hashi');
});
afterAll(() => town.close());

const text = (words: string) => ({ kind: 'text', text: words });
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

describe('F1.3 a site', () => {
  test('one for each group, begun with three pages from its declaration, by who speaks for it', async () => {
    const site = await town.read((db) => siteById(db, shop.siteId, town.now()));
    expect(site).toMatchObject({ key: 'kawabe', title: '川辺の会', menu: [], seeks: '若い人' });
    expect(shop.pageIds).toHaveLength(3);
    expect((await draft(shop.pageIds[0]!)).blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'text',
      'news',
      'needs',
    ]);
    const again = { groupId: shop.groupId, key: 'other' };
    expect(await town.refusal(shop.toku, createSite, again)).toBe('site-there');
    expect(await town.refusal(shop.ken, createSite, again)).toBe('not-of-the-group');
    expect(await town.refusal(shop.other, createSite, again)).toBe('not-of-the-group');
  });

  test('short names: taken, bad, left and come back to; the earlier one still leads here', async () => {
    const change = { id: shop.siteId, of: 1, title: '川辺の会', theme: 'plain' };
    expect(await town.refusal(shop.toku, changeSite, { ...change, key: 'hashi' })).toBe('key:key-taken');
    expect(await town.refusal(shop.toku, changeSite, { ...change, key: 'か' })).toBe('key:bad-key');
    await town.perform(shop.toku, changeSite, { ...change, key: 'kawa' });
    expect((await town.read((db) => siteByKey(db, 'kawabe', town.now())))?.key).toBe('kawa');
    expect(await town.refusal(next.toku, changeSite, { ...change, id: next.siteId, key: 'kawabe' })).toBe(
      'key:key-taken',
    );
    expect(await town.refusal(shop.hana, changeSite, { ...change, key: 'kawa' })).toBe('changed-meanwhile');
    await town.perform(shop.hana, changeSite, { ...change, of: 2, key: 'kawabe' });
  });

  test('a colour that can’t be read is refused with one that can', async () => {
    const change = { id: shop.siteId, of: 3, title: '川辺の会', key: 'kawabe', theme: 'plain' };
    expect(await town.refusal(shop.toku, changeSite, { ...change, colour: '#ffff00' })).toBe('colour:colour-pale');
    expect(await town.refusal(shop.toku, changeSite, { ...change, colour: 'あお' })).toBe('colour:not-a-colour');
    expect(await town.refusal(shop.toku, changeSite, { ...change, theme: 'gold' })).toBe('theme:not-a-choice');
  });

  test('the neighbouring town sees and changes nothing of it', async () => {
    const site = await town.read((db) => siteByKey(db, 'kawabe', town.now()), town.neighbour);
    expect(site).toBeNull();
    const elsewhere = { hub: town.neighbour };
    expect(await town.refusal(shop.toku, publishAll, { siteId: shop.siteId }, elsewhere)).toBe('not-found');
    expect(
      await town.refusal(shop.toku, renamePage, { id: shop.pageIds[0], was: 'はじめに', title: 'x' }, elsewhere),
    ).toBe('not-found');
  });

  test('members are named by themselves alone', async () => {
    await town.perform(shop.ken, nameOneself, { id: shop.siteId, named: 'yes', words: '写真' });
    expect(await town.refusal(shop.other, nameOneself, { id: shop.siteId, named: 'yes' })).toBe('not-a-member');
    const named = () => town.read((db) => namedMembers(db, shop.siteId, town.now()));
    // Nobody gave that role in this test's tables: without it nobody is named.
    expect(await named()).toEqual([]);
    await town.hubwise.write(town.hub.id, (db) =>
      db
        .insertInto('roles')
        .values({
          hub_id: town.hub.id,
          person_id: shop.ken.person.id,
          organisation_id: shop.groupId,
          role: 'member',
          since: town.now(),
        })
        .execute(),
    );
    expect(await named()).toMatchObject([{ id: shop.ken.person.id, words: '写真' }]);
    await town.perform(shop.ken, nameOneself, { id: shop.siteId });
    expect(await named()).toEqual([]);
  });

  test('closed, nothing is published; opened again it is as before', async () => {
    await town.perform(next.toku, publishAll, { siteId: next.siteId });
    await town.perform(next.toku, closeSite, { id: next.siteId });
    expect(await town.refusal(next.toku, publishPage, { id: next.pageIds[0] })).toBe('site-closed');
    await town.perform(next.toku, closeSite, { id: next.siteId, open: 'yes' });
    const site = await town.read((db) => siteById(db, next.siteId, town.now()));
    expect(site).toMatchObject({ closed_at: null });
    expect(site?.menu.map(({ title }) => title)).toEqual(['はじめに', '活動', 'お問い合わせ']);
    expect(await town.refusal(next.toku, publishAll, { siteId: next.siteId })).toBe('nothing-to-publish');
  });
});

describe('F1.3 drafts', () => {
  test('blocks are put, changed, moved and taken off; what stood there is kept with who did it', async () => {
    const id = await page('blocks');
    const { id: second } = await town.perform(shop.hana, addBlock, {
      pageId: id,
      kind: 'heading',
      fields: { text: '題' },
    });
    await town.perform(shop.hana, moveBlock, { id: second, to: 'up' });
    const order = (await draft(id)).blocks;
    expect(order.map(({ kind }) => kind)).toEqual(['heading', 'text']);
    await town.perform(shop.toku, moveBlock, { id: second, to: 2 });
    const [first] = (await draft(id)).blocks;
    await town.perform(shop.toku, changeBlock, { id: first!.id, rev: first!.rev, fields: { text: '直した文章' } });
    await town.perform(shop.hana, removeBlock, { id: second, rev: 1 });
    const edits = await town.read((db) => editsOf(db, id));
    expect(edits.map(({ act, by }) => `${act} ${by}`)).toEqual([
      'removed 川辺の会のはな',
      'changed 川辺の会のとく',
      'moved 川辺の会のとく',
      'moved 川辺の会のはな',
      'added 川辺の会のはな',
      'begun 川辺の会のとく',
    ]);
    expect(edits[1]!.before).toEqual({ text: 'はじめの文章' });
    expect(edits[0]!.before).toMatchObject({ text: '題' });
  });

  test('a stale form overwrites nothing, neither do two at once', async () => {
    const id = await page('stale');
    const [block] = (await draft(id)).blocks;
    const change = (by: Reader, words: string) =>
      town.refusal(by, changeBlock, { id: block!.id, rev: block!.rev, fields: { text: words } });
    const outcomes = await Promise.all([change(shop.toku, '一'), change(shop.hana, '二')]);
    expect(outcomes.sort()).toEqual(['changed-meanwhile', 'done']);
    expect(await change(shop.toku, '三')).toBe('changed-meanwhile');
    expect(await town.refusal(shop.hana, removeBlock, { id: block!.id, rev: block!.rev })).toBe('changed-meanwhile');
    expect(await town.refusal(shop.hana, renamePage, { id, was: 'ちがう題', title: 'x' })).toBe('changed-meanwhile');
    const seen = (await draft(id)).draft_version - 1;
    expect(await town.refusal(shop.toku, publishPage, { id, draftVersion: seen })).toBe('changed-meanwhile');
  });

  test('others, members and bad words are refused, with the field', async () => {
    const id = await page('refused');
    const add = (fields: object, by = shop.toku, kind = 'text') =>
      town.refusal(by, addBlock, { pageId: id, kind, fields });
    expect(await add({ text: 'x' }, shop.other)).toBe('not-of-the-group');
    expect(await add({ text: 'x' }, shop.ken)).toBe('not-of-the-group');
    expect(await add({ text: '' })).toBe('text:required');
    expect(await add({ text: 'あ'.repeat(10_000) }, shop.toku, 'heading')).toBe('text:too-long');
    expect(await add({ text: '[x](javascript:alert(1))' })).toBe('text:bad-link');
    expect(await add({ title: 'x', link: 'file:///etc/passwd' }, shop.toku, 'video')).toBe('link:bad-link');
    expect(await add({ caption: '' }, shop.toku, 'picture')).toBe('file:no-file');
    expect(await add({}, shop.toku, 'script')).toBe('kind:not-a-choice');
    const fileId = await uploadedPicture(town, shop.toku);
    const withPicture = { pageId: id, fields: {}, fileId };
    expect(await town.refusal(shop.toku, addBlock, { ...withPicture, kind: 'picture' })).toBe('label:required');
    expect(await town.refusal(shop.toku, addBlock, { ...withPicture, kind: 'files', label: 'x' })).toBe(
      'file:document-only',
    );
    expect(await town.refusal(shop.hana, addBlock, { ...withPicture, kind: 'picture', label: '川' })).toBe(
      'file:file-gone',
    );
    expect(await town.refusal(shop.toku, addBlock, { ...withPicture, kind: 'picture', label: '川' })).toBe('done');
  });

  test('a link to look before is good for its page until it ends', async () => {
    const id = await page('preview');
    const { first, again, kept } = await sentTwice(town, shop.toku, makePreview, { id });
    const { key } = first;
    expect([again.key, kept.includes(key)]).toEqual(['', false]);
    const of = (typed: string) => town.read((db) => previewOf(db, typed, town.now()));
    expect(await of(key)).toMatchObject({ page_id: id });
    expect(await of(`${key}x`)).toBeNull();
    expect(await town.refusal(shop.other, makePreview, { id })).toBe('not-of-the-group');
    const late = new Date(town.now().getTime() + 15 * 86_400_000);
    expect(await town.read((db) => previewOf(db, key, late))).toBeNull();
    await town.perform(shop.hana, endPreviews, { id });
    expect(await of(key)).toBeNull();
  });
});
