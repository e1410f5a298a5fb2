import { describe, expect, test } from 'vitest';
import { eventLine } from './event-line.ts';

const event = (facts: Record<string, unknown>) => ({
  id: '01a2096a-dd68-74dc-b000-000000000001',
  at: new Date('2026-11-23T01:00:00Z'),
  verb: 'things.done',
  object_kind: 'thing',
  object_id: '01a2096a-dd68-74dc-b000-000000000002',
  actor_id: null,
  actor_name: '橋の人',
  public: facts,
});

describe('X3 the line of an event', () => {
  test('is called by the title of its object, else by its name', () => {
    expect(eventLine(event({ title: '川の話', name: '川の会' }), 'ja').title).toBe('川の話');
    expect(eventLine(event({ kind: 'group', name: '川の会' }), 'ja').title).toBe('川の会');
  });
});
