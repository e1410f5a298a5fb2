import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pdf, workbench } from '#commons/files/samples-for-tests.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { checkLot, type LotDocument } from '#kernel/lot.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { callSitting, cancelSitting } from './call-sitting.ts';
import { moveSitting } from './move-sitting.ts';
import { askPlace, drawPlaces, leavePlace } from './observers.ts';
import { papersAndMoves, sittingById } from './queries.ts';
import { setUpCommittee } from './set-up-committee.ts';
import { addMaterial, takeOffMaterial } from './sitting-materials.ts';

const bench = workbench();
let town: TestTown;
let site: TestSite;
let division: Reader;
let people: Reader[];
let committeeId: string;
let id: string;
let at: string;

const announced = {
  date: '2026-11-20',
  from: '19:00',
  to: '20:30',
  place: '市役所',
  agenda: '木の手入れ',
  observerPlaces: '2',
  observerMethod: 'first',
};
const moved = { ...announced, date: '2026-11-27', place: '公民館', version: '1', reason: '大雨の備えのため。' };
const asking = () => ({ id, name: '山田', contact: '0123' });

beforeAll(async () => {
  bench.open();
  town = await openTestTown();
  site = await openSite(town);
  people = await Promise.all(['あ', 'い', 'う'].map((name) => town.person(name)));
  const officer = await town.person('担当');
  division = town.as(officer, await town.organisation('division', '公園緑地課', [[officer, 'editor']]), 'editor');
  town.today('2026-11-02');
  const committee = { name: '緑の審議会', about: '木のこと', basis: '条例', contact: '公園緑地課', minutesDays: '30' };
  ({ id: committeeId } = await town.perform(division, setUpCommittee, committee));
  await town.hubwise.write(town.hub.id, (db) =>
    db
      .insertInto('journal_checkpoints')
      .values({ hub_id: 1, size: 9, root: Buffer.alloc(32, 2), note: '-', signed_at: new Date('2026-11-25T10:00:00Z') })
      .execute(),
  );
});
beforeEach(async () => {
  town.today('2026-11-02');
  ({ id } = await town.perform(division, callSitting, { ...announced, id: committeeId }));
  at = `/sittings/${shortId(id)}`;
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
  await town.close();
  bench.clear();
});

const refused = (more: Record<string, string>, by: Reader = division) =>
  town.refusal(by, moveSitting, { ...moved, id, ...more });

describe('F9.9 a sitting moves', () => {
  test('by its office, with a reason, to a day to come, once a form', async () => {
    expect(await refused({}, people[0]!)).toBe('not-in-charge');
    expect((await site.get(`${at}/date`)).status).not.toBe(200);
    expect(await town.refusal(division, moveSitting, { ...moved, id }, { hub: town.neighbour })).toBe('not-found');
    expect(await refused({ reason: '' })).toBe('reason:required');
    expect(await refused({ date: '2026-11-01' })).toBe('date:in-the-past');
    expect(await refused({ date: announced.date, place: announced.place })).toBe('date:nothing-changed');
    const both = await Promise.all([refused({}), refused({})]);
    expect(both.sort()).toEqual(['changed-meanwhile', 'done']);
    town.today('2026-11-28');
    expect(await refused({ version: '2', date: '2026-12-05' })).toBe('over');
  });

  test('with its calendar entry, its places and the day its minutes are due; who asked for a place is told', async () => {
    await town.perform(people[0]!, askPlace, asking());
    await town.perform(division, moveSitting, { ...moved, id });
    const sitting = await town.read((db) => sittingById(db, id));
    expect(sitting).toMatchObject({ place: '公民館', version: 2, minutes_due_on: '2026-12-27', observer_count: 1 });
    expect(sitting.observers_until).toEqual(sitting.starts_at);
    const { changes } = await town.read((db) => papersAndMoves(db, id));
    expect(changes).toMatchObject([{ reason: moved.reason, was_place: '市役所' }]);
    const calendar = await site.get(`${at}/calendar.ics`);
    expect(calendar.body).toContain('SEQUENCE:1');
    expect(calendar.body).toContain('DTSTART:20261127T100000Z');
    const told = await town.rows<{ kind: string }>('select kind from notices where about_id = $1', [id]);
    expect(told.map(({ kind }) => kind)).toEqual(['committees.sitting-moved']);
    for (const lang of ['ja', 'easy', 'en'] as const) {
      const page = await site.get(at, null, lang);
      expect(page.body).toContain(moved.reason);
      expect(await markupMistakes(page.body)).toEqual([]);
    }
  });

  test('on a form that keeps what was typed', async () => {
    const page = await site.get(`${at}/date`, division);
    expect(await markupMistakes(page.body)).toEqual([]);
    expect(page.body).toContain('value="2026-11-20"');
    expect(page.body).toContain('value="19:00"');
    const again = await site.post(`${at}/date`, { once: randomId(), ...moved, reason: '' }, division);
    expect(again.status).toBe(422);
    expect(again.body).toContain('value="公民館"');
    expect((await site.get(`${at}/date`, people[0]!)).status).toBe(403);
  });

  test('no more when it is cancelled', async () => {
    await town.perform(division, cancelSitting, { id, reason: '嵐' });
    expect(await refused({})).toBe('cancelled');
    expect(await town.refusal(division, addMaterial, { id, fileId: '', label: '資料' })).toBe('cancelled');
  });
});

