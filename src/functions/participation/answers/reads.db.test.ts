import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordStep } from '#functions/participation/reflection/index.ts';
import { addDays, tokyoDate } from '#kernel/dates.ts';
import { PUBLISHED_ON, publishRound, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { answerItem } from './answer-item.ts';
import { assignLead } from './assign-lead.ts';
import { byDivision, newestLines } from './figures.ts';
import { itemsOfRound, publishedRounds, waitingItems } from './items.ts';
import { answersOf, newestAnswers } from './queries.ts';
import { byDueDate, clocked, filtered, type ItemFilter } from './round-answers.ts';
import { roundItems } from './round-page.ts';

let town: TestTown;
let round: RoundOfOne;

beforeAll(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
});
afterAll(() => town.close());

const officer = () => town.as(round.officer, round.division, 'editor');
const answer = (more: Record<string, unknown>) =>
  town.perform(officer(), answerItem, {
    kind: 'adopted',
    reason: '行います。',
    decidedOn: tokyoDate(town.now()),
    ...more,
  });
const figures = async () => {
  return byDivision(await town.read((db) => newestLines(db)), town.now());
};
const items = async () => {
  const [rounds, all] = await town.read((db) => Promise.all([publishedRounds(db), itemsOfRound(db, town.roundId)]));
  return clocked(all, rounds[0]!, town.now());
};

const listed = async (filter: Partial<ItemFilter> = {}) => {
  const [published] = await town.read((db) => publishedRounds(db));
  const whole = { kind: '', divisionId: '', state: '', after: '', ...filter } as const;
  return town.read((db) => roundItems(db, published!, whole, town.now()));
};

describe('F9.7 what the city owes an answer to', () => {
  test('nothing waits before the publication', async () => {
    expect(await town.read((db) => waitingItems(db))).toEqual([]);
    expect(await figures()).toEqual([]);
  });

  test('every proposal and every point waits, with the division of its policy', async () => {
    await publishRound(town);
    const waiting = await town.read((db) => waitingItems(db));
    expect(waiting.map((item) => [item.subject, item.id, item.division_name, item.answer])).toEqual([
      ['proposal', round.proposalId, '交通政策課', null],
      ['point', round.pointId, '交通政策課', null],
    ]);
    expect(await figures()).toMatchObject([{ name: '交通政策課', total: 2, open: 2, overdue: 0, onTime: 0 }]);
  });

  test('what a division owes is never beyond the most that is read', async () => {
    const { proposalId, pointId, division, other } = round;
    await town.perform(officer(), assignLead, { pointId, divisionId: other.id, reason: '担当のため。' });
    const first = async (of: string) =>
      (await town.read((db) => waitingItems(db, { of, most: 1 }))).map(({ id }) => id);
    expect(await first(division.id)).toEqual([proposalId]);
    expect(await first(other.id)).toEqual([pointId]);
    const back = town.as(round.officer, other, 'editor');
    await town.perform(back, assignLead, { pointId, divisionId: division.id, reason: 'もどします。', assignments: 1 });
  });

  test('overdue is shown as overdue, for as many days as it is', async () => {
    town.today(addDays(PUBLISHED_ON, 68));
    expect((await items()).map((item) => [item.clock.state, item.clock.overdueDays])).toEqual([
      ['overdue', 9],
      ['overdue', 9],
    ]);
    expect(await figures()).toMatchObject([{ total: 2, open: 0, overdue: 2 }]);
  });

  test('an answer ends the waiting; under study it waits on for the date promised', async () => {
    await answer({ proposalId: round.proposalId });
    await answer({ pointId: round.pointId, kind: 'under-study', nextOn: '2027-06-01' });
    const waiting = await town.read((db) => waitingItems(db));
    expect(waiting.map((item) => [item.id, item.answer?.kind])).toEqual([[round.pointId, 'under-study']]);
    const all = await items();
    expect((await listed()).counts).toEqual({ total: 2, answered: 2, overdue: 0 });
    expect(filtered(all, { kind: 'under-study', divisionId: '', state: 'answered', after: '' })).toHaveLength(1);
    expect(filtered(all, { kind: '', divisionId: round.other.id, state: '', after: '' })).toHaveLength(0);
    expect(byDueDate(all).map((item) => item.clock.dueOn)).toEqual(['2027-06-01', null]);
  });

  test('figures count what was late, adopted and reflected', async () => {
    expect(await figures()).toMatchObject([{ total: 2, late: 1, underStudy: 1, onTime: 0, adopted: 1, reflected: 0 }]);
    const { id } = (await town.read((db) => answersOf(db, { proposalId: round.proposalId })))!;
    const record = (step: string) =>
      town.perform(officer(), recordStep, {
        answerId: id,
        step,
        happenedOn: tokyoDate(town.now()),
        note: '記録',
        document: '議決結果一覧',
        page: '2',
        budgetLine: '款8 土木費',
        amountYen: '1000',
      });
    await record('requested');
    expect(await figures()).toMatchObject([{ reflected: 0 }]);
    await record('voted');
    expect(await figures()).toMatchObject([{ adopted: 1, reflected: 1 }]);
    await record('dropped');
    expect(await figures()).toMatchObject([{ adopted: 1, reflected: 0 }]);
  });

  test('the columns of the figures add up', async () => {
    for (const row of await figures()) {
      expect(row.onTime + row.late + row.underStudy + row.open + row.overdue).toBe(row.total);
      expect(row.reflected).toBeLessThanOrEqual(row.adopted);
    }
  });

  test('the newest answers come page by page, with their steps', async () => {
    const first = await town.read((db) => newestAnswers(db, { kind: '', divisionId: '', before: null, limit: 1 }));
    expect(first).toMatchObject({ more: true, answers: [{ subject: 'point', steps: [] }] });
    const before = first.answers[0]!.id;
    const second = await town.read((db) =>
      newestAnswers(db, { kind: '', divisionId: round.division.id, before, limit: 1 }),
    );
    expect(second).toMatchObject({ more: false, answers: [{ subject: 'proposal', steps: [{}, {}, {}] }] });
    const none = await town.read((db) =>
      newestAnswers(db, { kind: 'declined', divisionId: '', before: null, limit: 9 }),
    );
    expect(none).toEqual({ answers: [], more: false });
  });

  test('a page of items begins after the last of the page before, and is what its filter lets through', async () => {
    const all = await items();
    const ids = async (filter: Partial<ItemFilter>) => (await listed(filter)).items.map((item) => item.id);
    expect(await ids({ after: all[0]!.id })).toEqual([round.pointId]);
    expect(await ids({ after: round.other.id })).toEqual(all.map((item) => item.id));
    for (const state of ['unanswered', 'overdue', 'answered', ''] as const)
      for (const kind of ['adopted', 'under-study', 'declined', ''] as const)
        for (const divisionId of [round.division.id, round.other.id, '']) {
          const filter = { state, kind, divisionId, after: '' };
          const expected = filtered(all, filter).map((item) => item.id);
          expect([filter, await ids(filter)]).toEqual([filter, expected]);
          expect((await listed(filter)).found).toBe(expected.length);
        }
    expect((await listed()).items).toEqual(all);
    expect((await listed()).divisions).toEqual([{ id: round.division.id, name: '交通政策課' }]);
  });

  test('nothing of it is seen from another hub', async () => {
    expect(await town.read((db) => answersOf(db, { proposalId: round.proposalId }), town.neighbour)).toBeNull();
    expect(await town.read((db) => waitingItems(db), town.neighbour)).toEqual([]);
  });
});
