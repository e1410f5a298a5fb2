import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerItem, answersOf } from '#functions/participation/answers/index.ts';
import { PUBLISHED_ON, publishRound, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { recordStep } from './record-step.ts';
import { reflectionOf } from './rules.ts';

let town: TestTown;
let round: RoundOfOne;
let answerId: string;

beforeAll(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
  await publishRound(town);
  const { id } = await town.perform(officer(), answerItem, {
    proposalId: round.proposalId,
    kind: 'adopted',
    reason: '整備します。',
    decidedOn: PUBLISHED_ON,
  });
  answerId = id;
  town.today('2027-04-01');
});
afterAll(() => town.close());

const officer = () => town.as(round.officer, round.division, 'editor');
const step = (more: Record<string, unknown> = {}) => ({
  answerId,
  step: 'requested',
  happenedOn: '2027-03-01',
  note: '8か所分を要求しました。',
  ...more,
});
const say = (more: Record<string, unknown>, reader = officer()) => town.refusal(reader, recordStep, step(more));
const steps = async () => (await town.read((db) => answersOf(db, { proposalId: round.proposalId })))!.steps;

describe('F9.8 recording a step, refused', () => {
  test('whoever is not the division that answered', async () => {
    expect(await say({}, round.citizen)).toBe('not-a-division');
    expect(await say({}, town.as(round.officer, round.other, 'editor'))).toBe('not-in-charge');
  });

  test('at the field: days, evidence, order, links, amounts', async () => {
    expect(await say({ happenedOn: '2027-04-02' })).toBe('happenedOn:in-the-future');
    expect(await say({ happenedOn: '2027-01-08' })).toBe('happenedOn:before-publication');
    expect(await say({ happenedOn: '3月1日' })).toBe('happenedOn:not-a-date');
    expect(await say({ note: '' })).toBe('note:required');
    expect(await say({ step: 'promised' })).toBe('step:not-a-choice');
    expect(
      await say({ step: 'voted', document: '議決結果一覧', page: '2', budgetLine: '款8 土木費', amountYen: '3120000' }),
    ).toBe('step:vote-needs-request');
    expect(await say({ step: 'draft-budget' })).toBe('document:evidence-needed');
    expect(await say({ step: 'draft-budget', document: '説明書' })).toBe('budgetLine:evidence-needed');
    const vote = { step: 'voted', document: '議決結果一覧', page: '2', budgetLine: '款8 土木費' };
    expect(await say(vote)).toBe('amountYen:evidence-needed');
    expect(await say({ ...vote, page: '' })).toBe('page:evidence-needed');
    expect(await say({ budgetYear: '来年' })).toBe('budgetYear:not-a-number');
    expect(await say({ link: 'javascript:alert(1)' })).toBe('link:not-a-link');
    expect(await say({ link: '//hinata.example/budget' })).toBe('link:not-a-link');
    expect(await say({ amountYen: 'たくさん' })).toBe('amountYen:not-a-number');
    expect(await say({ correctsId: answerId })).toBe('correctsId:corrected-already');
  });

  test('an answer of another hub, or none', async () => {
    expect(await town.refusal(officer(), recordStep, step(), { hub: town.neighbour })).toBe('not-found');
    expect(await say({ answerId: round.proposalId })).toBe('not-found');
  });

  test('nothing half-written stays', async () => {
    expect(await town.rows('select id from reflection_steps')).toEqual([]);
  });
});

describe('F9.8 recording steps', () => {
  test('a step stands with its evidence, public and in the journal', async () => {
    town.evicted.length = 0;
    await town.perform(
      officer(),
      recordStep,
      step({ amountYen: '３,120,000円', budgetLine: '款8 土木費', document: '予算要求書', page: '12' }),
    );
    expect(await steps()).toMatchObject([
      {
        step: 'requested',
        happened_on: '2027-03-01',
        amount_yen: 3_120_000,
        budget_line: '款8 土木費',
        budget_year: 2027,
        page: '12',
        division_name: '交通政策課',
      },
    ]);
    expect(town.evicted).toEqual(
      expect.arrayContaining(['answers', `proposal:${round.proposalId}`, `policy:${round.policyId}`]),
    );
    expect(await town.rows(`select is_public from events where verb = 'reflection.recorded'`)).toEqual([
      { is_public: true },
    ]);
  });

  test('only the vote makes it budgeted, and a correction takes that back without rewriting', async () => {
    expect(reflectionOf(await steps()).budgeted).toBeNull();
    await town.perform(
      officer(),
      recordStep,
      step({
        step: 'voted',
        happenedOn: '2027-03-24',
        document: '議決結果一覧',
        page: '2',
        budgetLine: '款8 土木費',
        amountYen: '3120000',
      }),
    );
    const vote = reflectionOf(await steps()).budgeted;
    expect(vote?.happened_on).toBe('2027-03-24');
    const correction = {
      step: 'draft-budget',
      happenedOn: '2027-03-24',
      document: '予算案 説明書',
      budgetLine: '款8  土木費',
      correctsId: vote!.id,
    };
    await town.perform(officer(), recordStep, step(correction));
    expect(reflectionOf(await steps()).budgeted).toBeNull();
    expect(await steps()).toHaveLength(3);
    expect(await say(correction)).toBe('correctsId:corrected-already');
  });

  test('of two corrections of one step at the same moment one is refused', async () => {
    const target = reflectionOf(await steps()).present!.id;
    const input = {
      step: 'voted',
      happenedOn: '2027-03-25',
      document: '議決結果一覧',
      page: '2',
      budgetLine: '款8 土木費',
      amountYen: '3120000',
      correctsId: target,
    };
    const outcomes = await Promise.all([say(input), say(input)]);
    expect(outcomes.sort()).toEqual(['correctsId:corrected-already', 'done']);
  });

  test('steps stay with a revised answer, and the lead division may record, too', async () => {
    await town.perform(officer(), answerItem, {
      proposalId: round.proposalId,
      version: 1,
      kind: 'partly',
      reason: '8か所を整備します。',
      changeReason: '費用を見なおしたため。',
      decidedOn: '2027-04-01',
      policyId: round.policyId,
    });
    expect(await steps()).toHaveLength(4);
    expect(await say({ step: 'under-way', happenedOn: '2027-04-01' })).toBe('done');
  });

  test('an answer that declines is not followed any further', async () => {
    await town.perform(officer(), answerItem, {
      proposalId: round.proposalId,
      version: 2,
      kind: 'declined',
      reason: '取りやめます。',
      changeReason: '国の補助がなくなったため。',
      decidedOn: '2027-04-01',
    });
    expect(await say({ step: 'under-way', happenedOn: '2027-04-01' })).toBe('not-followed');
    expect(await steps()).toHaveLength(5);
  });
});
