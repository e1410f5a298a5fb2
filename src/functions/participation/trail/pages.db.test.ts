import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { answerTold, publishTold, type ToldRound, writtenRound } from '#test/support/told-round.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { opinionTrail } from './opinion-trail.ts';

let town: TestTown;
let site: TestSite;
let round: ToldRound;

beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  round = await writtenRound(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const trail = () => `/proposals/${shortId(round.proposalId)}/trail`;
const opinion = (index: number) => `/opinions/${shortId(round.opinionIds[index]!)}`;
const states = (body: string) => [...body.matchAll(/trail-event trail-(\w+)/g)].map((found) => found[1]);

describe('F9.8 the way of a proposal', () => {
  test('shows what is done, what is now and what is ahead while it is debated', async () => {
    town.today('2026-11-20');
    const { body } = await site.get(trail());
    expect(states(body)).toEqual(['done', 'done', 'now', 'next', 'next', 'next', 'next', 'next', 'next']);
    expect(body).toContain('最初の意見');
    expect((await site.get(opinion(0))).body).toContain('意見交換のあと、編集委員が意見書にまとめます');
  });

  test('says while the statement is written that it may still change', async () => {
    town.today('2026-12-20');
    expect((await site.get(opinion(0))).body).toContain('公表までは変わることがあります');
    expect((await site.get(trail())).body).not.toContain('まだ回答がありません');
  });

  test('says that the answer is waited for, and then that it is late', async () => {
    await publishTold(town, round);
    town.today('2027-01-20');
    expect((await site.get(trail())).body).toContain('期限まであと48日');
    town.today('2027-03-20');
    const { body } = await site.get(trail());
    expect(body).toContain('trail-event trail-late');
    expect(body).toContain('期限を11日過ぎています');
  });

  test('leads from the first opinion over point, document, submission and answer to the budget line', async () => {
    await answerTold(town, round);
    const { body } = await site.get(trail());
    for (const text of [
      '意見その1',
      '暗い所から灯りをつけることに賛成が多かった。',
      '文書番号 R8-3',
      '交通政策課が受け取った',
      '3年で21か所に整備します。',
      '順番の決め方を検討します。',
      '議会で議決',
      '当初予算案 説明書',
      '款8 土木費',
      '3,120,000円',
      'https://hinata.example/budget.pdf',
      '2-2-1',
      '提案の範囲の外のため。',
    ])
      expect(body).toContain(text);
  });

  test('is the same as data', async () => {
    const data = JSON.parse((await site.get(`${trail()}.json`)).body);
    expect(data.points).toMatchObject([{ opinions: [{ number: 1 }, { number: 2 }], answer: { kind: 'under-study' } }]);
    expect(data.annex).toMatchObject([{ number: 3, reason: '提案の範囲の外のため。' }]);
    expect(data.answer.steps).toHaveLength(2);
    expect(data.document).toMatchObject({ number: 'R8-3' });
  });

  test.each<Lang>(['ja', 'easy', 'en'])('is whole and valid in %s', async (lang) => {
    for (const path of [trail(), opinion(0), opinion(2)]) {
      const { status, body } = await site.get(path, null, lang);
      expect([path, status, await markupMistakes(body)]).toEqual([path, 200, []]);
      expect(body).not.toMatch(/undefined|NaN|\[object/);
    }
    expect(site.faults).toEqual([]);
  });

  test('a proposal that does not exist has none', async () => {
    expect((await site.get(`/proposals/${shortId(round.pointId)}/trail`)).status).toBe(404);
    expect((await site.get('/proposals/nothing/trail')).status).toBe(404);
  });
});

describe('F9.8 back from the budget', () => {
  const line = async () => (await town.rows<{ id: string }>('select id from budget_lines'))[0]!.id;

  test('a line of a fiscal year leads to the answer, the proposal and the opinions behind it, and back', async () => {
    expect(await town.rows('select fiscal_year, title from budget_lines')).toEqual([
      { fiscal_year: 2027, title: '款8 土木費' },
    ]);
    const { body } = await site.get(`/budget-lines/${shortId(await line())}`);
    for (const text of ['意見その1', '意見その2', '議会で議決', '3,120,000円', '横断歩道に灯りを', '/trail'])
      expect(body).toContain(text);
    expect((await site.get(trail())).body).toContain('/budget-lines/');
  });

  test('the list can be narrowed down by year and words, and is the same as CSV and JSON', async () => {
    expect((await site.get('/budget-lines?year=2027&q=土木')).body).toContain('款8 土木費');
    for (const query of ['?year=2026', '?q=教育'])
      expect((await site.get(`/budget-lines${query}`)).body).toContain('あてはまる科目はありません');
    expect((await site.get('/budget-lines.csv')).body).toContain('2027,款8 土木費');
    const { body } = await site.get('/budget-lines');
    for (const text of ['横断歩道に灯りを', '議決 3,120,000円', '1件の提案・項目']) expect(body).toContain(text);
    expect(body).not.toContain('すべて見る');
    const data = JSON.parse((await site.get('/budget-lines.json')).body);
    expect(data.items).toMatchObject([{ fiscalYear: 2027, steps: [{ step: 'requested' }, { step: 'voted' }] }]);
    expect((await site.get(`/budget-lines/${shortId(round.pointId)}`)).status).toBe(404);
  });

  test('a line with many steps is shown in pages, each step once; its sum is that of all', async () => {
    await town.hubwise.write(town.hub.id, (db) =>
      run(
        db,
        `insert into reflection_steps select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(),
           'happened_on', s.happened_on - n % 7, 'amount_yen', 1000, 'step', 'voted', 'document', '補正予算書' || n))).*
         from reflection_steps s, generate_series(100, 139) n where s.step = 'requested'`,
      ),
    );
    const at = `/budget-lines/${shortId(await line())}`;
    const pages: string[] = [];
    for (let path: string | undefined = at; path; path = /rel="next" href="([^"]+)"/.exec(pages.at(-1)!)?.[1])
      pages.push((await site.get(path)).body);
    expect(pages.length).toBe(2);
    const steps = pages.map((body) => [...body.matchAll(/補正予算書(\d+)/g)].map(([, n]) => n!));
    expect(new Set(steps.flat()).size).toBe(40);
    expect(steps.flat().length).toBe(40);
    for (const body of pages) expect(body).toContain('3,160,000円');
    expect(await markupMistakes(pages[1]!)).toEqual([]);
  });

  test('of a long line the list shows the beginning and leads to the rest', async () => {
    const { body } = await site.get('/budget-lines');
    for (const text of ['横断歩道に灯りを', '1件以上の提案・項目', '議決の合計額は科目のページで見られます'])
      expect(body).toContain(text);
    expect(/<a href="([^"]+)">「款8 土木費」の記録をすべて見る/.exec(body)?.[1]).toContain(shortId(await line()));
    expect(JSON.parse((await site.get('/budget-lines.json')).body).items[0].steps).toHaveLength(42);
  });

  test('nothing of it is seen from another hub', async () => {
    expect(await town.rows('select id from budget_lines', [], town.neighbour)).toEqual([]);
  });

  test.each<Lang>(['ja', 'easy', 'en'])('is whole and valid in %s', async (lang) => {
    for (const path of ['/budget-lines', '/budget-lines?year=1', `/budget-lines/${shortId(await line())}`]) {
      const { status, body } = await site.get(path, null, lang);
      expect([path, status, await markupMistakes(body)]).toEqual([path, 200, []]);
      expect(body).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

describe('F9.8 the way of an opinion', () => {
  test('a cited one leads to its point and the answer to it', async () => {
    const { body } = await site.get(opinion(0));
    expect(body).toContain('この意見のゆくえ');
    expect(body).toContain(`/points/${shortId(round.pointId)}`);
    expect(body).toContain('順番の決め方を検討します。');
    expect(body).toContain('文書 R8-3');
    for (const step of ['ここに書かれた', '意見書の項目に引用された', '市に提出された', '項目に市が回答', '議会で議決'])
      expect(body).toContain(step);
  });

  test('one in the annex says why no point cites it', async () => {
    const { body } = await site.get(opinion(2));
    expect(body).toContain('提案の範囲の外のため。');
    expect(body).not.toContain('順番の決め方を検討します。');
  });

  test('is one query’s work, and nothing of it is seen from another hub', async () => {
    expect(await town.read((db) => opinionTrail(db, round.opinionIds[0]!))).toMatchObject({
      proposalId: round.proposalId,
      annexReason: null,
    });
    expect(await town.read((db) => opinionTrail(db, round.opinionIds[0]!), town.neighbour)).toBeNull();
    expect(await town.read((db) => opinionTrail(db, round.proposalId))).toBeNull();
  });

  test('what was hidden is neither shown on its own page nor on the trail', async () => {
    await town.hubwise.write(town.hub.id, (db) =>
      db.updateTable('opinions').set({ hidden_at: town.now() }).where('id', '=', round.opinionIds[1]!).execute(),
    );
    const { body } = await site.get(trail());
    expect(body).not.toContain('意見その2');
    expect(body).toContain('取り下げられたか、見えないようにされた意見');
    const own = (await site.get(opinion(1))).body;
    expect(own).toContain('見えないようにされた意見は、数と理由だけを意見書にのせます');
    expect(own).not.toContain('順番の決め方を検討します。');
  });
});
