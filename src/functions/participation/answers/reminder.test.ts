import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followUpClock } from './follow-up-clock.ts';
import { reminderStep } from './reminder.ts';

describe('F9.7 how often somebody is told of what is overdue', () => {
  test('daily at first, then ever more seldom', () => {
    const days = Array.from({ length: 121 }, (_, day) => day);
    const told = days.filter((day) => day > 0 && reminderStep(day) > reminderStep(day - 1));
    expect(told).toEqual([1, 2, 3, 7, 14, 30, 60, 90, 120]);
  });

  test('whoever is told once a day is told every step at most once, and never out of turn', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (a, b) => {
        expect(reminderStep(Math.max(a, b))).toBeGreaterThanOrEqual(reminderStep(Math.min(a, b)));
      }),
    );
  });
});

describe('F9.7 the clock of a follow-up question', () => {
  const question = (answered: string | null, withdrawn = false, hidden = false) => ({
    due_on: '2027-01-23',
    answered_at: answered ? new Date(`${answered}T12:00:00+09:00`) : null,
    withdrawn_at: withdrawn ? new Date('2027-01-10T00:00:00Z') : null,
    hidden_at: hidden ? new Date('2027-01-10T00:00:00Z') : null,
  });
  const at = (day: string) => new Date(`${day}T12:00:00+09:00`);

  test('runs to its day, is overdue after it, and says how late a reply was', () => {
    expect(followUpClock(question(null), at('2027-01-23'))).toEqual({ state: 'open', days: 0 });
    expect(followUpClock(question(null), at('2027-01-25'))).toEqual({ state: 'overdue', days: 2 });
    expect(followUpClock(question('2027-01-23'), at('2027-03-01'))).toEqual({ state: 'on-time', days: 0 });
    expect(followUpClock(question('2027-01-26'), at('2027-03-01'))).toEqual({ state: 'late', days: 3 });
    expect(followUpClock(question(null, true), at('2027-03-01'))).toEqual({ state: 'withdrawn', days: 0 });
    expect(followUpClock(question(null, false, true), at('2027-03-01'))).toEqual({ state: 'hidden', days: 0 });
    expect(followUpClock(question('2027-01-26', false, true), at('2027-03-01')).state).toBe('late');
  });
});
