import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sayOpinion } from '#commons/discussion/index.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { answerOpinions } from './answer-opinions.ts';
import { sendComment } from './comments.ts';
import { COMMENT_UNTIL, inComment, type Preparing, planNow, preparing, stageNow } from './plan-for-tests.ts';

let town: TestTown;
let site: TestSite;
let people: Preparing;
let plan: string;
let stage: string;
let said: string;
let stageId: string;
let planId: string;

const NAME = '鈴木 花子';
const ADDRESS = '緑ヶ丘2-3-4';
const WORDS = '駅前の木は残してほしい。';
const LANGS: Lang[] = ['ja', 'easy', 'en'];

beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  people = await preparing(town);
  ({ planId, stageId } = await inComment(town, people));
  plan = `/plans/${shortId(planId)}`;
  stage = `/plan-stages/${shortId(stageId)}`;
  await town.perform(people.citizen, sendComment, { stageId, body: WORDS, name: NAME, address: ADDRESS });
  const entry = { debateId: stageId, kind: 'opinion', body: '公開の場の意見です。' };
  said = `/opinions/${shortId((await town.perform(people.citizen, sayOpinion, entry)).id)}`;
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
  await town.close();
});

const everywhere = () => [
  '/plans',
  '/plans?q=緑&stage=comment&open=yes',
  plan,
  `${plan}/versions`,
  stage,
  `${stage}/answers`,
  '/plans/figures',
  '/',
];
const data = () => [
  '/plans.csv',
  '/plans.json',
  '/plans.atom',
  '/plans.ics',
  '/plans/figures.csv',
  '/plans/figures.json',
  `${stage}/answers.csv`,
  `${stage}/answers.json`,
];

describe('F9.9 pages of plans', () => {
  test('whoever has said an opinion is told that the division answers it, not that a statement is written', async () => {
    const sent = (await site.get(`${said}?done=sent&said=1`, people.citizen)).body;
    expect(sent).toContain('市の担当の課が、理由をつけて答えます');
    expect(sent).not.toContain('意見書にまとめられて');
    expect((await site.get(stage, people.citizen)).body).toContain('市の担当の課が返事をします');
  });

  test('offer a comparison of versions once there are two', async () => {
    expect((await site.get(encodeURI(plan))).body).not.toContain('前の版とくらべる');
  });

  test('of figures say of each plan in which year it was opened', async () => {
    const { body } = await site.get('/plans/figures');
    expect(body).toMatch(/<td[^>]*>20\d\d年/);
  });

  test.each(LANGS)('are sound in %s, and each has its data', async (lang) => {
    for (const path of everywhere()) {
      const page = await site.get(encodeURI(path), null, lang);
      expect([path, page.status]).toEqual([path, 200]);
      expect([path, await markupMistakes(page.body)]).toEqual([path, []]);
    }
    for (const path of data()) expect([path, (await site.get(path, null, lang)).status]).toEqual([path, 200]);
  });

  test.each(LANGS)('of the division are sound in %s', async (lang) => {
    const forms = [`${plan}/next-stage`, `${plan}/text`, `${plan}/dates`, `${plan}/end`, '/plans/new'];
    const desk = [`${stage}/comments`, `${stage}/comments/paper`, `${stage}/answers/new`, `${stage}/documents`];
    for (const path of [...forms, ...desk]) {
      const page = await site.get(path, people.officer, lang);
      expect([path, page.status]).toEqual([path, 200]);
      expect([path, await markupMistakes(page.body)]).toEqual([path, []]);
    }
  });

  test('lead whoever is signed out to the sign-in, and tell others why not', async () => {
    expect((await site.get('/plans/new')).location).toContain('/sign-in');
    expect((await site.get(`${plan}/dates`, people.citizen)).status).toBe(403);
    expect((await site.get(`${stage}/comments`, people.citizen)).status).toBe(404);
    expect((await site.get(`${stage}/comments/paper`, people.citizen)).status).toBe(404);
    expect((await site.post(`${stage}/comments/names`, { reason: '見たい' }, people.citizen)).status).toBe(404);
    const neighbours = await stageNow(town, planId, 'decision');
    expect((await site.get(`/plan-stages/${shortId(neighbours.id)}`)).status).toBe(404);
  });

  test('give back what was typed, with the reason at the field', async () => {
    const typed = { title: '名前だけの計画', stage: 'concept' };
    const page = await site.post('/plans', typed, people.officer);
    expect(page.status).toBe(422);
    expect(page.body).toContain('value="名前だけの計画"');
    expect(await markupMistakes(page.body)).toEqual([]);
    const late = await site.post(`${stage}/comments`, { body: '書きかけ', name: '', address: '' }, people.citizen);
    expect(late.status).toBe(422);
    expect(late.body).toContain('書きかけ');
    const moved = await site.post(`${plan}/dates`, { toOn: '2027-03-20', reason: 'x' }, people.officer);
    expect(moved.status).toBe(422);
    expect(moved.body).toContain('動かす日付：');
  });
});

