import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentSlot, nextAsked, stateOfNew } from './rules.ts';
import { partsOf, timesOf } from './times.ts';

const now = new Date('2026-10-10T12:00:00+09:00');
const typed = { date: '2026-11-03', from: '13:00', lastDate: '', to: '16:00', callUntil: '2026-10-20' };
const codes = (more: Partial<typeof typed>) => {
  const read = timesOf({ ...typed, ...more }, now);
  return 'problems' in read ? read.problems.map(({ field, code }) => `${field}:${code}`) : [];
};

describe('F1.4 times of a showcase', () => {
  test('are read by the clock of Tokyo, and what makes no sense is said at its field', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ from: '25:00', to: 'x' })).toEqual(['from:not-a-time', 'to:not-a-time']);
    expect(codes({ to: '12:00' })).toEqual(['to:ends-before-start']);
    expect(codes({ lastDate: '2026-11-02' })).toEqual(['lastDate:ends-before-start']);
    expect(codes({ date: '2026-10-01' })).toEqual(['date:in-the-past']);
    expect(codes({ date: '2029-11-03' })).toEqual(['date:too-far']);
    expect(codes({ callUntil: '2026-11-04' })).toEqual(['callUntil:call-after-start']);
    const onTheDay = timesOf({ ...typed, callUntil: '2026-11-03' }, now);
    expect('times' in onTheDay && onTheDay.times.call_until).toEqual(new Date('2026-11-03T13:00:00+09:00'));
  });

  test('parts follow each other, never overlap, and none ends after the end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 60 }),
        (whole, minutes, pause) => {
          const to = new Date(now.getTime() + whole * 60_000);
          const parts = partsOf(now, to, { minutes, pause, most: 1000 });
          expect(parts.length).toBe(whole < minutes ? 0 : 1 + Math.floor((whole - minutes) / (minutes + pause)));
          for (const [at, part] of parts.entries()) {
            expect(part.ends_at.getTime() - part.starts_at.getTime()).toBe(minutes * 60_000);
            expect(part.ends_at <= to).toBe(true);
            if (at > 0) expect(part.starts_at >= parts[at - 1]!.ends_at).toBe(true);
          }
        },
      ),
    );
  });

  test('what is on is what has begun and not ended, else what comes next, else the last', () => {
    const at = (from: string, to: string) => ({
      starts_at: new Date(`2026-11-03T${from}+09:00`),
      ends_at: new Date(`2026-11-03T${to}+09:00`),
    });
    const slots = [at('13:00', '13:20'), at('13:30', '13:50')];
    const on = (clock: string) => slots.indexOf(currentSlot(slots, new Date(`2026-11-03T${clock}+09:00`))!);
    expect(['12:00', '13:10', '13:20', '13:30', '15:00'].map(on)).toEqual([0, 0, 1, 1, 1]);
    expect(currentSlot([], now)).toBeNull();
  });
});

describe('F1.4 whose turn it is', () => {
  const hand = (id: string, state: 'raised' | 'holding' | 'asked', rank: number | null = null) => ({
    id,
    slot_id: 's',
    group_id: id,
    state,
    rank,
    ended_at: null,
  });

  test('the first gets a free slot at once; otherwise hands wait', () => {
    expect(stateOfNew('first', [])).toBe('holding');
    expect(stateOfNew('first', [hand('a', 'asked')])).toBe('raised');
    expect(stateOfNew('choice', [])).toBe('raised');
    expect(stateOfNew('lot', [])).toBe('raised');
  });

  test('who is asked next follows the rule: in the order of raising, by the lot, or by nobody', () => {
    const waiting = [hand('a', 'raised', 2), hand('b', 'raised', 1), hand('c', 'raised')];
    expect(nextAsked({ rule: 'first', drawn_at: null }, waiting)?.id).toBe('a');
    expect(nextAsked({ rule: 'choice', drawn_at: null }, waiting)).toBeNull();
    expect(nextAsked({ rule: 'lot', drawn_at: null }, waiting)).toBeNull();
    expect(nextAsked({ rule: 'lot', drawn_at: now }, waiting)?.id).toBe('b');
    expect(nextAsked({ rule: 'first', drawn_at: null }, [hand('a', 'holding')])).toBeNull();
  });
});
