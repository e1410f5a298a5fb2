import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import { addDays, startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { answerDates, datesFrom } from '../rounds/stages.ts';
import { ANSWER_KINDS, type AnswerKind } from './answer.ts';
import { type AnswerTimes, answerClock } from './clock.ts';

const rules = defaultRules.rounds;
const publishedOn = '2026-07-10';
const round = {
  ...datesFrom('2026-04-01', rules),
  ...answerDates(publishedOn, rules),
  published_at: new Date(startOfTokyoDay(publishedOn).getTime() + 3_600_000),
};
/** noon of the n-th day after the publication */
const day = (n: number) => new Date(startOfTokyoDay(addDays(publishedOn, n)).getTime() + 43_200_000);
const given = (
  kind: AnswerKind,
  first: number,
  next: number | null = null,
  final: number | null = first,
): AnswerTimes => ({
  kind,
  next_on: next === null ? null : addDays(publishedOn, next),
  first_at: day(first),
  final_at: kind === 'under-study' || final === null ? null : day(final),
});

describe('F9.7 the clock of an answer', () => {
  test('does not run before the publication', () => {
    expect(answerClock({ ...round, published_at: null }, null, day(400))).toMatchObject({
      state: 'not-begun',
      dueOn: null,
      overdueDays: 0,
    });
  });

  test('counts down to the last day of the interim limit', () => {
    expect(answerClock(round, null, day(0))).toMatchObject({
      state: 'open',
      dueOn: addDays(publishedOn, 59),
      daysLeft: 59,
    });
    expect(answerClock(round, null, day(59))).toMatchObject({ state: 'open', daysLeft: 0, overdueDays: 0 });
  });

  test('says how many days it is overdue', () => {
    expect(answerClock(round, null, day(60))).toMatchObject({ state: 'overdue', daysLeft: null, overdueDays: 1 });
    expect(answerClock(round, null, day(68))).toMatchObject({ state: 'overdue', overdueDays: 9 });
  });

  test('an answer on the last day is in time, one on the next is a day late', () => {
    expect(answerClock(round, given('declined', 59), day(100))).toMatchObject({ state: 'on-time', lateDays: 0 });
    expect(answerClock(round, given('adopted', 60), day(100))).toMatchObject({ state: 'late', lateDays: 1 });
  });

  test('under study keeps the interim limit and then runs to the date it promised', () => {
    expect(answerClock(round, given('under-study', 30, 110), day(60))).toMatchObject({
      state: 'under-study',
      daysLeft: 50,
      beyondLimit: false,
    });
    expect(answerClock(round, given('under-study', 30, 110), day(112))).toMatchObject({
      state: 'overdue',
      overdueDays: 2,
    });
  });

  test('a promise beyond the final limit is said to be one, and the answer that keeps it is late', () => {
    expect(answerClock(round, given('under-study', 30, 365), day(200))).toMatchObject({
      state: 'under-study',
      beyondLimit: true,
    });
    expect(answerClock(round, given('adopted', 30, null, 365), day(366))).toMatchObject({
      state: 'late',
      lateDays: 365 - 179,
    });
  });

  test('is overdue exactly when its day is over, and never both in time and overdue', () => {
    fc.assert(
      fc.property(
        fc.option(
          fc.record({
            kind: fc.constantFrom(...ANSWER_KINDS),
            first: fc.nat(300),
            next: fc.integer({ min: 1, max: 400 }),
            more: fc.nat(200),
          }),
        ),
        fc.nat(800),
        (answer, at) => {
          const times =
            answer && given(answer.kind, answer.first, answer.first + answer.next, answer.first + answer.more);
          const now = day(at);
          const clock = answerClock(round, times, now);
          expect(clock.overdueDays > 0).toBe(clock.state === 'overdue');
          expect(clock.state === 'overdue').toBe(clock.dueOn !== null && clock.dueOn < tokyoDate(now));
          expect(clock.daysLeft === null).toBe(clock.dueOn === null || clock.state === 'overdue');
          if (times === null) expect(clock.lateDays).toBe(0);
          if (times && times.kind !== 'under-study') expect(clock.dueOn).toBeNull();
          if (clock.state === 'late') expect(clock.lateDays).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('a day passing never makes something overdue less overdue', () => {
    fc.assert(
      fc.property(fc.nat(800), (at) => {
        const today = answerClock(round, null, day(at)).overdueDays;
        expect(answerClock(round, null, day(at + 1)).overdueDays).toBeGreaterThanOrEqual(today);
      }),
    );
  });
});
