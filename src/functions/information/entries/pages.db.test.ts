import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { LANGS } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { declareGroup } from '../../registration/groups/declare.ts';
import { typedGroup } from '../../registration/groups/groups-for-tests.ts';
import { typedCall, typedKnowHow } from './entries-for-tests.ts';
import { publishEntry } from './publish.ts';

let town: TestTown;
let site: TestSite;
let toku: Reader;
let own: Reader;
let other: Reader;

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration', 'information'] });
  town.today('2026-11-10');
  [toku, other] = [await town.person('とくさん'), await town.person('みずの')];
  const { id, name } = await town.perform(toku, declareGroup, typedGroup());
  own = town.as(toku, { id, kind: 'group', name });
  site = await openSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
  expect(site.faults).toEqual([]);
});

const send = (path: string, fields: Record<string, string>, by?: Reader) =>
  site.post(path, { once: randomId(), ...fields }, by);

/** The page as this reader sees it, there in every language, without mistakes in its markup; in Japanese. */
async function sound(path: string, by?: Reader): Promise<string> {
  const bodies = new Map<string, string>();
  for (const lang of LANGS) {
    const { status, body } = await site.get(path, by ?? null, lang);
    expect([path, status]).toEqual([path, 200]);
    if (lang === 'easy') expect([path, await markupMistakes(body)]).toEqual([path, []]);
    bodies.set(lang, body);
  }
  return bodies.get('ja')!;
}

