import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { answerTold, publishTold, type ToldRound, writtenRound } from '#test/support/told-round.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';

let town: TestTown;
let site: TestSite;
let round: ToldRound;
let answerId: string;
let ofRound: string;

beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  round = await writtenRound(town);
  ofRound = `/rounds/${shortId(town.roundId)}/answers`;
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const forms = () => ({
  proposal: `/proposals/${shortId(round.proposalId)}/answers`,
  point: `/points/${shortId(round.pointId)}/answers`,
});

describe('F9.7 before anything is answered', () => {
  test('the round says when answers come, and then what it waits for until when', async () => {
    expect((await site.get(ofRound)).body).toContain('公表のあと、ここに市の回答が並びます');
    await publishTold(town, round);
    town.today('2027-03-15');
    const { body } = await site.get(`${ofRound}?state=overdue`);
    expect(body).toContain('期限を6日過ぎています');
    expect(body).toContain('交通政策課');
    expect((await site.get(`${ofRound}?state=answered`)).body).toContain('あてはまる回答はありません');
  });

  test('the proposal’s own page tells the limit, though there is no answer', async () => {
    expect((await site.get(`/proposals/${shortId(round.proposalId)}`)).body).toContain('期限を6日過ぎています');
  });

  test('a division sees its work, others are told whose it is', async () => {
    const work = await site.get('/divisions/answers', round.office);
    expect(work.body).toContain('一致した点');
    expect(work.body).toContain(`${forms().proposal}/new`);
    expect(work.body).toContain(`${forms().point}/new`);
    const { body: elsewhere } = await site.get('/divisions/answers', round.citizen);
    expect(elsewhere).toContain('市の課の立場に切りかえると');
    expect(elsewhere).toContain('href="/acting-as?back=%2Fdivisions%2Fanswers"');
    expect((await site.get('/divisions/answers')).status).not.toBe(200);
  });

  test('the form shows others why they cannot send it, and the server refuses it', async () => {
    expect((await site.get(`${forms().proposal}/new`, round.citizen)).body).toContain(
      '市の課の代表か編集の役割の人だけが回答できます',
    );
    const fields = { kind: 'adopted', reason: '行います', decidedOn: '2027-03-15', version: '0' };
    expect((await site.post(forms().proposal, fields, round.citizen)).status).toBe(403);
  });

  test('nothing typed is lost when an answer is refused', async () => {
    const fields = { kind: 'not-ours', reason: '県の道路です。', decidedOn: '2027-03-15', passedTo: '', version: '0' };
    const refused = await site.post(forms().proposal, fields, round.office);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('県の道路です。');
    expect(refused.body).toContain('どこに引き継いだかを書いてください');
    expect(await markupMistakes(refused.body)).toEqual([]);
    const empty = await site.post(forms().point, { ...fields, reason: ' ' }, round.office);
    expect(empty.body).toContain('href="#f-reason"');
  });
});

