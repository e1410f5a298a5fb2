import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { randomId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { declareGroup } from './declare.ts';
import { typedGroup } from './groups-for-tests.ts';

let town: TestTown;
let site: TestSite;
let toku: Reader;
let other: Reader;
let desk: Reader;

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration'] });
  [toku, other] = [await town.person('とくさん'), await town.person('みずの')];
  const officer = await town.person('事務局');
  const center = await town.organisation('body', '市民活動センター', [[officer, 'representative']]);
  town.hub.secretariatId = center.id;
  desk = town.as(officer, center);
  site = await openSite(town);
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
  expect([path, status]).toEqual([path, 200]);
  expect([path, await markupMistakes(body)]).toEqual([path, []]);
  return body;
}

describe('F7.1 declaring on the pages', () => {
  test('step by step, kept, shown whole, published; what is wrong is said with what was typed', async () => {
    await sound('/groups/new', toku);
    const begun = await send('/group-drafts', {}, toku);
    const at = begun.location!.replace(/\?.*$/, '');
    const typed = typedGroup({ phone: '000-0000-0009' });
    const steps = [
      ['name', 'reading', 'kind', 'founded', 'memberCount'],
      ['purpose', 'fields', 'areas'],
      ['seeks', 'offers'],
      ['phone', 'email', 'emailPublic'],
    ];
    for (const [n, names] of steps.entries()) {
      await sound(`${at}?step=${n + 1}`, toku);
      const fields = Object.fromEntries(names.map((name) => [name, typed[name] ?? '']));
      const kept = await send(at, { ...fields, step: `${n + 1}`, version: `${n + 1}` }, toku);
      expect(kept.location).toBe(`${at}?step=${n + 2}`);
    }
    expect((await site.get(at, other)).status).toBe(404);
    const mistyped = await send(at, { number: '1234567890123', founded: '昭和60年', step: '1', version: '5' }, toku);
    expect(mistyped.location).toBe(`${at}?step=1&look=again`);
    const { body: again } = await site.get(mistyped.location!, toku);
    expect(await markupMistakes(again)).toEqual([]);
    expect(again).toContain('数字が足りないか、どこかちがっています');
    expect(again).toContain('value="昭和60年"');
    expect(again).not.toContain('のように書いてください</');
    await send(at, { number: '', founded: '2009-04', step: '1', version: '6' }, toku);
    const look = await sound(`${at}?step=5`, toku);
    expect(look).toContain('000-0000-0009');
    await send(at, { name: '', step: '1', version: '7' }, toku);
    await send(
      at,
      {
        ...Object.fromEntries(steps[1]!.map((name) => [name, typed[name] ?? ''])),
        fields: '',
        step: '2',
        version: '8',
      },
      toku,
    );
    const refused = await send(`${at}/publication`, {}, toku);
    expect(refused.status).toBe(422);
    expect(await markupMistakes(refused.body)).toEqual([]);
    // The summary's link leads to the field: the step that has it is shown.
    expect(refused.body).toContain('href="#f-name"');
    expect(refused.body).toMatch(/<input id="f-name"/);
    // What is wrong on another step is led to there, where its field stands.
    expect(refused.body).toContain(`href="${at}?step=2#f-fields"`);
    expect(await sound(`${at}?step=2`, toku)).toMatch(/id="f-fields/);
    await send(
      at,
      { ...Object.fromEntries(steps[1]!.map((name) => [name, typed[name] ?? ''])), step: '2', version: '9' },
      toku,
    );
    await send(at, { name: '川辺の会', reading: 'かわべのかい', kind: 'voluntary', step: '1', version: '10' }, toku);
    const made = await send(`${at}/publication`, {}, toku);
    expect(made.status).toBe(303);
    const page = await sound(made.location!.replace(/\?.*$/, ''));
    expect(page).toContain('kawabe@group.example');
    expect(page).not.toContain('000-0000-0009');
    expect(page).toContain('代表者未確認');
    expect(await sound('/groups?q=川辺&field=7')).toContain('川辺の会');
    for (const path of ['/groups.csv', '/groups.json', '/groups.atom']) {
      const { body } = await site.get(path);
      expect(body).toContain('川辺の会');
      expect(body).not.toContain('000-0000-0009');
    }
  });
});

describe('F7.4 doubt on the pages', () => {
  test('questions, the desk’s part, history, withdrawal, ties', async () => {
    const { id, name } = await town.perform(toku, declareGroup, typedGroup({ name: '橋の会' }));
    const own = town.as(toku, { id, kind: 'group', name });
    const at = (await site.get(`/groups.json?q=${name}`)).body.match(/"url":"[^"]*(\/groups\/[^"]+)"/)![1]!;
    expect(await sound(at, desk)).toContain('000-0000-0001');
    expect((await send(`${at}/notes`, { body: 'メモです。' }, desk)).status).toBe(303);
    expect((await send(`${at}/knowledge`, { by: 'telephone' }, other)).status).toBe(403);
    expect((await send(`${at}/knowledge`, { by: 'telephone' }, desk)).status).toBe(303);
    expect((await send(`${at}/questions`, { body: '' }, other)).status).toBe(422);
    expect((await send(`${at}/questions`, { body: '会計は？' }, other)).status).toBe(303);
    expect(await sound(`${at}/questions`, own)).toContain('会計は？');
    for (const path of ['/questions', '/history', '/ties']) await sound(at + path);
    for (const path of ['', '/withdrawal', '/ties', '/messages']) await sound(at + path, own);
    for (const path of ['/groups', '/group-network', '/circles', at])
      expect(await sound(path)).toContain('<li><a href="/groups" aria-current="true">');
    await sound('/circles/new', own);
    await sound('/group-desk', desk);
    await sound('/group-imports/new', desk);
    expect((await site.get('/group-desk', other)).status).toBe(404);
    expect((await site.get('/group-imports/new', other)).status).toBe(404);
    expect((await send(`${at}/withdrawal`, { reason: '' }, own)).status).toBe(303);
    expect(await sound(at)).toContain('取り下げ');
    expect((await site.get(`/group-confirmations/${'x'.repeat(32)}`)).status).toBe(410);
  });
});

describe('F7.1, X9 groups on paper on the pages', () => {
  test('the sheet, the counter, the receipt with its code, taking over by it', async () => {
    expect(await sound('/group-papers/form')).toContain('登録の用紙');
    const typed = {
      ...typedGroup({ name: '編み物の会', email: '', emailPublic: '' }),
      representative: '山下 ふみ',
      receivedOn: tokyoDate(town.now()),
      entry: randomId(),
    };
    expect((await send('/group-papers', typed, other)).status).toBe(403);
    const herself = { ...desk, acting: desk.person };
    expect(await sound('/group-papers/new', herself)).toContain('事務局として入力する');
    await sound('/group-papers/new', desk);
    const wrong = await send('/group-papers', { ...typed, number: '1234567890123' }, desk);
    expect([wrong.status, wrong.body.includes('山下 ふみ')]).toEqual([422, true]);
    const receipt = await send('/group-papers', typed, desk);
    expect([receipt.status, await markupMistakes(receipt.body)]).toEqual([200, []]);
    const [code] = /[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}/.exec(receipt.body) ?? [];
    expect(code).toBeDefined();
    expect(await sound('/group-desk', desk)).toContain('編み物の会');
    await sound('/group-codes', other);
    expect((await send('/group-codes', { code: 'x' }, other)).status).toBe(422);
    expect((await send('/group-codes', { code: code! }, other)).status).toBe(303);
  });
});
