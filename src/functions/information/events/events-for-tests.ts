/** An announcement as a form sends it, for tests. */
import type { Typed } from './event.ts';

export function typedNewEvent(more: Typed = {}): Typed {
  return {
    title: '川の会',
    about: '川を歩いて、生きものを見ます。',
    date: '2026-11-22',
    from: '10:00',
    to: '11:30',
    place: '日向川 上の橋',
    fields: '7,3',
    tags: '川、#親子',
    takesRegistrations: 'yes',
    capacity: '３人',
    companions: '2',
    ...more,
  };
}
