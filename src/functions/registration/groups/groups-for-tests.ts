/** A declaration as a form sends it, for tests. */
import { writeEvent } from '#kernel/event.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import type { TestTown } from '#test/support/town.ts';
import { eventParts } from '../../../event-parts.ts';
import type { Typed } from './group.ts';

export function typedGroup(more: Typed = {}): Typed {
  return {
    kind: 'voluntary',
    name: '川辺の会',
    reading: 'かわべのかい',
    purpose: '日向川の土手を歩いて、ごみを拾います。',
    fields: '7,3',
    areas: '本町、川沿い',
    founded: '2009年4月',
    memberCount: '１２人',
    seeks: '軽トラック',
    offers: '草刈り機の使いかた',
    phone: '000-0000-0001',
    email: 'kawabe@group.example',
    emailPublic: 'yes',
    ...more,
  };
}

/** What the worker knows, in a test town. */
export function jobIn(town: TestTown): JobContext {
  const { hub, hubwise } = town;
  const now = town.now();
  return {
    hub,
    hubwise,
    now,
    log: { info: () => {}, warn: () => {}, error: () => {} } as unknown as JobContext['log'],
    newId: () => uuidv7(now),
    randomId,
    by: null,
    record: (db, event) =>
      writeEvent(eventParts, db, { hubId: hub.id, now, actorId: event.as ?? null, personId: null }, event),
    invalidate: async () => {},
  };
}
