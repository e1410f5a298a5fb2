import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideCases } from '#commons/moderation/decide-cases.ts';
import { reportThing } from '#commons/moderation/file-report.ts';
import type { Reader } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { answerOpinions, reviseAnswer } from './answer-opinions.ts';
import { sendComment } from './comments.ts';
import { inComment, type Preparing, preparing } from './plan-for-tests.ts';

let town: TestTown;
let site: TestSite;
let people: Preparing;
let moderator: Reader;
let stageId: string;
const ids: string[] = [];

beforeAll(async () => {
  town = await openTestTown();
  people = await preparing(town);
  moderator = await town.person('緒方');
  town.hub.secretariatId = (await town.organisation('body', '市民活動センター', [[moderator, 'representative']])).id;
  ({ stageId } = await inComment(town, people));
  for (const body of ['木を残してほしい。', '田中さんの電話は0470-00-0000です。']) {
    const sent = { stageId, body, name: '鈴木 花子', address: '緑ヶ丘2-3-4' };
    ids.push((await town.perform(people.citizen, sendComment, sent)).id);
  }
  town.today('2027-02-20');
  site = await openSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const table = (lang: 'ja' | 'easy' | 'en' = 'ja') => site.get(`/plan-stages/${shortId(stageId)}/answers`, null, lang);

describe('F9.9 X4 a formal comment that breaks the rules', () => {
  test('is reported and hidden; nobody learns who sent it, and nobody is kept waiting for its answer', async () => {
    const reader = await town.person('読む人');
    const report = { kind: 'plan-comment', id: ids[1]!, ground: 'personal-data' };
    expect(await town.refusal(people.citizen, reportThing, report)).toBe('own-words');
    expect((await table()).body).toContain('0470-00-0000');
    const { caseId } = await town.perform(reader, reportThing, report);
    expect((await site.get('/moderation', moderator)).body).not.toContain(people.citizen.person.name);
    const input = {
      cases: [{ id: caseId, version: 1 }],
      outcome: 'hidden',
      ground: 'personal-data',
      reason: '電話番号が書かれていました。',
    };
    await town.perform(moderator, decideCases, input);
    for (const lang of ['ja', 'easy', 'en'] as const) {
      const page = await table(lang);
      expect(page.body).not.toContain('0470-00-0000');
      expect(await markupMistakes(page.body)).toEqual([]);
    }
    const data = await site.get(`/plan-stages/${shortId(stageId)}/answers.json`);
    expect(data.body).not.toContain('0470-00-0000');
    const events = JSON.stringify(
      await town.rows(`select actor_id, public from events where verb = 'moderation.hidden'`),
    );
    expect(events).not.toContain(people.citizen.person.id);
  });
});

describe('F9.9 whoever sent a formal comment', () => {
  test('is told when it is answered, and again when the answer is changed', async () => {
    const answer = { kind: 'declined', reason: '根が歩道をこわすため。', decidedOn: '2027-02-18' };
    const given = await town.perform(people.officer, answerOpinions, { ...answer, stageId, items: ids[0] });
    const told = () =>
      town.rows<{ kind: string; about_id: string }>('select kind, about_id from notices where person_id = $1', [
        people.citizen.person.id,
      ]);
    expect((await told()).filter(({ kind }) => kind === 'plans.comment-answered')).toHaveLength(1);
    await town.perform(people.officer, reviseAnswer, {
      ...answer,
      id: given.id,
      version: 1,
      kind: 'partly',
      reason: '3本を残します。',
    });
    const notices = (await told()).filter(({ kind }) => kind === 'plans.comment-answered');
    expect(notices.every(({ about_id }) => about_id === given.id)).toBe(true);
    expect((await site.get('/notices', people.citizen)).body).toContain('正式な意見');
  });
});