describe('F9.9 what is private', () => {
  test('stands on no page and in no data: before the period is over the words, and ever name and address', async () => {
    for (const path of [...everywhere(), ...data(), '/activity', '/activity.json']) {
      const { body } = await site.get(encodeURI(path), people.citizen);
      for (const secret of [NAME, ADDRESS, WORDS]) expect([path, body.includes(secret)]).toEqual([path, false]);
    }
    const member = await site.get(`${stage}/comments`, people.clerk);
    expect(member.body).toContain(WORDS);
    expect(member.body).not.toContain(NAME);
  });

  test('is seen by whoever sent it, and by the division in one answer that is kept nowhere', async () => {
    expect((await site.get(`${stage}/comments/new`, people.citizen)).body).toContain(ADDRESS);
    expect((await site.get(`${stage}/comments/new`, people.officer)).body).not.toContain(ADDRESS);
    const read = await site.post(`${stage}/comments/names`, { reason: '住所の確認' }, people.officer);
    expect(read.body).toContain(NAME);
    expect(await markupMistakes(read.body)).toEqual([]);
    const again = await site.get(`${stage}/comments`, people.officer);
    expect(again.body).not.toContain(NAME);
    expect(again.body).toContain('住所の確認');
  });

  test('after the period the words are public, name and address are not', async () => {
    town.today('2027-02-14');
    const { body } = await site.get(`${stage}/answers`);
    expect(body).toContain(WORDS);
    for (const path of [...everywhere(), ...data()]) {
      const shown = await site.get(encodeURI(path));
      for (const secret of [NAME, ADDRESS]) expect([path, shown.body.includes(secret)]).toEqual([path, false]);
    }
    expect(
      (await site.post(`${stage}/comments`, { body: 'おそい', name: 'a', address: 'b' }, people.citizen)).status,
    ).toBe(409);
  });
});

describe('F9.9 the answer table', () => {
  test('shows what was said and the answer side by side, on the opinion’s page, too', async () => {
    const said = await town.rows<{ id: string }>(
      `select id from plan_comments where stage_id = $1 union all select id from opinions where debate_id = $1`,
      [stageId],
    );
    const { id } = await town.perform(people.officer, answerOpinions, {
      stageId,
      items: said.map((one) => one.id),
      gist: '駅前の木',
      kind: 'partly',
      reason: '3本は残します。',
      decidedOn: '2027-02-14',
    });
    for (const lang of LANGS) {
      for (const path of [`${stage}/answers`, `/plan-answers/${shortId(id)}`, `/opinions/${shortId(said[1]!.id)}`]) {
        const page = await site.get(path, null, lang);
        expect([path, page.body.includes('3本は残します。')]).toEqual([path, true]);
        expect([path, await markupMistakes(page.body)]).toEqual([path, []]);
      }
    }
    expect((await site.get(`/plan-answers/${shortId(id)}/revision`, people.officer)).status).toBe(200);
    expect((await site.get(`/plan-answers/${shortId(id)}/revision`, people.citizen)).status).toBe(403);
    const { items } = JSON.parse((await site.get(`${stage}/answers.json`)).body) as { items: { items: unknown[] }[] };
    expect(items[0]!.items).toHaveLength(2);
    expect((await planNow(town, planId)).stages[2]!.until_on).toBe(COMMENT_UNTIL);
  });

  test('the calendar names each day once, as whole days', async () => {
    const { body, type } = await site.get('/plans.ics');
    expect(type).toContain('text/calendar');
    const ids = [...body.matchAll(/^UID:(.*)$/gm)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(body).toContain('DTSTART;VALUE=DATE:20270315');
    expect(body).toContain('DTEND;VALUE=DATE:20270316');
  });
});
