import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#kernel/dates.ts';
import { divisionFigures, type EarlyFacts, earlyFigure } from './early.ts';

const facts = (more: Partial<EarlyFacts> = {}): EarlyFacts => ({
  opened_stage: 'concept',
  work_began_on: '2026-04-01',
  opened_on: '2026-05-01',
  draft_on: '2026-08-01',
  decision_on: '2027-03-31',
  ...more,
});

describe('F9.9 how early a plan was opened', () => {
  test('counts the days before the decision and before the draft, and what share of the work was open', () => {
    expect(earlyFigure(facts())).toEqual({
      daysBeforeDecision: 334,
      daysBeforeDraft: 92,
      daysOfWork: 364,
      openShare: 92,
      beforeDraftShare: 28,
    });
  });

  test('is whole when opened on the first day of work, and nothing when on the day of the decision', () => {
    expect(earlyFigure(facts({ opened_on: '2026-04-01' })).openShare).toBe(100);
    expect(earlyFigure(facts({ opened_on: '2027-03-31' }))).toMatchObject({ openShare: 0, beforeDraftShare: 0 });
  });

  test('is low when opened late, whatever the draft', () => {
    const late = earlyFigure(facts({ opened_stage: 'comment', opened_on: '2027-02-01' }));
    expect(late).toMatchObject({ daysBeforeDraft: 0, beforeDraftShare: 0, openShare: 16, daysBeforeDecision: 58 });
  });

  const day = fc.integer({ min: -2000, max: 2000 }).map((n) => addDays('2026-04-01', n));
  const anyFacts = fc.record({
    opened_stage: fc.constantFrom('concept' as const, 'draft' as const, 'comment' as const),
    work_began_on: day,
    opened_on: day,
    draft_on: day,
    decision_on: day,
  });

  test('stays between 0 and 100 whatever the dates', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        const early = earlyFigure(any);
        for (const share of [early.openShare, early.beforeDraftShare]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(100);
        }
        expect(early.daysBeforeDraft).toBeLessThanOrEqual(early.daysBeforeDecision);
      }),
    );
  });

  test('opening a day earlier never makes it lower', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        const earlier = earlyFigure({ ...any, opened_on: addDays(any.opened_on, -1) });
        const here = earlyFigure(any);
        expect(earlier.openShare).toBeGreaterThanOrEqual(here.openShare);
        expect(earlier.daysBeforeDecision).toBeGreaterThanOrEqual(here.daysBeforeDecision);
      }),
    );
  });

  test('a division of one plan has the figures of that plan', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        const [own] = divisionFigures([{ ...any, actor_id: 'a', actor_name: '公園緑地課' }]);
        const early = earlyFigure(any);
        expect(own).toMatchObject({ plans: 1, openShare: early.openShare });
        expect(own!.medianDaysBeforeDecision).toBe(early.daysBeforeDecision);
      }),
    );
  });

  test('figures of divisions do not depend on the order of their plans', () => {
    const some = fc.array(
      fc.tuple(anyFacts, fc.constantFrom('a', 'b', 'c')).map(([any, id]) => ({ ...any, actor_id: id, actor_name: id })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (plans) => {
        expect(divisionFigures([...plans].reverse())).toEqual(divisionFigures(plans));
        expect(divisionFigures(plans).reduce((sum, one) => sum + one.plans, 0)).toBe(plans.length);
      }),
    );
  });

  test('the days of work are counted in Tokyo days', () => {
    expect(earlyFigure(facts()).daysOfWork).toBe(daysBetween('2026-04-01', '2027-03-31'));
  });
});