describe('F9.9 a lot for observers', () => {
  test('can be drawn again by anybody, also when somebody withdrew later', async () => {
    ({ id } = await town.perform(division, callSitting, {
      ...announced,
      id: committeeId,
      date: '2026-11-30',
      observerMethod: 'lot',
      observersUntilOn: '2026-11-22',
    }));
    at = `/sittings/${shortId(id)}`;
    for (const person of people) await town.perform(person, askPlace, asking());
    await town.perform(people[2]!, leavePlace, { id });
    expect((await site.get(`${at}/draw.json`)).status).toBe(404);
    expect(await refused({ date: '2026-12-01' })).toBe('observersUntilOn:lot-needs-day');
    town.today('2026-11-26');
    await town.perform(division, drawPlaces, { id });
    await town.perform(people[0]!, leavePlace, { id });
    const drawn = JSON.parse((await site.get(`${at}/draw.json`)).body) as LotDocument;
    expect(drawn.candidates.map(({ number }) => number).toSorted()).toEqual(['1', '2']);
    expect(await checkLot(drawn)).toMatchObject({ method: true, list: true, draw: true });
    expect((await site.get(at)).body).toContain(`${at}/draw.json`);
  });
});

describe('F9.9 X10 papers of a sitting', () => {
  async function send(label: string, by: Reader | null = division) {
    const body = new FormData();
    body.set('label', label);
    body.set('file', new File([new Uint8Array(pdf('会議の次第'))], 'agenda.pdf'));
    const answer = await site.fetch(`${at}/materials`, { method: 'POST', body }, by);
    return { status: answer.status, body: await answer.text() };
  }
  const files = async () => (await town.read((db) => papersAndMoves(db, id))).files;

  test('stand on its page for everybody, put there by its office alone', async () => {
    expect((await send('会議の次第')).status).toBe(303);
    expect((await send('')).status).toBe(422);
    expect((await send('資料', people[0]!)).status).toBe(403);
    const [file] = await files();
    for (const lang of ['ja', 'easy', 'en'] as const) {
      const shown = await site.get(at, null, lang);
      expect(shown.body).toContain(`/files/${shortId(file!.id)}`);
      const form = await site.get(`${at}/materials`, division, lang);
      for (const page of [shown, form]) expect(await markupMistakes(page.body)).toEqual([]);
    }
    const input = { id, fileId: file!.id, label: '資料' };
    expect(await town.refusal(division, addMaterial, input, { hub: town.neighbour })).toBe('not-found');
  });

  test('are taken off with a reason that stays in the journal, once', async () => {
    await send('古い資料');
    const [file] = await files();
    const taking = { id, fileId: file!.id, reason: '数字がちがいました' };
    expect(await town.refusal(people[0]!, takeOffMaterial, taking)).toBe('not-in-charge');
    expect(await town.refusal(division, takeOffMaterial, { ...taking, reason: '' })).toBe('reason:required');
    expect(await town.refusal(division, takeOffMaterial, taking)).toBe('done');
    expect(await town.refusal(division, takeOffMaterial, taking)).toBe('not-found');
    expect(await files()).toEqual([]);
    const [event] = await town.rows<{ public: object }>(
      `select public from events where verb = 'committees.material-taken-off'`,
    );
    expect(event!.public).toMatchObject({ material: '古い資料', reason: '数字がちがいました' });
  });
});
