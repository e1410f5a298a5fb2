import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { addDays, startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { BOUNDARIES, movable, planMove } from './moves.ts';
import { datesFrom, type RoundFacts } from './stages.ts';
import { asPlanned } from './views/moves.ts';

const rules = defaultRules.rounds;
const round: RoundFacts = { ...datesFrom('2026-10-01', rules), published_at: null };
const now = new Date('2026-11-10T12:00:00+09:00');

describe('F9.4 moving a date', () => {
  test('only dates ahead of a round that is not published can be moved', () => {
    expect(movable(round, now)).toEqual(['drafting', 'checking', 'publishing']);
    expect(movable({ ...round, published_at: now }, now)).toEqual([]);
  });

  test.each([
    ['debating', '2026-11-20', 'stage-begun'],
    ['drafting', '2026-11-10', 'into-the-past'],
    ['drafting', '2026-10-20', 'into-the-past'],
    ['drafting', '2026-12-05', 'same-day'],
    ['checking', '2026-12-05', 'before-the-stage-before'],
    ['drafting', '2026-12-19', 'after-the-stage-after'],
  ] as const)('%s to %s: %s', (boundary, day, no) => {
    expect(planMove(round, { boundary, day, follow: false }, now, rules)).toMatchObject({ no });
  });

  test('a published round keeps its dates', () => {
    const published = { ...round, published_at: now };
    const wish = { boundary: 'publishing', day: '2027-02-01', follow: true } as const;
    expect(planMove(published, wish, now, rules)).toEqual({ no: 'round-published' });
  });

  test('the city’s limits follow the publication, by the rules the round began under', () => {
    const plan = planMove(round, { boundary: 'publishing', day: '2027-01-19', follow: false }, now, {
      ...rules,
      days: { ...rules.days, interimAnswer: 30, finalAnswer: 90 },
    });
    if ('no' in plan) throw new Error(plan.no);
    expect(tokyoDate(plan.dates.interim_answer_at)).toBe('2027-02-18');
    expect(tokyoDate(plan.dates.final_answer_at)).toBe('2027-04-19');
  });

  test('whatever is wished for: order is kept, nothing moves into the past, what has begun stays', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BOUNDARIES),
        fc.integer({ min: -120, max: 200 }),
        fc.boolean(),
        fc.integer({ min: -20, max: 130 }),
        (boundary, by, follow, passed) => {
          const moment = new Date(round.collecting_at.getTime() + passed * 86_400_000 + 3_600_000);
          const day = addDays(tokyoDate(round[`${boundary}_at`]), by);
          const plan = planMove(round, { boundary, day, follow }, moment, rules);
          if ('no' in plan) return;
          const { dates } = plan;
          const row = [...BOUNDARIES.map((one) => dates[`${one}_at`]), dates.interim_answer_at];
          for (const [at, date] of row.slice(1).entries()) expect(date > row[at]!).toBe(true);
          expect(dates.final_answer_at >= dates.interim_answer_at && dates.closing_at > dates.final_answer_at).toBe(
            true,
          );
          for (const one of BOUNDARIES) {
            const [old, present] = [round[`${one}_at`], dates[`${one}_at`]];
            if (old <= moment) expect(present).toEqual(old);
            else expect(present > moment).toBe(true);
          }
          expect(dates[`${boundary}_at`]).toEqual(startOfTokyoDay(day));
        },
      ),
    );
  });

  test('the plan of old is found again behind several moves', () => {
    const one = planMove(round, { boundary: 'drafting', day: '2026-12-12', follow: true }, now, rules);
    if ('no' in one) throw new Error(one.no);
    const then: RoundFacts = { ...round, ...one.dates };
    const two = planMove(then, { boundary: 'drafting', day: '2026-12-10', follow: false }, now, rules);
    if ('no' in two) throw new Error(two.no);
    const row = { round_id: '', reason: '', moved_at: now, actor_name: '', is_meant: true };
    const moves = [
      ...one.moved.map((moved) => ({ ...row, ...moved, id: '1' })),
      ...two.moved.map((moved) => ({ ...row, ...moved, id: '2' })),
    ];
    const planned = asPlanned({ ...then, ...two.dates }, moves)!;
    for (const boundary of BOUNDARIES) expect(planned[`${boundary}_at`]).toEqual(round[`${boundary}_at`]);
  });
});
