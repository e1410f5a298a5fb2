import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOfPdf } from '#channels/pdf/pdf-text-for-tests.ts';
import { typeset } from '#channels/pdf/typeset.ts';
import { filesOn } from '#commons/files/index.ts';
import { pdf, workbench } from '#commons/files/samples-for-tests.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Actor, Reader } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { jobIn, typedGroup } from '../groups/groups-for-tests.ts';
import { declareGroup } from '../groups/index.ts';
import { answerOffice, askPatronage, takeRequestBack } from './ask.ts';
import { askGroup, erasePapers, grantRequest, refuseRequest } from './decide.ts';
import { grantedLetter } from './letter.ts';
import { requestById } from './queries.ts';

const bench = workbench();
let town: TestTown;
let site: TestSite;
let office: Actor;
let [head, clerk, leader, stranger]: Reader[] = [];
let own: string;
let id: string;

const typed = (more = {}) => ({
  own,
  asked: office.id,
  kind: 'patronage',
  title: '川の一斉清掃',
  heldOn: '2026-11-03',
  place: '上の橋',
  purpose: '流域の三団体で、川のごみを拾います。ひみつの見積もり。',
  ...more,
});
const at = () => `/patronage/${shortId(id)}`;
const request = () => town.read((db) => requestById(db, id));

beforeAll(async () => {
  bench.open();
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration'] });
  site = await openSite(town);
  [head, clerk, leader, stranger] = (await Promise.all(
    ['原', '小田', 'とくさん', 'よその人'].map((name) => town.person(name)),
  )) as [Reader, Reader, Reader, Reader];
  office = await town.organisation('division', '公園緑地課', [
    [head!, 'representative'],
    [clerk!, 'member'],
  ]);
  own = (await town.perform(leader!, declareGroup, typedGroup())).id;
  leader = town.as(leader!, { id: own, kind: 'group', name: '川辺の会' });
  id = (await town.perform(leader!, askPatronage, typed())).id;
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
  await town.close();
  bench.clear();
});

