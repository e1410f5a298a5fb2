/** A showcase as its form sends it, for tests. */
import type { Typed } from './page-parts.ts';

/** Announced on 10 October 2026; called until the 20th, held on 3 November from 13:00 to 16:00. */
export function typedShowcase(more: Typed = {}): Typed {
  return {
    kind: 'presentation',
    title: '秋の活動発表会',
    about: '活動を20分ずつ発表します。',
    place: '中央公民館 ホール',
    address: '本町1-1',
    equipment: 'projector,table',
    contact: '000-0000-0000',
    date: '2026-11-03',
    from: '13:00',
    to: '16:00',
    callUntil: '2026-10-20',
    rule: 'first',
    capacity: '80',
    ...more,
  };
}

export const typedSlots = (more: Typed = {}): Typed => ({
  date: '2026-11-03',
  from: '13:00',
  to: '16:00',
  minutes: '20',
  pause: '10',
  ...more,
});

export const typedHand = (more: Typed = {}): Typed => ({
  title: '川の生きもの',
  about: '10年の写真と、調べた表を見せます。',
  needs: 'projector,power',
  ...more,
});
