import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sayOpinion } from '#commons/discussion/index.ts';
import { rulesOf } from '#commons/hubs/index.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { answerOpinions } from './answer-opinions.ts';
import { beginStage } from './begin-stage.ts';
import { endPlan } from './end-plan.ts';
import { moveDate } from './move-date.ts';
import {
  COMMENT_ON,
  DECISION_ON,
  DRAFT_ON,
  DRAFT_UNTIL,
  inComment,
  type Preparing,
  planNow,
  postedPlan,
  preparing,
  stageNow,
  written,
} from './plan-for-tests.ts';
import { postPlan } from './post-plan.ts';

let town: TestTown;
let people: Preparing;

beforeAll(async () => {
  town = await openTestTown();
  people = await preparing(town);
});
afterAll(() => town.close());

const draft = (planId: string, more: Record<string, unknown> = {}) => ({
  planId,
  stage: 'draft',
  openPoints: '植えかえの順番',
  fixedPoints: '木の種類',
  untilOn: DRAFT_UNTIL,
  ...more,
});

describe('F9.9 opening a plan, refused', () => {
  const say = (more: Record<string, unknown>, reader = people.officer) => town.refusal(reader, postPlan, written(more));

  test('to a person, a group, and a mere member of the division', async () => {
    town.today('2026-10-10');
    expect(await say({}, people.citizen)).toBe('city-only');
    const group = await town.organisation('group', '花の会', [[people.citizen, 'representative']]);
    expect(await say({}, town.as(people.citizen, group))).toBe('city-only');
    expect(await say({}, town.as(people.clerk, people.division, 'member'))).toBe('member-only');
  });

  test('at the field: what is missing, no real day, days out of order, a period in the past or into the next stage', async () => {
    expect(await say({ about: ' ' })).toBe('about:required');
    expect(await say({ kind: 'dream' })).toBe('kind:not-a-choice');
    expect(await say({ decisionOn: '2027-02-30' })).toBe('decisionOn:not-a-date');
    expect(await say({ draftOn: '' })).toBe('draftOn:required');
    expect(await say({ draftOn: '2026-10-10' })).toBe('draftOn:before-today');
    expect(await say({ decisionOn: COMMENT_ON })).toBe('decisionOn:out-of-order');
    expect(await say({ commentOn: DRAFT_ON })).toBe('commentOn:out-of-order');
    expect(await say({ workBeganOn: '2026-10-11' })).toBe('workBeganOn:in-the-future');
    expect(await say({ untilOn: '' })).toBe('untilOn:required');
    expect(await say({ untilOn: '2026-10-09' })).toBe('untilOn:before-today');
    expect(await say({ untilOn: DRAFT_ON })).toBe('untilOn:out-of-order');
    expect(await say({ policyId: town.roundId })).toBe('policyId:no-policy');
    expect(await say({ about: 'あ'.repeat(rulesOf(town.hub).limits.proposal + 1) })).toBe('about:too-long');
  });

  test('with stages that are over but have no day, or one that lies ahead', async () => {
    const late = { stage: 'comment', untilOn: '2026-11-20', commentOn: '' };
    expect(await say({ ...late, draftOn: '' })).toBe('draftOn:required');
    expect(await say({ ...late, draftOn: DRAFT_ON })).toBe('draftOn:in-the-future');
    expect(await say({ ...late, draftOn: '2026-08-30' })).toBe('workBeganOn:opened-before-work');
  });

  test('nothing half-written stays', async () => {
    expect(await town.rows('select id from plans')).toEqual([]);
    expect(await town.rows('select id from debates')).toEqual([]);
  });
});

describe('F9.9 opening a plan', () => {
  test('at its concept: stages with their days, a debate that is open, an event with the whole text', async () => {
    town.evicted.length = 0;
    const plan = await planNow(town, await postedPlan(town, people));
    expect(plan).toMatchObject({
      stage: 'concept',
      opened_stage: 'concept',
      draft_on: DRAFT_ON,
      decision_on: DECISION_ON,
    });
    expect(plan.stages.map((one) => [one.stage, one.began_on, one.planned_on])).toEqual([
      ['concept', '2026-10-10', '2026-10-10'],
      ['draft', null, DRAFT_ON],
      ['comment', null, COMMENT_ON],
      ['decision', null, DECISION_ON],
    ]);
    const [debate] = await town.rows('select kind, host_id, title, closes_at from debates where id = $1', [
      plan.stages[0]!.id,
    ]);
    expect(debate).toMatchObject({
      kind: 'plan',
      host_id: people.division.id,
      title: '緑の基本計画（構想）',
      closes_at: new Date('2026-11-10T00:00:00+09:00'),
    });
    expect(town.evicted).toEqual(expect.arrayContaining(['plans', `plan:${plan.id}`, `actor:${people.division.id}`]));
    const [part] = await town.rows<{ content: Record<string, unknown> }>(
      `select p.content from event_parts p join events e on e.hub_id = p.hub_id and e.id = p.event_id where e.object_id = $1`,
      [plan.id],
    );
    expect(part!.content).toMatchObject({ openPoints: '植える木の種類\n順番', workBeganOn: '2026-09-01' });
  });

  test('late: the stages before have the day they had, and no page of their own', async () => {
    const id = await postedPlan(town, people, {
      stage: 'draft',
      conceptOn: '2026-09-15',
      draftOn: '',
      untilOn: '2026-11-09',
    });
    const plan = await planNow(town, id);
    expect(plan).toMatchObject({ stage: 'draft', opened_stage: 'draft', draft_on: '2026-10-10' });
    expect(plan.stages[0]).toMatchObject({ began_on: '2026-09-15', began_at: null, closes_at: null });
    expect(await town.rows('select id from debates where id = $1', [plan.stages[0]!.id])).toEqual([]);
  });

  test('formal comments for fewer days than the rule need a public reason', async () => {
    const formal = { stage: 'comment', draftOn: '2026-10-01', commentOn: '', untilOn: '2026-11-07' };
    const say = (more: Record<string, unknown>) =>
      town.refusal(people.officer, postPlan, written({ ...formal, ...more }));
    expect(await say({ untilOn: '2026-11-07' })).toBe('shortReason:period-short');
    expect(await say({ untilOn: '2026-11-07', shortReason: '法の施行日が12月1日のため' })).toBe('done');
    expect(await say({ untilOn: '2026-11-08' })).toBe('done');
  });

  test('the same form sent twice opens one plan', async () => {
    const once = crypto.randomUUID();
    const first = await town.perform(people.officer, postPlan, written({ title: '一度だけ' }), { once });
    expect(await town.perform(people.officer, postPlan, written({ title: '一度だけ' }), { once })).toEqual(first);
    expect(await town.rows(`select id from plans where title = '一度だけ'`)).toHaveLength(1);
  });
});