describe('F1.1 posting on the pages', () => {
  test('a group posts step by step; a stranger finds it, writes, and is answered', async () => {
    expect(await sound('/entries/new', own)).toContain('「川辺の会」としてのせます。');
    expect((await send('/entry-drafts', {}, own)).status).toBe(409);
    const begun = await send('/entry-drafts', { kind: 'call' }, own);
    const at = begun.location!.replace(/\?.*$/, '');
    const { kind: _, ...typed } = typedCall({ endsOn: '2026-11-30' });
    await sound(`${at}?step=1`, own);
    expect((await send(at, { ...typed, title: '', step: '1', version: '1' }, own)).location).toBe(`${at}?step=2`);
    await sound(`${at}?step=2`, own);
    const chosen = { ...typed, districts: '本町', otherDistricts: '川沿い', step: '2', version: '2' };
    expect((await send(at, chosen, own)).location).toBe(`${at}?step=3`);
    expect(await sound(`${at}?step=2`, own)).toMatch(/value="本町" checked/);
    await sound(`${at}?step=3`, own);
    expect((await site.get(at, other)).status).toBe(404);
    const refused = await send(`${at}/publication`, {}, own);
    expect(refused.status).toBe(422);
    expect(await markupMistakes(refused.body)).toEqual([]);
    expect(refused.body).toContain('href="#f-title"');
    await send(at, { ...typed, step: '1', version: '3' }, own);
    expect(await sound(`${at}?step=4`, own)).toContain('多目的トイレ');
    const made = await send(`${at}/publication`, {}, own);
    expect(made.status).toBe(303);
    const page = made.location!.replace(/\?.*$/, '');
    const shown = await sound(page);
    for (const text of ['募集', '5人ほど', '無料', '中高生', '11月30日']) expect(shown).toContain(text);
    expect(shown).toContain('application/ld+json');
    expect(await sound('/entries')).toContain('<option value="川沿い">');
    for (const path of ['/entries', '/entries?kind=call&field=7&district=本町&tag=川', '/entries?district=川沿い'])
      expect(await sound(path)).toContain(typed.title);
    expect(await sound('/entries?kind=place')).not.toContain(typed.title);
    for (const path of ['/entries.csv', '/entries.json', '/entries.atom?kind=call'])
      expect((await site.get(path)).body).toContain(typed.title);
    const group = (await site.get('/groups.json')).body.match(/"url":"[^"]*(\/groups\/[^"]+)"/)![1]!;
    expect(await sound(`${group}/entries`, own)).toContain(typed.title);
    expect(await sound(page, other)).toContain('手紙は、「みずの」として送ります。');
    const wrote = await send(`${page}/letters`, { body: '手ぶくろは要りますか。' }, other);
    expect(wrote.status).toBe(303);
    const letters = wrote.location!.replace(/\?.*$/, '');
    expect(await sound(letters, other)).toContain('手ぶくろ');
    expect((await site.get(letters, await town.person('よそ'))).status).toBe(404);
    expect((await send(letters, { body: 'お貸しします。' }, own)).status).toBe(303);
    expect((await send(letters, { body: 'ありがとうございます。' }, other)).status).toBe(303);
    expect(await sound('/entry-letters', own)).toContain('ありがとうございます。');
    expect(await sound(page, own)).toContain('みずの');
  });

  test('whoever got a letter reports that one, and hears no more from its sender; both know before they write', async () => {
    const { id } = await town.perform(own, publishEntry, typedCall({ title: '橋を洗う人' }));
    expect(await sound(`/entries/${shortId(id)}`, other)).toContain('その手紙だけを読みます');
    const wrote = await send(`/entries/${shortId(id)}/letters`, { body: 'やめたほうがいい。' }, other);
    const conversation = wrote.location!.replace(/\?.*$/, '');
    const shown = await sound(conversation, own);
    expect(shown).toContain('その手紙だけを読みます');
    const report = shown.match(/\/moderation\/reports\/new\?kind=entry-letter&amp;id=\w+/)![0].replace('&amp;', '&');
    expect(await sound(report, own)).toContain('手紙を知らせる');
    for (const reader of [other, null]) {
      const { status, body } = await site.get(report, reader);
      expect([status, body.includes('やめたほうが')]).toEqual([404, false]);
    }
    const [kind, letter] = ['entry-letter', report.split('id=')[1]!];
    const thanks = await send('/moderation/reports', { kind, id: letter, ground: 'threat' }, own);
    expect([thanks.status, thanks.body.includes('この1通だけを読んで')]).toEqual([200, true]);
    expect((await send('/letter-blocks', { kind, id: letter }, other)).status).toBe(404);
    expect((await send('/letter-blocks', { kind, id: letter }, own)).status).toBe(303);
    expect((await send(conversation, { body: 'まだですか。' }, other)).body).toContain('受けとらない');
    const list = await sound('/letter-blocks', own);
    expect(list).toContain('みずの');
    const lift = list.match(/\/letter-blocks\/\w+\/removal/)![0];
    expect((await send(lift, {}, other)).status).toBe(404);
    expect((await send(lift, {}, own)).status).toBe(303);
    expect((await send(conversation, { body: 'まだですか。' }, other)).status).toBe(303);
  });

  test('its poster changes, ends, posts again, takes back; what changed is shown', async () => {
    const { id } = await town.perform(own, publishEntry, typedCall({ title: '看板を塗る人' }));
    const page = `/entries/${shortId(id)}`;
    const begun = await send('/entry-drafts', { entryId: id }, own);
    const at = begun.location!.replace(/\?.*$/, '');
    expect(await sound(`${at}?step=1`, own)).toContain('看板を塗る人');
    const step = { title: '看板を塗る人', body: '二日かかります。', tasks: '下塗り', step: '1', version: '1' };
    await send(at, step, own);
    const changed = await send(`${at}/publication`, { changed: '日数' }, own);
    expect(changed.status).toBe(303);
    const versions = await sound(`${page}/versions`);
    expect(versions).toContain('<ins>');
    expect(versions).toContain('日数');
    expect((await send(`${page}/end`, {}, other)).status).toBe(403);
    expect((await send(`${page}/end`, {}, own)).status).toBe(303);
    expect(await sound(page)).toContain('この募集は終わりました。');
    expect(await sound('/entries?kind=call')).not.toContain('看板を塗る人');
    expect(await sound('/entries?kind=call&over=yes')).toContain('看板を塗る人');
    expect((await send(`${page}/reopening`, {}, own)).status).toBe(303);
    await sound(`${page}/withdrawal`, own);
    expect((await send(`${page}/withdrawal`, { reason: '' }, own)).status).toBe(303);
    const gone = await sound(page);
    expect(gone).toContain('取り下げ');
    expect(gone).not.toContain('二日かかります。');
  });

  test('what a person posted stands on their page; each kind has its own list and form', async () => {
    await town.perform(other, publishEntry, typedKnowHow());
    const actor = `/actors/${shortId(other.person.id)}`;
    expect((await site.get(actor)).body).toContain('ちらしを人に読んでもらう五つの工夫');
    for (const kind of ['activity', 'know-how', 'place', 'skill', 'document']) {
      await sound(`/entries?kind=${kind}`);
      const begun = await send('/entry-drafts', { kind }, other);
      const at = begun.location!.replace(/\?.*$/, '');
      for (const step of [1, 2, 3, 4]) await sound(`${at}?step=${step}`, other);
      expect((await send(`${at}/removal`, {}, other)).status).toBe(303);
    }
    await town.hubwise.write(town.hub.id, (db) =>
      run(db, 'update entries set resting_at = $2 where hub_id = $1 and actor_id = $3', [
        town.hub.id,
        town.now(),
        other.person.id,
      ]),
    );
    const { body } = await site.get('/entries.json?kind=know-how');
    expect(body).toContain('"state":"resting"');
  });
});