describe('F7.7 a request for patronage', () => {
  test('is made by a registered group, to an office, for a day to come', async () => {
    expect(await town.refusal(stranger!, askPatronage, typed())).toBe('not-of-the-group');
    expect(await town.refusal(leader!, askPatronage, typed(), { hub: town.neighbour })).toBe('not-found');
    expect(await town.refusal(leader!, askPatronage, typed({ asked: own }))).toBe('asked:no-such-office');
    expect(await town.refusal(leader!, askPatronage, typed({ heldOn: '2026-10-09' }))).toBe('heldOn:in-the-past');
    expect(await town.refusal(leader!, askPatronage, typed({ heldUntil: '2026-11-02' }))).toBe('heldUntil:ends-before');
    expect(await town.refusal(leader!, askPatronage, typed({ heldOn: '11月3日' }))).toBe('heldOn:not-a-date');
    expect((await request()).due_on).toBe('2026-10-31');
  });

  test('is seen by both sides alone, with its papers', async () => {
    const form = new FormData();
    form.append('label', '企画書');
    form.append('file', new File([new Uint8Array(pdf('企画'))], 'plan.pdf'));
    const sent = await site.fetch(`${at()}/papers`, { method: 'POST', body: form }, leader!);
    expect(sent.status).toBe(303);
    for (const reader of [leader!, clerk!, head!]) {
      const page = await site.get(at(), reader);
      expect(page.body).toContain('ひみつの見積もり');
      expect(await markupMistakes(page.body)).toEqual([]);
    }
    for (const reader of [null, stranger!]) expect((await site.get(at(), reader)).status).toBe(404);
    const [file] = await town.read((db) => filesOn(db, { kind: 'patronage-request', id }));
    const sees = async (reader: Reader | null) =>
      (await site.fetch(`/files/${shortId(file!.id)}/x.pdf`, {}, reader)).status;
    expect([await sees(null), await sees(stranger!), await sees(clerk!), await sees(leader!)]).toEqual([
      404, 404, 200, 200,
    ]);
    expect((await site.get('/patronage-requests', clerk)).body).toContain('川の一斉清掃');
    expect((await site.get('/patronage-requests', stranger)).body).not.toContain('川の一斉清掃');
  });

  test('waits while the office asks something back', async () => {
    expect(await town.refusal(clerk!, askGroup, { id, question: '何人ですか' })).toBe('not-of-the-office');
    expect(await town.refusal(leader!, answerOffice, { id, answer: '60人です' })).toBe('no-question');
    await town.perform(head!, askGroup, { id, question: '何人ですか' });
    expect(await town.refusal(head!, askGroup, { id, question: '何人ですか' })).toBe('question-waits');
    town.today('2026-10-15');
    expect(await town.refusal(stranger!, answerOffice, { id, answer: '60人です' })).toBe('not-of-the-group');
    await town.perform(leader!, answerOffice, { id, answer: '60人です' });
    expect(await request()).toMatchObject({ state: 'received', due_on: '2026-11-05' });
  });

  test('is granted with a number and a letter, and then stands in the public list', async () => {
    expect((await site.get('/patronage')).body).not.toContain('川の一斉清掃');
    expect(await town.refusal(leader!, grantRequest, { id })).toBe('not-of-the-office');
    await town.perform(head!, grantRequest, { id, conditions: '雨の日は中止してください。' });
    expect(await town.refusal(head!, grantRequest, { id })).toBe('decided-already');
    expect(await town.refusal(leader!, takeRequestBack, { id })).toBe('decided-already');
    for (const path of ['/patronage', at(), '/data/patronage.csv', '/data/patronage.json', '/api/v1/patronage']) {
      const page = await site.get(path);
      expect(page.body, path).toContain('川の一斉清掃');
      expect(page.body, path).not.toContain('ひみつ');
    }
    expect((await site.get(`${at()}/letter.pdf`, stranger)).status).toBe(404);
    const what = grantedLetter({
      lang: 'ja',
      origin: 'https://x.example',
      hubName: 'ひなた市',
      request: await request(),
    });
    const letter = textOfPdf(typeset(what)).replace(/\s/g, '');
    for (const part of ['公園緑地課2026年度第1号', '川辺の会', '承諾', '雨の日は中止']) expect(letter).toContain(part);
  });

  test('numbers run on, also when two are granted at once', async () => {
    const more = await Promise.all(
      ['秋の植樹', '冬の観察会'].map((title) => town.perform(leader!, askPatronage, typed({ title }))),
    );
    await Promise.all(more.map((one) => town.perform(head!, grantRequest, { id: one.id })));
    const rows = await town.rows<{ number: number }>(
      'select number from patronage_requests where number is not null order by number',
    );
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3]);
  });

  test('is refused with a reason, told to the group alone; a recommendation is public never', async () => {
    const refused = (await town.perform(leader!, askPatronage, typed({ title: '売りだし会' }))).id;
    expect(await town.refusal(head!, refuseRequest, { id: refused, reason: '' })).toBe('reason:required');
    await town.perform(head!, refuseRequest, { id: refused, reason: '営利の催しは対象外です。' });
    expect((await site.get(`/patronage/${shortId(refused)}`, leader)).body).toContain('営利の催し');
    expect((await site.get(`/patronage/${shortId(refused)}`)).status).toBe(404);
    const praised = (await town.perform(leader!, askPatronage, typed({ title: '緑の賞', kind: 'recommendation' }))).id;
    await town.perform(head!, grantRequest, { id: praised });
    expect((await site.get(`/patronage/${shortId(praised)}`)).status).toBe(404);
    const verbs = await town.rows<{ verb: string }>(
      `select distinct verb from events where is_public and verb like 'patronage.%'`,
    );
    expect(verbs).toEqual([{ verb: 'patronage.granted' }]);
  });

  test('papers go ninety days after the decision', async () => {
    town.today('2027-01-10');
    await erasePapers(jobIn(town));
    expect(await town.read((db) => filesOn(db, { kind: 'patronage-request', id }))).toHaveLength(1);
    town.today('2027-01-14');
    await erasePapers(jobIn(town));
    expect(await town.read((db) => filesOn(db, { kind: 'patronage-request', id }))).toEqual([]);
  });
});