describe('F9.9 the next stage', () => {
  test('waits for the end of the period, and for whoever is in charge', async () => {
    town.today('2026-10-10');
    const planId = await postedPlan(town, people);
    expect(await town.refusal(people.officer, beginStage, draft(planId))).toBe('still-open');
    town.today(DRAFT_ON);
    const theirs = town.as(people.officer, people.other, 'editor');
    expect(await town.refusal(theirs, beginStage, draft(planId))).toBe('not-in-charge');
    expect(await town.refusal(people.citizen, beginStage, draft(planId))).toBe('not-in-charge');
    expect(await town.refusal(people.officer, beginStage, draft(planId), { hub: town.neighbour })).toBe('not-found');
    expect(await town.refusal(people.officer, beginStage, draft(planId, { untilOn: COMMENT_ON }))).toBe(
      'untilOn:out-of-order',
    );
    expect(await town.refusal(people.officer, beginStage, draft(planId, { stage: 'comment' }))).toBe('stage-begun');
  });

  test('waits for the answers, or says in public why it does not', async () => {
    town.today('2026-10-10');
    const planId = await postedPlan(town, people);
    const { id: stageId } = await stageNow(town, planId, 'concept');
    const said = await town.perform(people.citizen, sayOpinion, {
      debateId: stageId,
      kind: 'opinion',
      body: '実のなる木を植えてほしい。',
    });
    await town.perform(people.citizen, sayOpinion, { debateId: stageId, kind: 'question', body: '何本ですか。' });
    town.today(DRAFT_ON);
    expect(await town.refusal(people.officer, beginStage, draft(planId))).toBe('aheadReason:answers-missing');
    await town.perform(people.officer, beginStage, draft(planId, { aheadReason: '台風の被害の調査を先にしたため' }));
    expect(await stageNow(town, planId, 'draft')).toMatchObject({
      began_on: DRAFT_ON,
      left_unanswered: 1,
      ahead_reason: '台風の被害の調査を先にしたため',
    });
    const answered = { stageId, items: said.id, kind: 'adopted', reason: '加えます。', decidedOn: DRAFT_ON };
    expect(await town.refusal(people.officer, answerOpinions, answered)).toBe('done');
    town.today(COMMENT_ON);
    const comment = draft(planId, { stage: 'comment', untilOn: '2027-02-13' });
    expect(await town.refusal(people.officer, beginStage, comment)).toBe('done');
    expect(await stageNow(town, planId, 'comment')).toMatchObject({ left_unanswered: 0, ahead_reason: '' });
  });

  test('of two officers who press at the same moment one is told that it has begun', async () => {
    town.today('2026-10-10');
    const planId = await postedPlan(town, people);
    town.today(DRAFT_ON);
    const outcomes = await Promise.all([
      town.refusal(people.officer, beginStage, draft(planId)),
      town.refusal(people.officer, beginStage, draft(planId)),
    ]);
    expect(outcomes.sort()).toEqual(['done', 'stage-begun']);
    expect(
      await town.rows('select 1 as one from debates d join plan_stages s on s.id = d.id where s.plan_id = $1', [
        planId,
      ]),
    ).toHaveLength(2);
  });

  test('the decision ends it; nothing can be moved or begun any more', async () => {
    town.today('2026-10-10');
    const { planId } = await inComment(town, people);
    town.today(DECISION_ON);
    const decided = { planId, stage: 'decision', fixedPoints: '10年で植えかえる', changes: '順番を変えた' };
    await town.perform(people.officer, beginStage, decided);
    const plan = await planNow(town, planId);
    expect(plan).toMatchObject({
      stage: 'decision',
      decided_at: town.now(),
      open_until: null,
      decision_on: DECISION_ON,
    });
    expect(await town.refusal(people.officer, beginStage, decided)).toBe('decided');
    expect(await town.refusal(people.officer, endPlan, { id: planId, reason: 'やめます' })).toBe('decided');
    const last = { stageId: plan.stages[3]!.id, which: 'start', fromOn: DECISION_ON, toOn: '2027-04-01', reason: 'x' };
    expect(await town.refusal(people.officer, moveDate, last)).toBe('decided');
  });
});
