import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { LANGS } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';

let town: TestTown;
let site: TestSite;
let fumi: Reader;
let ken: Reader;

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'information'] });
  [fumi, ken] = [await town.person('ふみさん'), await town.person('けん')];
  site = await openSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const send = (path: string, fields: Record<string, string>, by?: Reader) =>
  site.post(path, { once: randomId(), ...fields }, by);

async function sound(path: string, by?: Reader): Promise<string> {
  const bodies: string[] = [];
  for (const lang of LANGS) {
    const { status, body } = await site.get(path, by ?? null, lang);
    expect([path, status]).toEqual([path, 200]);
    if (lang === 'easy') expect([path, await markupMistakes(body)]).toEqual([path, []]);
    bodies.push(body);
  }
  return bodies[0]!;
}

describe('F1.1 saved searches on the pages', () => {
  test('one press from the address of a search; changed, removed; nobody else’s', async () => {
    expect(await sound('/saved-searches', fumi)).toContain('まだ保存した検索はありません。');
    const form = await sound('/saved-searches/new?of=activities&q=花&field=7&nonsense=1', fumi);
    expect(form).toContain('value="花・環境の保全"');
    const query = form.match(/name="query" value="([^"]*)"/)![1]!.replaceAll('&amp;', '&');
    const again = await send('/saved-searches', { page: 'activities', query, name: '', rhythm: 'daily' }, fumi);
    expect(again.status).toBe(422);
    expect(again.body).toContain('href="#f-name"');
    const typed = { page: 'activities', query, name: '花のこと', rhythm: 'weekly' };
    const saved = await send('/saved-searches', typed, fumi);
    expect(saved.status).toBe(303);
    const at = saved.location!.replace(/\?.*$/, '');
    expect(await sound(at, fumi)).toContain('環境の保全');
    expect(await sound('/saved-searches', fumi)).toContain('花のこと');
    expect((await site.get(at, ken)).status).toBe(404);
    expect((await send(at, { name: 'x', rhythm: 'off' }, ken)).status).toBe(404);
    expect((await send(at, { name: '花', rhythm: 'off' }, fumi)).status).toBe(303);
    expect(await sound(at, fumi)).toContain('<h1>花</h1>');
    await sound(`${at}/removal`, fumi);
    expect((await send(`${at}/removal`, {}, fumi)).status).toBe(303);
    expect((await site.get(at, fumi)).status).toBe(404);
    expect((await site.get('/saved-searches/new', fumi)).status).toBe(422);
  });

  test('X3 a mail program ends its letters at one click, a person by a button; opening the page changes nothing', async () => {
    const typed = { page: 'search', query: 'q=橋', name: '橋', rhythm: 'daily' };
    const saved = await send('/saved-searches', typed, fumi);
    const at = saved.location!.replace(/\?.*$/, '');
    await sound(`${at}/end`);
    expect(await sound(at, fumi)).toMatch(/value="daily" checked/);
    const clicked = await site.post(`${at}/end`, { 'List-Unsubscribe': 'One-Click' });
    expect([clicked.status, clicked.body]).toEqual([200, 'ok\n']);
    expect(await sound(at, fumi)).toMatch(/value="off" checked/);
    expect((await site.post(`${at}/end`, { end: 'yes' })).body).toContain('お知らせをやめました');
    expect(await sound(`${at}/end`)).toContain('お知らせをやめました');
    expect((await site.get(`${at.slice(0, -4)}zzzz/end`)).status).toBe(404);
  });
});
