import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sayOpinion } from '#commons/discussion/index.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { beginStage } from './begin-stage.ts';
import { endPlan } from './end-plan.ts';
import { moveDate } from './move-date.ts';
import {
  COMMENT_ON,
  CONCEPT_UNTIL,
  DECISION_ON,
  DRAFT_ON,
  DRAFT_UNTIL,
  type Preparing,
  planNow,
  postedPlan,
  preparing,
  stageNow,
} from './plan-for-tests.ts';
import { revisePlan } from './revise-plan.ts';

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

describe('F9.9 moving a date', () => {
  let planId: string;
  const move = async (stage: 'concept' | 'draft' | 'comment' | 'decision', more: Record<string, unknown>) => {
    const { id } = await stageNow(town, planId, stage);
    return town.refusal(people.officer, moveDate, { stageId: id, which: 'start', reason: '調査のため', ...more });
  };

  test('is refused without a reason, into the past, past its neighbours, from a day it is not on', async () => {
    town.today('2026-10-10');
    planId = await postedPlan(town, people);
    expect(await move('draft', { fromOn: DRAFT_ON, toOn: '2026-12-10', reason: ' ' })).toBe('reason:required');
    expect(await move('draft', { fromOn: DRAFT_ON, toOn: DRAFT_ON })).toBe('toOn:unmoved');
    expect(await move('draft', { fromOn: '2026-12-02', toOn: '2026-12-10' })).toBe('toOn:moved-meanwhile');
    expect(await move('draft', { fromOn: DRAFT_ON, toOn: '2026-10-10' })).toBe('toOn:before-today');
    expect(await move('draft', { fromOn: DRAFT_ON, toOn: CONCEPT_UNTIL })).toBe('toOn:out-of-order');
    expect(await move('draft', { fromOn: DRAFT_ON, toOn: COMMENT_ON })).toBe('toOn:out-of-order');
    expect(await move('concept', { which: 'until', fromOn: CONCEPT_UNTIL, toOn: '2026-10-09' })).toBe(
      'toOn:before-today',
    );
    expect(await move('concept', { which: 'until', fromOn: CONCEPT_UNTIL, toOn: DRAFT_ON })).toBe('toOn:out-of-order');
    expect(await town.rows('select id from plan_moves')).toEqual([]);
  });

  test('keeps the old day and the reason, and the figures go by the new one', async () => {
    expect(await move('decision', { fromOn: DECISION_ON, toOn: '2027-03-29' })).toBe('done');
    const plan = await planNow(town, planId);
    expect(plan.decision_on).toBe('2027-03-29');
    expect(plan.moves).toMatchObject([
      { stage: 'decision', which: 'start', from_on: DECISION_ON, to_on: '2027-03-29', reason: '調査のため' },
    ]);
  });

  test('of a period moves the debate and the limits of the answers; a period that is over stays over', async () => {
    expect(await move('concept', { which: 'until', fromOn: CONCEPT_UNTIL, toOn: '2026-11-20' })).toBe('done');
    const stage = await stageNow(town, planId, 'concept');
    const closes = new Date('2026-11-21T00:00:00+09:00');
    expect(stage).toMatchObject({ until_on: '2026-11-20', closes_at: closes });
    expect(stage.interim_answer_at).toEqual(new Date('2027-01-20T00:00:00+09:00'));
    expect(await town.rows('select closes_at from debates where id = $1', [stage.id])).toEqual([{ closes_at: closes }]);
    town.today('2026-11-21');
    expect(await move('concept', { which: 'until', fromOn: '2026-11-20', toOn: '2026-11-25' })).toBe(
      'toOn:period-over',
    );
  });
});

describe('F9.9 a plan’s text and its end', () => {
  test('a revision keeps what was there; a stale form is refused', async () => {
    town.today('2026-10-10');
    const id = await postedPlan(town, people);
    const text = {
      id,
      version: 1,
      title: '緑の基本計画',
      about: '新しい文章',
      why: '理由',
      openPoints: '種類',
      changed: '調査を加えた',
    };
    expect(await town.refusal(people.citizen, revisePlan, text)).toBe('not-in-charge');
    expect(await town.refusal(people.officer, revisePlan, { ...text, changed: '' })).toBe('changed:required');
    expect(await town.refusal(people.officer, revisePlan, text)).toBe('done');
    expect(await town.refusal(people.officer, revisePlan, text)).toBe('edited-elsewhere');
    const plan = await planNow(town, id);
    expect(plan).toMatchObject({ version: 2, about: '新しい文章' });
    expect(plan.stages[0]).toMatchObject({ open_points: '種類', fixed_points: '' });
    expect(await town.rows('select about from plan_versions where plan_id = $1 and version = 1', [id])).toEqual([
      { about: '街路樹と公園の、これから10年の方針です。' },
    ]);
  });

  test('giving it up ends its debates and leaves the reason', async () => {
    town.today('2026-10-10');
    const id = await postedPlan(town, people);
    const { id: debateId } = await stageNow(town, id, 'concept');
    expect(await town.refusal(people.officer, endPlan, { id, reason: '' })).toBe('reason:required');
    expect(await town.refusal(people.officer, endPlan, { id, reason: '国の補助がなくなったため' })).toBe('done');
    const opinion = { debateId, kind: 'opinion', body: 'まだ言いたい。' };
    expect(await town.refusal(people.citizen, sayOpinion, opinion)).toBe('closed');
    expect(await planNow(town, id)).toMatchObject({ end_reason: '国の補助がなくなったため', open_until: null });
    expect(await town.refusal(people.officer, beginStage, draft(id))).toBe('ended');
    expect(await town.refusal(people.officer, endPlan, { id, reason: 'もう一度' })).toBe('ended');
  });
});
