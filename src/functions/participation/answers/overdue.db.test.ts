import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortId } from '#kernel/ids.ts';
import { PUBLISHED_ON, publishRound, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { answerItem } from './answer-item.ts';
import { askFollowUp } from './ask-follow-up.ts';
import { byDivision, type Late, lateAnswers } from './overdue.ts';

let town: TestTown;
let site: TestSite;
let round: RoundOfOne;

beforeAll(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
  await publishRound(town);
  site = await openSite(town);
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
  await town.close();
});

const late = () => town.read((db) => lateAnswers(db, town.now()));

describe('F9.7 who answers late', () => {
  test('is nobody as long as the day has not passed', async () => {
    expect(await late()).toEqual([]);
    expect((await site.get('/answers/overdue')).body).toContain('期限を過ぎている回答はありません。');
  });

  test('is said by division with what is waited for, until it is answered', async () => {
    town.today('2027-12-01');
    const [first] = await late();
    expect(first).toMatchObject({ kind: 'proposal', id: round.proposalId, divisionName: '交通政策課' });
    for (const lang of ['ja', 'easy', 'en'] as const) {
      const { status, body } = await site.get('/answers/overdue', null, lang);
      expect([status, await markupMistakes(body)]).toEqual([200, []]);
      expect(body).toContain('交通政策課');
      expect(body).toContain(`/proposals/${shortId(round.proposalId)}`);
    }
    expect((await site.get('/answers/overdue.csv')).body).toContain('交通政策課');
    expect((await site.get('/answers')).body).toContain('href="/answers/overdue"');
    const answer = { kind: 'adopted', reason: '整備します。', decidedOn: PUBLISHED_ON, onBudget: 'yes' };
    const officer = town.as(round.officer, round.division, 'editor');
    const { id } = await town.perform(officer, answerItem, { proposalId: round.proposalId, ...answer });
    expect((await late()).filter((one) => one.kind === 'proposal')).toEqual([]);
    await town.perform(round.citizen, askFollowUp, { answerId: id, body: 'いつですか。' });
    town.today('2028-03-01');
    expect(await late()).toContainEqual(expect.objectContaining({ kind: 'question', text: 'いつですか。' }));
    expect(await town.read((db) => lateAnswers(db, town.now()), town.neighbour)).toEqual([]);
  });

  test('stands in the order of how much is late; what is nobody’s comes last', () => {
    const one = (divisionId: string | null) => ({ divisionId, divisionName: divisionId, days: 1 }) as Late;
    const lines = byDivision([one(null), one(null), one(null), one('a'), one('b'), one('b')]);
    expect(lines.map(({ id, late: own }) => [id, own.length])).toEqual([
      ['b', 2],
      ['a', 1],
      [null, 3],
    ]);
  });
});
