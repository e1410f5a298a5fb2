import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideCases } from '#commons/moderation/decide-cases.ts';
import { reportThing } from '#commons/moderation/file-report.ts';
import { moderatedKind } from '#commons/moderation/kinds.ts';
import type { Reader } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import { PUBLISHED_ON, publishRound, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { answerFollowUp } from './answer-follow-up.ts';
import { answerItem } from './answer-item.ts';
import { askFollowUp } from './ask-follow-up.ts';
import { followUpById } from './follow-up-queries.ts';

const WORDS = '担当の田中さんの電話は0470-00-0000です。';

let town: TestTown;
let site: TestSite;
let round: RoundOfOne;
let officer: Reader;
let moderator: Reader;
let id: string;

beforeAll(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
  officer = town.as(round.officer, round.division, 'editor');
  moderator = await town.person('緒方');
  town.hub.secretariatId = (await town.organisation('body', '市民活動センター', [[moderator, 'representative']])).id;
  await publishRound(town);
  const { id: answerId } = await town.perform(officer, answerItem, {
    proposalId: round.proposalId,
    kind: 'adopted',
    reason: '整備します。',
    decidedOn: PUBLISHED_ON,
    onBudget: 'yes',
  });
  ({ id } = await town.perform(round.citizen, askFollowUp, { answerId, body: WORDS }));
  site = await openSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const report = { kind: 'follow-up', ground: 'personal-data' };
const pages = () => [
  `/follow-ups/${shortId(id)}`,
  '/follow-ups',
  '/follow-ups.json',
  '/follow-ups.csv',
  '/follow-ups.atom',
];

describe('F9.7 X4 a follow-up question that breaks the rules', () => {
  test('is reported by anybody but its author, hidden with a reason where it stood and in its data', async () => {
    expect((await site.get(pages()[0]!)).body).toContain(`/moderation/reports/new?kind=follow-up`);
    expect(await town.refusal(round.citizen, reportThing, { ...report, id })).toBe('own-words');
    expect((await site.get('/follow-ups.atom')).body).toContain(WORDS);
    const { caseId } = await town.perform(round.proposer, reportThing, { ...report, id });
    const input = {
      cases: [{ id: caseId, version: 1 }],
      outcome: 'hidden',
      ground: 'personal-data',
      reason: '電話番号が書かれていました。',
    };
    await town.perform(moderator, decideCases, input);
    for (const path of pages()) expect((await site.get(path)).body).not.toContain(WORDS);
    for (const lang of ['ja', 'easy', 'en'] as const) {
      const page = await site.get(pages()[0]!, null, lang);
      expect(page.body).toContain('電話番号が書かれていました。');
      expect(await markupMistakes(page.body)).toEqual([]);
    }
    const { items } = JSON.parse((await site.get('/follow-ups.json')).body) as { items: Record<string, unknown>[] };
    expect(items[0]).toMatchObject({ body: null, actor_name: null, hiding: { ground: 'personal-data' } });
  });

  test('owes no reply while nobody can read it', async () => {
    const reply = { followUpId: id, body: '6月からです。' };
    expect(await town.refusal(officer, answerFollowUp, reply)).toBe('follow-up-closed');
    await town.hubwise.write(town.hub.id, async (db) => {
      await moderatedKind('follow-up')!.setHidden(db, town.hub.id, id, null);
    });
    expect((await town.read((db) => followUpById(db, id)))!.body).toBe(WORDS);
    expect(await town.refusal(officer, answerFollowUp, reply)).toBe('done');
  });
});
