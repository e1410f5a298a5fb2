import { expect, test } from 'vitest';
import { sessionList } from './sessions.ts';

test('X1 sessions of one day on devices of one kind are told apart by the time they were opened', () => {
  const session = { device: 'chrome/android', method: 'password' as const, second: null, isThisOne: false };
  const [first, second] = [new Date('2026-11-24T00:03:00Z'), new Date('2026-11-24T05:41:00Z')];
  const page = sessionList('ja', [
    { ...session, id: 'a', openedAt: first, lastSeenAt: first },
    { ...session, id: 'b', openedAt: second, lastSeenAt: second },
  ]).toString();
  expect(page).toContain('11月24日（火）9:03');
  expect(page).toContain('11月24日（火）14:41');
});
