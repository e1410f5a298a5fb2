import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { addDays } from '#kernel/dates.ts';
import { actingDivision, mayRecord, orderProblem, reflectionOf, type StepFacts, standing } from './rules.ts';
import { STEPS, type StepName } from './step.ts';

const steps = (...names: StepName[]): StepFacts[] =>
  names.map((step, index) => ({ id: `${index}`, step, happened_on: addDays('2026-04-01', index), corrects_id: null }));

const reader = (kind: 'division' | 'group', role: 'representative' | 'editor' | 'member', id = 'koutsu'): Reader => {
  const person = { id: 'p', kind: 'person' as const, name: '職員' };
  const acting = { id, kind, name: '交通政策課' };
  return { accountId: 'a', sessionId: 's', person, acting, roles: [{ organisation: acting, role }], level: 1 };
};

describe('F9.8 who records steps', () => {
  const answer = { kind: 'adopted', division_id: 'koutsu', lead_id: 'kyodo' };

  test('the division that answered and the lead division, nobody else', () => {
    expect(mayRecord(reader('division', 'editor'), answer)).toBeNull();
    expect(mayRecord(reader('division', 'representative', 'kyodo'), answer)).toBeNull();
    expect(mayRecord(reader('division', 'editor', 'midori'), answer)).toBe('not-in-charge');
    expect(mayRecord(reader('group', 'representative'), answer)).toBe('not-a-division');
    expect(mayRecord(null, answer)).toBe('not-a-division');
  });

  test('a member of a division does not speak for it', () => {
    expect(actingDivision(reader('division', 'member'))).toBeNull();
    expect(actingDivision(reader('division', 'editor'))?.id).toBe('koutsu');
  });

  test.each(['under-study', 'already-done', 'not-ours', 'declined'])('%s is not followed', (kind) => {
    expect(mayRecord(reader('division', 'editor'), { ...answer, kind })).toBe('not-followed');
  });

  test.each(['adopted', 'partly', 'alternative'])('%s is followed', (kind) => {
    expect(mayRecord(reader('division', 'editor'), { ...answer, kind })).toBeNull();
  });
});

describe('F9.8 the order of steps', () => {
  test('the whole way through the budget, and a second year', () => {
    expect(orderProblem(steps('requested', 'draft-budget', 'voted', 'under-way', 'done'))).toBeNull();
    expect(
      orderProblem(steps('requested', 'voted', 'under-way', 'requested', 'draft-budget', 'voted', 'done')),
    ).toBeNull();
    expect(orderProblem(steps('under-way', 'done'))).toBeNull();
  });

  test('the council votes on what was asked for', () => {
    expect(orderProblem(steps('voted'))).toBe('vote-needs-request');
    expect(orderProblem(steps('under-way', 'voted'))).toBe('vote-needs-request');
    expect(orderProblem(steps('requested', 'voted', 'voted'))).toBe('vote-needs-request');
    expect(orderProblem(steps('requested', 'dropped', 'voted'))).toBe('vote-needs-request');
  });

  test('what is done or dropped begins anew', () => {
    expect(orderProblem(steps('done', 'dropped'))).toBe('out-of-order');
    expect(orderProblem(steps('requested', 'dropped', 'done'))).toBe('out-of-order');
    expect(orderProblem(steps('dropped', 'requested'))).toBeNull();
  });

  test('a correction takes the place of what it corrects', () => {
    const wrong = steps('requested', 'voted');
    const right: StepFacts = { id: '9', step: 'draft-budget', happened_on: wrong[1]!.happened_on, corrects_id: '1' };
    expect(reflectionOf(wrong).budgeted?.step).toBe('voted');
    expect(standing([...wrong, right]).map((one) => one.step)).toEqual(['requested', 'draft-budget']);
    expect(reflectionOf([...wrong, right]).budgeted).toBeNull();
  });

  test('a step recorded late stands where it happened', () => {
    const late: StepFacts = { id: '7', step: 'draft-budget', happened_on: '2026-03-31', corrects_id: null };
    expect(standing([...steps('requested'), late]).map((one) => one.step)).toEqual(['draft-budget', 'requested']);
  });

  test('only the vote of the council makes it budgeted', () => {
    for (const step of STEPS) {
      if (step !== 'voted') expect(reflectionOf(steps('requested', 'draft-budget', step)).budgeted).toBeNull();
    }
    expect(reflectionOf(steps('requested', 'voted')).budgeted).not.toBeNull();
    expect(reflectionOf(steps('requested', 'voted', 'done')).budgeted).not.toBeNull();
    expect(reflectionOf(steps('requested', 'voted', 'dropped')).budgeted).toBeNull();
  });

  test('whatever is recorded one by one under the rules, budgeted means asked for, voted, and not dropped since', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(30), fc.boolean()), { maxLength: 14 }),
        (tries) => {
          let kept: StepFacts[] = [];
          for (const [index, [step, offset, corrects]] of tries.entries()) {
            const target = corrects ? standing(kept).at(-1) : undefined;
            const next = {
              id: `${index}`,
              step,
              happened_on: addDays('2026-04-01', offset),
              corrects_id: target?.id ?? null,
            };
            if (orderProblem(standing([...kept, next])) === null) kept = [...kept, next];
          }
          const names = standing(kept).map((one) => one.step);
          expect(orderProblem(standing(kept))).toBeNull();
          expect(names.length).toBe(kept.length - kept.filter((one) => one.corrects_id !== null).length);
          const { budgeted } = reflectionOf(kept);
          const vote = names.lastIndexOf('voted');
          expect(budgeted !== null).toBe(vote >= 0 && !names.slice(vote).includes('dropped'));
          if (vote >= 0)
            expect(names.slice(0, vote).some((name) => name === 'requested' || name === 'draft-budget')).toBe(true);
        },
      ),
    );
  });
});
