import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAdmitted, mayRegister, type Places, promotedOf } from './rules.ts';
import { checkedTimes, timesOn, windowOn } from './times.ts';

const at = (text: string) => new Date(`${text}+09:00`);
const event: Places = {
  id: 'x',
  host_id: 'h',
  starts_at: at('2026-11-22T19:00'),
  ends_at: at('2026-11-22T20:30'),
  cancelled_at: null,
  hidden_at: null,
  takes_registrations: true,
  capacity: 10,
  companions: 2,
  registration_from: null,
  registration_until: null,
  taken: 0,
  waiting: 0,
};

describe('F1.1 who may register', () => {
  test.each([
    [{}, '2026-11-20T10:00', null],
    [{ cancelled_at: at('2026-11-01T00:00') }, '2026-11-20T10:00', 'cancelled'],
    [{ takes_registrations: false }, '2026-11-20T10:00', 'no-registration'],
    [{ hidden_at: at('2026-11-01T00:00') }, '2026-11-20T10:00', 'no-registration'],
    [{ registration_from: at('2026-11-21T00:00') }, '2026-11-20T10:00', 'not-yet'],
    [{ registration_until: at('2026-11-20T00:00') }, '2026-11-20T10:00', 'closed'],
    [{}, '2026-11-22T19:00', 'closed'],
    [{}, '2026-11-22T20:30', 'over'],
  ])('%j at %s: %s', (more, now, no) => {
    expect(mayRegister({ ...event, ...more }, at(now))).toBe(no);
  });
});

describe('F1.4 the waiting list', () => {
  test('nobody passes those who wait', () => {
    expect(isAdmitted({ capacity: 10, taken: 9, waiting: 0 }, 1)).toBe(true);
    expect(isAdmitted({ capacity: 10, taken: 9, waiting: 2 }, 1)).toBe(false);
    expect(isAdmitted({ capacity: null, taken: 900, waiting: 0 }, 20)).toBe(true);
  });

  test('lets in from its front, as many as there are places for, and nobody over a larger group before them', () => {
    const queue = fc.array(fc.record({ id: fc.nat(), places: fc.integer({ min: 1, max: 21 }) }), { maxLength: 40 });
    fc.assert(
      fc.property(queue, fc.nat({ max: 60 }), (waiting, free) => {
        const let_in = promotedOf(waiting, free);
        expect(let_in).toEqual(waiting.slice(0, let_in.length));
        const used = let_in.reduce((sum, one) => sum + one.places, 0);
        expect(used).toBeLessThanOrEqual(free);
        const next = waiting[let_in.length];
        if (next) expect(used + next.places).toBeGreaterThan(free);
      }),
    );
  });

  test('whatever comes and goes, no more are let in than there are places, in the order of coming, each once', () => {
    const turn = fc.oneof(
      fc.record({ comes: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ goes: fc.nat({ max: 30 }) }),
    );
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (turns, capacity) => {
        const queue: { id: number; places: number; in: boolean }[] = [];
        const log: number[] = [];
        const taken = () => queue.filter((one) => one.in).reduce((sum, one) => sum + one.places, 0);
        const waiting = () => queue.filter((one) => !one.in).reduce((sum, one) => sum + one.places, 0);
        for (const [id, one] of turns.entries()) {
          if ('comes' in one) {
            if (one.comes > capacity) continue;
            const isIn = isAdmitted({ capacity, taken: taken(), waiting: waiting() }, one.comes);
            queue.push({ id, places: one.comes, in: isIn });
            if (isIn) log.push(id);
          } else if (queue.length > 0) queue.splice(one.goes % queue.length, 1);
          const free = capacity - taken();
          for (const next of promotedOf(
            queue.filter((each) => !each.in),
            free,
          )) {
            next.in = true;
            log.push(next.id);
          }
          expect(taken()).toBeLessThanOrEqual(capacity);
        }
        expect(log).toEqual([...new Set(log)].sort((a, b) => a - b));
      }),
    );
  });
});

describe('F1.1 the times of an event', () => {
  const typed = {
    date: '2026-11-22',
    from: '19:00',
    to: '20:30',
    endDate: '',
    repeat: 'none' as const,
    registrationFrom: '',
    registrationUntil: '',
    takesRegistrations: true,
  };
  const said = (more: Partial<typeof typed>) => {
    try {
      checkedTimes({ ...typed, ...more }, '2026-11-20', at('2026-11-20T12:00'));
      return 'fine';
    } catch (error) {
      return (error as { all: { code: string; field: string }[] }).all
        .map(({ code, field }) => `${field}:${code}`)
        .join(' ');
    }
  };

  test.each([
    [{}, 'fine'],
    [{ from: '１９：００' }, 'fine'],
    [{ from: '25:00', to: 'evening' }, 'from:not-a-time to:not-a-time'],
    [{ to: '18:00' }, 'to:ends-before-start'],
    [{ endDate: '2026-11-21' }, 'endDate:ends-before-start'],
    [{ date: '2026-11-19' }, 'date:in-the-past'],
    [{ date: '2036-11-22' }, 'date:too-far'],
    [{ to: '02:00', endDate: '2026-11-23' }, 'fine'],
    [{ registrationUntil: '2026-11-23' }, 'registrationUntil:registration-ends-late'],
    [{ registrationFrom: '2026-11-22', registrationUntil: '2026-11-21' }, 'registrationFrom:registration-window'],
  ])('%j: %s', (more, expected) => {
    expect(said(more)).toBe(expected);
  });

  test('the last day of registration ends at its midnight, and moves along with each day of a series', () => {
    const input = { ...typed, registrationUntil: '2026-11-20' };
    expect(windowOn(input, '2026-11-29').registration_until).toEqual(at('2026-11-28T00:00'));
    expect(timesOn('2026-11-29', { from: 1140, to: 120, lasts: 1 })).toEqual({
      starts_at: at('2026-11-29T19:00'),
      ends_at: at('2026-11-30T02:00'),
    });
  });
});
