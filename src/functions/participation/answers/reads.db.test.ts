import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordStep } from '#functions/participation/reflection/index.ts';
import { addDays, tokyoDate } from '#kernel/dates.ts';
import { PUBLISHED_ON, publishRound, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { answerItem } from './answer-item.ts';
import { askPartner } from './ask-partner.ts';
import { assignLead } from './assign-lead.ts';
import { byDivision, newestLines } from './figures.ts';
import { itemsOfRound, publishedRounds } from './items.ts';
import { answersOf, newestAnswers } from './queries.ts';
import { clocked, filtered, type ItemFilter } from './round-answers.ts';
import { roundItems } from './round-page.ts';
import { askedAmong, askedCount, type Which, waitingCounts, waitingPage } from './waiting.ts';

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

const waiting = async (which: Which, wish: { after?: string } = {}, hub = town.hub) =>
  (await town.read((db) => waitingPage(db, { which, after: '', limit: 50, ...wish }, town.now()), hub)).items;
const counts = (of: string) => town.read((db) => waitingCounts(db, of, town.now()));

const listed = async (filter: Partial<ItemFilter> = {}) => {
  const [published] = await town.read((db) => publishedRounds(db));
  const whole = { kind: '', divisionId: '', state: '', after: '', ...filter } as const;
  return town.read((db) => roundItems(db, published!, whole, town.now()));
};

describe('F9.7 what the city owes an answer to', () => {
  test('nothing waits before the publication', async () => {
    expect(await waiting('all')).toEqual([]);
    expect(await figures()).toEqual([]);
  });

  test('every proposal and every point waits, with the division of its policy', async () => {
    await publishRound(town);
    expect((await waiting('all')).map((item) => [item.subject, item.id, item.division_name, item.answer])).toEqual([
      ['proposal', round.proposalId, '交通政策課', null],
      ['point', round.pointId, '交通政策課', null],
    ]);
    expect(await figures()).toMatchObject([{ name: '交通政策課', total: 2, open: 2, overdue: 0, onTime: 0 }]);
  });

  test('is listed for whoever owes it, for whoever was asked for a part, and by its day', async () => {
    const { proposalId, pointId, division, other } = round;
    const ids = async (which: Which) => (await waiting(which)).map(({ id }) => id);
    expect([await ids({ of: other.id }), await ids({ of: null }), await ids('overdue')]).toEqual([[], [], []]);
    await town.perform(officer(), assignLead, { pointId, divisionId: other.id, reason: '担当のため。' });
    expect(await ids({ of: division.id })).toEqual([proposalId]);
    expect(await ids({ of: other.id })).toEqual([pointId]);
    expect(await counts(other.id)).toEqual({ mine: 1, unassigned: 0, overdue: 0, all: 2 });
    const back = town.as(round.officer, other, 'editor');
    await town.perform(back, assignLead, { pointId, divisionId: division.id, reason: 'もどします。', assignments: 1 });
    await town.perform(officer(), askPartner, { proposalId, divisionId: other.id, asked: '費用を教えてください。' });
    expect(await ids({ asked: other.id })).toEqual([proposalId]);
    expect(await ids({ asked: division.id })).toEqual([]);
    const [count, among] = await town.read((db) =>
      Promise.all([askedCount(db, other.id), askedAmong(db, other.id, [proposalId, pointId])]),
    );
    expect([count, [...among]]).toEqual([1, [proposalId]]);
  });

  test('comes page by page, the next due first; a key whose item was answered meanwhile still leads on', async () => {
    const first = await town.read((db) => waitingPage(db, { which: 'all', after: '', limit: 1 }, town.now()));
    const second = await waiting('all', { after: first.next! });
    expect([...first.items, ...second].map(({ id }) => id).sort()).toEqual([round.proposalId, round.pointId].sort());
    const gone = first.next!.replace(/~.*/, '~00000000-0000-4000-8000-000000000000');
    expect(await waiting('all', { after: gone })).toHaveLength(2);
    for (const after of ['x', '2026-02-31~00000000-0000-4000-8000-000000000000', `2026-01-01~${'1'.repeat(36)}`])
      expect([after, (await waiting('all', { after })).length]).toEqual([after, 2]);
  });

  test('overdue is shown as overdue, for as many days as it is', async () => {
    town.today(addDays(PUBLISHED_ON, 68));
    expect((await items()).map((item) => [item.clock.state, item.clock.overdueDays])).toEqual([
      ['overdue', 9],
      ['overdue', 9],
    ]);
    expect(await figures()).toMatchObject([{ total: 2, open: 0, overdue: 2 }]);
    expect(await waiting('overdue')).toHaveLength(2);
    expect(await counts(round.division.id)).toEqual({ mine: 2, unassigned: 0, overdue: 2, all: 2 });
  });

  test('an answer ends the waiting; under study it waits on for the date promised', async () => {
    await answer({ proposalId: round.proposalId });
    await answer({ pointId: round.pointId, kind: 'under-study', nextOn: '2027-06-01' });
    expect((await waiting('all')).map((item) => [item.id, item.answer?.kind])).toEqual([
      [round.pointId, 'under-study'],
    ]);
    const all = await items();
    expect((await listed()).counts).toEqual({ total: 2, answered: 2, overdue: 0 });
    expect(filtered(all, { kind: 'under-study', divisionId: '', state: 'answered', after: '' })).toHaveLength(1);
    expect(filtered(all, { kind: '', divisionId: round.other.id, state: '', after: '' })).toHaveLength(0);
    expect(await waiting('overdue')).toEqual([]);
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
    expect(await waiting('all', {}, town.neighbour)).toEqual([]);
  });
});
