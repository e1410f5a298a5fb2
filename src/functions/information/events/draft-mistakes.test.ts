import { describe, expect, test } from 'vitest';
import { mistakesAmong, withRegistration } from './draft-mistakes.ts';

const now = new Date('2026-11-01T00:00:00Z');
const WHEN = ['date', 'from', 'to', 'endDate', 'repeat'];
const codes = (typed: Record<string, string>, names: readonly string[]) =>
  mistakesAmong(typed, names, now)?.all.map(({ code, field }) => `${field}:${code}`) ?? [];

describe('while an event is being written (F1.1)', () => {
  test('times that do not fit are said at once, what is not written yet is not', () => {
    const typed = { date: '2026-12-12', from: '14:00', to: '13:00', endDate: '', repeat: 'none' };
    expect(codes(typed, WHEN)).toEqual(['to:ends-before-start']);
    expect(codes({ ...typed, to: '15:00' }, WHEN)).toEqual([]);
    expect(codes({ ...typed, to: '' }, WHEN)).toEqual([]);
    expect(codes({ ...typed, date: '2026-10-01', to: '15:00' }, WHEN)).toEqual(['date:in-the-past']);
    expect(codes({ date: '十二月', from: '', to: '' }, WHEN)).toEqual(['date:not-a-date']);
  });

  test('only fields of the step are spoken of', () => {
    const typed = { date: '2026-12-12', from: '14:00', to: '13:00', fee: '五百' };
    expect(codes(typed, ['fee'])).toEqual(['fee:not-a-number']);
    expect(codes(typed, ['place'])).toEqual([]);
  });

  test('whoever says how many may come takes registrations', () => {
    expect(withRegistration({ capacity: '20', takesRegistrations: '' }).takesRegistrations).toBe('yes');
    expect(withRegistration({ capacity: '', registrationUntil: '2026-12-01' }).takesRegistrations).toBe('yes');
    expect(withRegistration({ capacity: ' ', takesRegistrations: '' }).takesRegistrations).toBe('');
  });
});
