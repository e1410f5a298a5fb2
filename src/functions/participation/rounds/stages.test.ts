import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { startOfTokyoDay } from '#kernel/dates.ts';
import {
  calendar,
  datesFrom,
  nextChange,
  type RoundFacts,
  roundsOfYear,
  STAGES,
  stagePeriod,
  stateOf,
} from './stages.ts';

const rules = defaultRules.rounds;
const round: RoundFacts = { ...datesFrom('2026-10-01', rules), published_at: null };

describe('F9.4 the round moves by the clock', () => {
  test.each([
    ['2026-09-30', 'planned'],
    ['2026-10-01', 'collecting'],
    ['2026-11-01', 'debating'],
    ['2026-12-04', 'debating'],
    ['2026-12-05', 'drafting'],
    ['2026-12-19', 'checking'],
    ['2027-01-09', 'publishing'],
    ['2027-06-01', 'publishing'],
  ])('on %s an unpublished round is %s', (day, state) => {
    expect(stateOf(round, startOfTokyoDay(day))).toBe(state);
  });

  test('publication starts the clock of the city, whenever it comes', () => {
    const published = { ...round, published_at: startOfTokyoDay('2027-01-09') };
    expect(stateOf(published, startOfTokyoDay('2027-01-09'))).toBe('answering');
    expect(stateOf(published, published.final_answer_at)).toBe('reflecting');
    expect(stateOf(published, published.closing_at)).toBe('closed');
  });

  test('by default four rounds in a fiscal year, numbered from April', () => {
    expect(roundsOfYear(2026, rules).map((one) => [one.fiscal_year, one.number])).toEqual([
      [2026, 1],
      [2026, 2],
      [2026, 3],
      [2026, 4],
    ]);
    expect(roundsOfYear(2026, rules)[3]?.collecting_at).toEqual(startOfTokyoDay('2027-01-01'));
  });

  test('a hub with two rounds a year has two', () => {
    expect(roundsOfYear(2027, { ...rules, starts: ['02-29', '08-01'] })).toHaveLength(2);
  });

  test('whatever the lengths, stages follow one another without a gap and the next change is ahead', () => {
    const day = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(
        fc.record({
          collecting: day,
          debating: day,
          drafting: day,
          checking: day,
          interimAnswer: day,
          finalAnswer: day,
          reflecting: day,
        }),
        fc.integer({ min: 0, max: 900 }),
        fc.boolean(),
        (days, offset, isPublished) => {
          const facts: RoundFacts = { ...datesFrom('2026-04-01', { ...rules, days }), published_at: null };
          const now = new Date(facts.collecting_at.getTime() + offset * 86_400_000);
          if (isPublished && now >= facts.publishing_at) facts.published_at = facts.publishing_at;
          const state = stateOf(facts, now);
          const next = nextChange(facts, now);
          if (next) {
            expect(next > now).toBe(true);
            expect(stateOf(facts, next)).not.toBe(state);
          }
          if (state !== 'planned' && state !== 'closed' && state !== 'publishing') {
            const period = stagePeriod(facts, state);
            expect(period.start <= now && (period.end === null || now < period.end)).toBe(true);
          }
          expect(STAGES.includes(state as never) || state === 'planned' || state === 'closed').toBe(true);
        },
      ),
    );
  });

  test('the calendar always holds a round that still takes proposals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), (offset) => {
        const now = new Date(startOfTokyoDay('2026-01-01').getTime() + offset * 86_400_000);
        expect(calendar(now, rules).some((one) => one.debating_at > now)).toBe(true);
      }),
    );
  });
});
