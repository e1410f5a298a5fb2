import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { formatTime, tokyoDate } from '#kernel/dates.ts';
import { filterOf, queryOf } from './list-filter.ts';
import {
  isHost,
  mayCall,
  mayChange,
  mayPublishMinutes,
  mayScribe,
  maySettleName,
  mayWriteMinutes,
  nextChange,
  stateOf,
} from './rules.ts';
import { isMoved, momentOf, timesOf } from './times.ts';

const hub = { rules: defaultRules };
const ME = 'me';
const reader = (more: Partial<Reader> = {}): Reader => ({
  accountId: '',
  sessionId: '',
  person: { id: ME, kind: 'person', name: 'わたし' },
  acting: { id: ME, kind: 'person', name: 'わたし' },
  roles: [],
  level: 1,
  ...more,
});
const group = { id: 'g', kind: 'group' as const, name: '会' };
const meeting = {
  host_id: ME,
  starts_at: new Date('2026-11-15T19:00:00+09:00'),
  ends_at: new Date('2026-11-15T20:30:00+09:00'),
  cancelled_at: null,
};
const at = (text: string) => new Date(`2026-11-${text}+09:00`);

describe('F9.2 rules of meetings', () => {
  test('anybody with a confirmed contact calls one; an organisation through those who speak for it', () => {
    expect(mayCall(hub, null)).toBe('sign-in');
    expect(mayCall(hub, reader({ level: 0 }))).toBe('level');
    expect(mayCall(hub, reader())).toBeNull();
    const member = reader({ acting: group, roles: [{ organisation: group, role: 'member' }] });
    expect(mayCall(hub, member)).toBe('member-only');
    expect(mayCall(hub, reader({ acting: group, roles: [{ organisation: group, role: 'editor' }] }))).toBeNull();
  });

  test('a host is who called it, as whom it acts now', () => {
    expect(isHost(reader(), meeting)).toBe(true);
    expect(isHost(reader({ acting: group, roles: [{ organisation: group, role: 'editor' }] }), meeting)).toBe(false);
    expect(isHost(null, meeting)).toBe(false);
  });

  test('the screen is open from two hours before until three days after', () => {
    const scribe = (now: Date) =>
      mayScribe(reader({ person: { id: 's', kind: 'person', name: '書記' } }), meeting, true, now);
    expect(scribe(at('15T16:59:59'))).toBe('scribing-later');
    expect(scribe(at('15T17:00:00'))).toBeNull();
    expect(scribe(at('18T20:29:59'))).toBeNull();
    expect(scribe(at('18T20:30:00'))).toBe('scribing-over');
    expect(mayScribe(reader({ acting: group }), meeting, false, at('15T19:00:00'))).toBe('not-scribe');
    expect(mayScribe(null, meeting, false, at('15T19:00:00'))).toBe('sign-in');
  });

  test('changes end with the meeting, minutes begin with it', () => {
    expect(mayChange(reader(), meeting, at('15T20:29:59'))).toBeNull();
    expect(mayChange(reader(), meeting, at('15T20:30:00'))).toBe('over');
    expect(mayWriteMinutes(reader(), meeting, false, at('15T18:59:59'))).toBe('not-over');
    expect(mayPublishMinutes(reader(), meeting, at('15T19:00:00'))).toBeNull();
    expect(mayPublishMinutes(null, meeting, at('15T19:00:00'))).toBe('sign-in');
    expect(mayChange(reader(), { ...meeting, cancelled_at: at('10T00:00:00') }, at('11T00:00:00'))).toBe('cancelled');
  });

  test('a name is settled once, by whoever has it', () => {
    const open = { named_id: ME, confirmed_at: null, contested_at: null };
    expect(maySettleName(null, open)).toBe('sign-in');
    expect(maySettleName(reader(), open)).toBeNull();
    expect(maySettleName(reader(), { ...open, named_id: null })).toBe('not-named');
    expect(maySettleName(reader(), { ...open, named_id: 'x' })).toBe('not-named');
    expect(maySettleName(reader(), { ...open, contested_at: at('16T00:00:00') })).toBe('settled-already');
  });

  test('its state moves at the moments that are said, and at no other', () => {
    const start = at('14T00:00:00').getTime();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 * 86_400 }), (seconds) => {
        const now = new Date(start + seconds * 1000);
        const next = nextChange(meeting, now);
        if (next === null) return now >= at('18T20:30:00');
        const before = new Date(next.getTime() - 1);
        return (
          next > now &&
          stateOf(meeting, before) === stateOf(meeting, now) &&
          mayScribe(reader(), meeting, false, before) === mayScribe(reader(), meeting, false, now)
        );
      }),
    );
  });
});

describe('F9.2 days and times of meetings', () => {
  test('what was typed comes back by the clock of Tokyo', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
        const clock = `${hours}:${String(minutes).padStart(2, '0')}`;
        const moment = momentOf('2026-11-15', clock)!;
        return formatTime(moment, 'ja') === clock && tokyoDate(moment) === '2026-11-15';
      }),
    );
  });

  test.each(['24:00', '7', '19：00', '', '12:60', '1:5'])('%s is no time', (clock) => {
    expect(momentOf('2026-11-15', clock)).toBeNull();
  });

  test('both wrong times are said at once', () => {
    expect(timesOf({ date: '2026-11-15', from: 'x', to: 'y' }, at('01T00:00:00'))).toEqual({
      problems: [
        { code: 'not-a-time', field: 'from' },
        { code: 'not-a-time', field: 'to' },
      ],
    });
  });

  test('another title is no move, another place is', () => {
    const before = { ...meeting, place: 'A' };
    expect(isMoved(before, { starts_at: meeting.starts_at, ends_at: meeting.ends_at, place: 'A' })).toBe(false);
    expect(isMoved(before, { starts_at: meeting.starts_at, ends_at: meeting.ends_at, place: 'B' })).toBe(true);
  });
});

describe('F9.2 the list of meetings in its address', () => {
  test('what is written is read again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('coming' as const, 'past' as const),
        fc.uuid(),
        fc.integer({ min: 1 }),
        (when, id, ms) => {
          const last = { id, starts_at: new Date(ms) };
          const written = new URLSearchParams(queryOf({ when, q: 'バス 便', roundId: id, debateId: null }, last));
          const read = filterOf((name) => written.get(name) ?? '');
          expect(read).toMatchObject({ when, q: 'バス 便', roundId: id, debateId: null, after: last });
        },
      ),
    );
  });

  test('what makes no sense there is left out', () => {
    const read = filterOf((name) => ({ when: 'x', round: '1', after: '9-x' })[name] ?? '');
    expect(read).toMatchObject({ when: 'coming', roundId: null, after: null });
  });
});