describe('F9.7 what was answered', () => {
  test('shows kind, division, date, reason, clock and what came of it', async () => {
    ({ answerId } = await answerTold(town, round));
    const { body } = await site.get(`/answers/${shortId(answerId)}`);
    for (const text of [
      '採択',
      '交通政策課',
      '2027年（令和9年）2月19日',
      '3年で21か所に整備します。',
      '期限内の回答',
      '議会で議決',
      '意見その1',
    ])
      expect(body).toContain(text);
    expect(body).not.toContain(round.officer.person.name);
  });

  test('a revised answer is sent by the same form, and the old one stays to be read', async () => {
    const form = await site.get(`${forms().proposal}/new`, round.office);
    expect(form.body).toContain('value="1"');
    const stale = { kind: 'partly', reason: '8か所にします。', decidedOn: '2027-03-30', version: '0' };
    const refused = await site.post(forms().proposal, stale, round.office);
    expect([refused.status, refused.body.includes('8か所にします。')]).toEqual([409, true]);
    const done = await site.post(
      forms().proposal,
      { ...stale, changeReason: '予算のため。', version: '1' },
      round.office,
    );
    expect(done.status).toBe(303);
    const { body } = await site.get(`/answers/${shortId(answerId)}`);
    expect(body).toContain('8か所にします。');
    expect(body).toContain('これまでの回答');
    expect(body).toContain('3年で21か所に整備します。');
  });

  test('a step is recorded by its form; what was typed stays after a refusal', async () => {
    const steps = `/answers/${shortId(answerId)}/steps`;
    expect((await site.get(`${steps}/new`, round.office)).body).toContain('訂正ではない');
    const refused = await site.post(
      steps,
      { step: 'done', happenedOn: '2027-04-30', note: '終わりました。' },
      round.office,
    );
    expect([refused.status, refused.body.includes('終わりました。')]).toEqual([422, true]);
    expect(await markupMistakes(refused.body)).toEqual([]);
    const done = await site.post(
      steps,
      { step: 'under-way', happenedOn: '2027-03-29', note: '始めました。' },
      round.office,
    );
    expect(done.location).toContain('?done=recorded');
    expect((await site.post(steps, { step: 'done', happenedOn: '2027-03-29', note: 'x' }, round.citizen)).status).toBe(
      403,
    );
  });

  test('the buttons of a division are shown to it alone, whoever asked before', async () => {
    const page = `/answers/${shortId(answerId)}`;
    for (const [path, mark] of [
      [page, '/steps/new'],
      [page, `${forms().proposal}/new`],
      [ofRound, `${forms().point}/new`],
    ] as const)
      for (const [reader, sees] of [
        [null, false],
        [round.office, true],
        [round.citizen, false],
        [round.office, true],
      ] as const)
        expect([path, (await site.get(path, reader)).body.includes(mark)]).toEqual([path, sees]);
  });

  test('lists are the same as CSV, JSON and feed', async () => {
    const json = JSON.parse((await site.get('/answers.json?kind=under-study')).body);
    expect(json.items).toMatchObject([
      { subject: { kind: 'point', id: round.pointId }, answer: { kind: 'under-study', nextOn: '2027-06-01' } },
    ]);
    const csv = (await site.get(`${ofRound}.csv`)).body.split('\r\n');
    expect(csv).toHaveLength(4);
    expect(csv[0]!.split(',')).toHaveLength(20);
    expect((await site.get('/answers.atom')).body).toContain('<title>一部採択：横断歩道に灯りを</title>');
    expect((await site.get('/answers/figures.csv')).body).toContain('交通政策課,2,1,0,1,0,0,1,1');
    expect(JSON.parse((await site.get('/answers/figures.json')).body).items).toMatchObject([
      { total: 2, onTime: 1, underStudy: 1, reflected: 1 },
    ]);
    expect(JSON.parse((await site.get(`${ofRound}.json`)).body).items).toHaveLength(2);
  });

  test.each<Lang>(['ja', 'easy', 'en'])(
    'pages are whole and valid in %s, for everybody and for the division',
    async (lang) => {
      const pages: [string, typeof round.office | null][] = [
        ['/answers', null],
        [`/answers?kind=under-study&division=${round.division.id}`, null],
        [ofRound, null],
        [`/answers/${shortId(answerId)}`, null],
        [`/answers/${shortId(answerId)}`, round.office],
        [`/answers/${shortId(answerId)}/steps/new`, round.office],
        [`${forms().point}/new`, round.office],
        [ofRound, round.office],
        ['/divisions/answers?of=everything', round.office],
      ];
      for (const [path, reader] of pages) {
        const { status, body } = await site.get(path, reader, lang);
        expect([path, status, await markupMistakes(body)]).toEqual([path, 200, []]);
        expect(body).not.toMatch(/undefined|NaN|\[object/);
      }
      expect(site.faults).toEqual([]);
    },
  );

  test('what does not exist is not found', async () => {
    for (const path of [
      '/answers/nothing',
      `/answers/${shortId(round.pointId)}`,
      `/rounds/${shortId(round.pointId)}/answers`,
    ])
      expect([path, (await site.get(path)).status]).toEqual([path, 404]);
  });
});
