import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetName } from '#commons/leaving/given-names.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { LANGS } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import '../../../holdings.ts';

let town: TestTown;
let site: TestSite;
let division: Reader;
let citizen: Reader;
let other: Reader;
let callAt: string;

const send = async (path: string, fields: Record<string, string>, by: Reader) =>
  (await site.post(path, { once: randomId(), ...fields }, by)).location?.replace(/\?.*$/, '') ?? '';
const NAMES = '/account/names';
const listed = async (who: Reader) => (await site.get(NAMES, who)).body;
const asked = { name: '山田 ひばり', contact: '0123-45' };

beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  [citizen, other] = [await town.person('ことね'), await town.person('けん')];
  const officer = await town.person('担当');
  division = town.as(officer, await town.organisation('division', '公園緑地課', [[officer, 'representative']]));
  town.today('2026-11-02');
  const about = {
    name: '緑の審議会',
    about: '公園について',
    basis: '緑の条例',
    contact: '公園緑地課',
    minutesDays: '30',
  };
  const at = await send('/committees', about, division);
  await send(`${at}/seats`, { kind: 'citizen', holder: '' }, division);
  const call = { seats: '1', method: 'chosen', criteria: '続けて出られること', closesOn: '2026-11-10' };
  callAt = await send(`${at}/calls`, call, division);
  await send(`${callAt}/applications`, { ...asked, body: '木が好き' }, citizen);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const kept = () =>
  town.rows<{ id: string; name: string; contact: string }>('select id, name, contact from committee_applications');
const forget = (who: Reader, id: string, module = 'committees') => town.refusal(who, forgetName, { module, id });

describe('X13 where one gave one’s name', () => {
  test('is listed for that person alone, in every language, and kept while the procedure needs it', async () => {
    const body = await listed(citizen);
    expect(body).toContain('緑の審議会の市民公募委員への応募');
    expect(body).toContain('山田 ひばり');
    expect(body).not.toContain('名前と連絡先を消す');
    expect(await listed(other)).not.toContain('山田 ひばり');
    for (const lang of LANGS) expect(await markupMistakes((await site.get(NAMES, citizen, lang)).body)).toEqual([]);
    const [row] = await kept();
    expect(await forget(citizen, row!.id)).toBe('name-needed');
    expect(await forget(citizen, row!.id, 'rounds')).toBe('name-needed');
    expect((await site.get(NAMES)).location).toContain('/sign-in');
  });

  test('when the seat is filled, the name is erased by its owner, once, and by nobody else', async () => {
    town.today('2026-11-11');
    await send(`${callAt}/settlement`, { chosen: '1', reason: '経験から' }, division);
    expect(await listed(citizen)).toContain('名前と連絡先を消す');
    const [row] = await kept();
    expect(await forget(other, row!.id)).toBe('name-needed');
    const done = await site.post(`${NAMES}/removal`, { once: randomId(), module: 'committees', id: row!.id }, citizen);
    expect(done.location).toBe(`${NAMES}?done=saved`);
    expect(await kept()).toEqual([{ id: row!.id, name: '', contact: '' }]);
    expect(await listed(citizen)).not.toContain('緑の審議会');
    expect(site.faults).toEqual([]);
  });
});
