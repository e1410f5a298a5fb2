import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#kernel/dates.ts';
import { heldText } from './letter.ts';
import { STATES } from './request.ts';
import { daysLeft, dueAfterAnswer, overdueDays, sightOf, toldStep } from './rules.ts';

describe('F7.7 the clock of a request', () => {
  test('stands still while a question waits, and never runs back', () => {
    const days = fc.integer({ min: -3, max: 200 });
    fc.assert(
      fc.property(days, (waited) => {
        const due = dueAfterAnswer('2026-06-01', '2026-05-20', addDays('2026-05-20', waited));
        expect(due).toBe(addDays('2026-06-01', Math.max(0, waited)));
      }),
    );
  });

  test('is overdue only while it is the office’s turn', () => {
    const late = STATES.map((state) => overdueDays({ state, due_on: '2026-06-01' }, '2026-06-05'));
    expect(late).toEqual([4, 0, 0, 0, 0]);
    expect(overdueDays({ state: 'received', due_on: '2026-06-01' }, '2026-06-01')).toBe(0);
  });
});

describe('F7.7 telling the office', () => {
  test('begins three days before, goes on on the first day over and then each week, and never counts back', () => {
    const on = (days: number) => toldStep('2026-06-10', addDays('2026-06-10', days));
    expect([-9, -4, -3, 0, 1, 7, 8, 14, 15, 22].map(on)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 5]);
    const day = fc.integer({ min: -400, max: 400 });
    fc.assert(fc.property(day, (days) => on(days + 1) >= on(days)));
  });

  test('days left are counted only while they are few and the office has the turn', () => {
    const left = (state: 'received' | 'question', today: string) => daysLeft({ state, due_on: '2026-06-10' }, today);
    expect(left('received', '2026-06-06')).toBeNull();
    expect([left('received', '2026-06-07'), left('received', '2026-06-10')]).toEqual([3, 0]);
    expect([left('received', '2026-06-11'), left('question', '2026-06-09')]).toEqual([null, null]);
  });
});

test('F7.7 both sides see all, others granted 後援 alone', () => {
  const who = (id: string, role: 'member' | 'editor') => ({
    roles: [{ organisation: { id, kind: 'group' as const, name: '' }, role }],
  });
  const of = (kind: 'patronage' | 'recommendation', state: 'received' | 'granted') => ({
    group_id: 'g',
    asked_id: 'o',
    kind,
    state,
  });
  expect(sightOf(who('g', 'editor'), of('patronage', 'received'))).toBe('all');
  expect(sightOf(who('o', 'member'), of('patronage', 'received'))).toBe('all');
  expect(sightOf(who('g', 'member'), of('patronage', 'received'))).toBeNull();
  expect(sightOf(null, of('patronage', 'granted'))).toBe('granted');
  expect(sightOf(null, of('recommendation', 'granted'))).toBeNull();
});

describe('F7.7 the days of what is asked for', () => {
  test('one day is one, also where it was typed as the last one', () => {
    const one = heldText({ held_on: '2026-12-20', held_until: null }, 'ja');
    expect(heldText({ held_on: '2026-12-20', held_until: '2026-12-20' }, 'ja')).toBe(one);
    expect(heldText({ held_on: '2026-12-20', held_until: '2026-12-21' }, 'ja')).toContain('〜');
  });
});
