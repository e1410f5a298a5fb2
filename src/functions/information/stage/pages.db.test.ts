import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { typedGroup } from '#functions/registration/groups/groups-for-tests.ts';
import { declareGroup } from '#functions/registration/groups/index.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { typedHand, typedShowcase, typedSlots } from './stage-for-tests.ts';

let town: TestTown;
let site: TestSite;
let [host, presenter, listener]: Reader[] = [];
let group: { id: string; name: string };
let at: string;

beforeAll(async () => {
  const open = [...defaultRules.open, 'registration', 'information'];
  town = await openTestTown({ ...defaultRules, open: [...new Set(open)] });
  const [officer, lead] = [await town.person('事務局'), await town.person('とくさん')];
  listener = await town.person('みずの');
  host = town.as(officer, await town.organisation('body', '市民活動センター', [[officer, 'representative']]));
  group = await town.perform(lead, declareGroup, typedGroup());
  presenter = town.as(lead, { id: group.id, kind: 'group', name: group.name });
  site = await openSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const send = (path: string, fields: Record<string, string>, by?: Reader) =>
  site.post(path, { once: randomId(), ...fields }, by);

/** The page as this reader sees it, without mistakes in its markup. */
async function sound(path: string, by?: Reader, lang: 'ja' | 'easy' | 'en' = 'ja'): Promise<string> {
  const { status, body } = await site.get(path, by, lang);
  expect([path, status, site.faults]).toEqual([path, 200, []]);
  expect([path, await markupMistakes(body)]).toEqual([path, []]);
  return body;
}

const slotId = async (n: number) => {
  const rows = await town.rows<{ id: string }>('select id from showcase_slots order by starts_at, id');
  return rows[n]!.id;
};

describe('F1.4 a showcase on the pages', () => {
  test('is announced with what was typed kept, gets its parts, and stands in the list and in every form of it', async () => {
    expect(await sound('/showcases')).toContain('これからの発表の場はまだありません');
    expect(await sound('/showcases/new', presenter)).toContain('川辺の会');
    expect(await sound('/showcases/new', listener)).toContain('代表者か');
    const typed = typedShowcase({
      from: '11:00',
      fields: '7',
      otherDistrict: '川沿い',
      audience: 'children',
      fee: '200',
    });
    const draft = (await send('/showcase-drafts', {}, host)).location!.replace(/\?.*$/, '');
    const steps = [1, 2, 3, 4];
    for (const step of steps) {
      await sound(`${draft}?step=${step}`, host, step === 2 ? 'easy' : 'ja');
      const kept = await send(draft, { ...typed, to: '10:00', step: `${step}`, version: `${step}` }, host);
      expect(kept.location).toBe(`${draft}?step=${step + 1}`);
    }
    expect((await site.get(draft, listener)).status).toBe(404);
    expect((await send(draft, { ...typed, step: '1', version: '1' }, host)).status).toBe(409);
    expect(await sound('/showcases/new', host)).toContain('秋の活動発表会');
    for (const lang of ['ja', 'easy', 'en'] as const) await sound(`${draft}?step=5`, host, lang);
    const refused = await send(`${draft}/publication`, {}, host);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('value="10:00"');
    expect(await markupMistakes(refused.body)).toEqual([]);
    expect((await send(draft, { ...typed, step: '2', version: '5' }, host)).status).toBe(303);
    const made = await send(`${draft}/publication`, {}, host);
    expect(made.status).toBe(303);
    expect((await site.get(draft, host)).status).toBe(404);
    at = decodeURI(made.location!.replace(/\/slots\?.*$/, ''));
    await sound(`${at}/slots`, host);
    expect((await send(`${at}/slots`, typedSlots({ from: '11:00', to: '18:00' }), host)).status).toBe(422);
    expect((await send(`${at}/slots`, typedSlots({ from: '11:00' }), host)).status).toBe(303);
    for (const lang of ['ja', 'easy', 'en'] as const) {
      await sound(at, undefined, lang);
      await sound(`${at}/live`, undefined, lang);
    }
    const waiting = await sound(`${at}/live?slot=${shortId(await slotId(0))}`);
    expect(waiting).toContain('発表する団体はまだ決まっていません');
    expect(waiting).toContain('10:30');
    expect(waiting).not.toContain('/voices');
    expect((await site.get(`${at}/live?slot=${shortId(host!.person.id)}`)).status).toBe(404);
    expect((await site.get(`${at}/presenter`, listener)).status).toBe(403);
    for (const screen of ['presenter', 'screen'])
      expect(await sound(`${at}/${screen}`, host)).toContain('発表する団体はまだ決まっていません');
    expect((await site.get('/data/programmes.csv')).body).toContain('秋の活動発表会');
    for (const path of ['.csv', '.json', '.atom'])
      expect((await site.get(`/showcases${path}`)).body).toContain('秋の活動発表会');
    expect(await sound('/showcases?kind=presentation')).toContain('秋の活動発表会');
    const found = '?q=ｶﾂﾄﾞｳ&kind=presentation&field=7&district=川沿い&day=2026-11-03&state=calling'.replace(
      'ｶﾂﾄﾞｳ',
      '活動',
    );
    expect(await sound(`/showcases${found}`, undefined, 'easy')).toContain('秋の活動発表会');
    for (const path of ['csv', 'json', 'atom'])
      expect((await site.get(`/showcases.${path}${found}`)).body).toContain('秋の活動発表会');
    for (const other of ['kind=online', 'q=ない言葉', 'field=3', 'district=本町', 'day=2026-11-04', 'state=called']) {
      expect([other, (await sound(`/showcases?${other}`)).includes('秋の活動発表会')]).toEqual([other, false]);
      for (const path of ['csv', 'json', 'atom'])
        expect((await site.get(`/showcases.${path}?${other}`)).body).not.toContain('秋の活動発表会');
    }
  });

  test('gets hands from groups, on pages that say why not', async () => {
    const slot = await slotId(0);
    expect(await sound(`${at}/hands?slot=${shortId(slot)}`, listener)).toContain('登録団体');
    await sound(`${at}/hands?slot=${shortId(slot)}`, presenter);
    const typed = { ...typedHand(), slotId: slot, own: group.id };
    expect((await send(`${at}/hands`, { ...typed, title: '' }, presenter)).status).toBe(422);
    expect((await send(`${at}/hands`, typed, listener)).status).toBe(403);
    expect((await send(`${at}/hands`, typed, presenter)).status).toBe(303);
    const page = await sound(at, presenter);
    expect(page).toContain('川の生きもの');
    const hand = page.match(/\/showcase-hands\/(\w+)\/revision/)![1]!;
    expect(await sound(at)).not.toContain('/revision');
    await sound(`/showcase-hands/${hand}/revision`, presenter);
    expect((await site.get(`/showcase-hands/${hand}/revision`, listener)).status).toBe(403);
    await sound(`/showcase-hands/${hand}/materials`, presenter);
    await sound(`${at}/decision`, host);
    expect((await site.get(`${at}/decision`, presenter)).status).toBe(403);
    await sound(`${at}/cancellation`, host);
    for (const file of [`${at}/programme.csv`, '/data/programmes.csv', '/data/programmes.json'])
      expect((await site.get(file)).body).toMatch(/川辺の会[\s\S]*川の生きもの/);
    expect((await site.get(`${at}/programme.json`)).body).toContain('川辺の会');
    const calendar = await site.get(`${at}/calendar.ics`);
    expect(calendar.body).toContain('SUMMARY:川の生きもの');
    // The list's calendar is of what the list shows, and the same as long as nothing changes.
    const own = calendar.body.match(/UID:showcase-(?!slot-)\S+/)![0];
    const shown = await Promise.all(
      ['presentation', 'exhibition', 'online'].map(
        async (kind) => (await site.get(`/showcases.ics?kind=${kind}`)).body,
      ),
    );
    expect(shown.filter((body) => body.includes(own) && body.includes('SUMMARY:川の生きもの'))).toHaveLength(1);
    expect(shown.filter((body) => body.includes(own))).toHaveLength(1);
    expect((await site.get('/showcases.ics')).body).toContain(own);
    expect((await site.get('/showcases.ics?q=別のことば')).body).not.toContain('VEVENT');
    expect((await site.get(`${at}/lots.json`)).status).toBe(404);
    expect(await sound(`/groups/${shortId(group.id)}`)).toContain('川の生きもの');
  });
});

describe('F1.4 the day itself on the pages', () => {
  test('somebody without an account takes a seat with the number of the hall, asks, cheers once, takes back', async () => {
    town.today('2026-11-03');
    const live = `${at}/live?slot=${shortId(await slotId(0))}`;
    expect(await sound(live)).toContain('会場の番号');
    expect(await sound(live, listener, 'en')).toContain('Send a question');
    const said = { slotId: await slotId(0), kind: 'question', body: 'さわれますか。', nickname: '' };
    expect((await send(`${at}/voices`, said)).status).toBe(403);
    expect((await send(`${at}/seats`, { code: '000' })).status).toBe(422);
    const [{ hall_code: code }] = (await town.rows<{ hall_code: string }>('select hall_code from showcases')) as [
      { hall_code: string },
    ];
    expect(await sound(live)).not.toContain(code);
    // A browser of its own: it brings the cookie it was given, and no session.
    const form = (fields: Record<string, string>, cookie = '') => ({
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: site.hub.origin, cookie },
      body: new URLSearchParams({ once: randomId(), ...fields }).toString(),
      redirect: 'manual' as const,
    });
    const seated = await fetch(site.origin + encodeURI(`${at}/seats`), form({ code, slotId: said.slotId }));
    expect(seated.status).toBe(303);
    const cookie = seated.headers.get('set-cookie')!.split(';')[0]!;
    for (const _ of [1, 2]) {
      const pressed = await fetch(site.origin + encodeURI(`${at}/cheers`), form({ slotId: said.slotId }, cookie));
      expect(pressed.status).toBe(303);
    }
    expect((await fetch(site.origin + encodeURI(`${at}/voices`), form(said, cookie))).status).toBe(303);
    const own = await (await fetch(site.origin + encodeURI(live), { headers: { cookie } })).text();
    expect(own).toContain('さわれますか。');
    expect(own).toContain('応援 1');
    const voice = own.match(/\/showcase-voices\/(\w+)\/withdrawal/)![1]!;
    expect(await sound(live)).not.toContain('/withdrawal');
    const presenting = await sound(`${at}/presenter`, presenter);
    expect(presenting).toContain('さわれますか。');
    expect(presenting).toContain(code);
    expect((await site.get(`${at}/presenter`, listener)).status).toBe(403);
    expect(await sound(`${at}/screen`, host)).toContain(code);
    expect((await send(`/showcase-voices/${voice}/answer`, { answer: 'はい。' }, presenter)).status).toBe(303);
    expect(await sound(`${live}&order=unanswered`)).toContain('はい。');
    expect((await fetch(`${site.origin}/showcase-voices/${voice}/withdrawal`, form({}))).status).toBe(403);
    expect(await sound(live)).toContain('さわれますか。');
    expect((await fetch(`${site.origin}/showcase-voices/${voice}/withdrawal`, form({}, cookie))).status).toBe(303);
    expect(await sound(live)).not.toContain('さわれますか。');
    town.today('2026-11-05');
    await sound(`${at}/report`, host);
    expect((await send(`${at}/report`, { report: '46人が来ました。', recording: '', version: '1' }, host)).status).toBe(
      303,
    );
    expect(await sound(at)).toContain('46人が来ました。');
    expect(await sound('/showcases?when=past')).toContain('秋の活動発表会');
  });
});
