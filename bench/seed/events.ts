/** One event an act, with what the journal commits to, as `ctx.record` would have written it. */

import type { Json } from '#commons/journal/canonical-json.ts';
import { commit } from '#commons/journal/commitment.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { uuidv7 } from '#kernel/ids.ts';
import { bytesFrom, type Chance } from './chance.ts';
import type { SeedActor } from './people.ts';
import { HUB_ID } from './plan.ts';
import { insertRows } from './rows.ts';

export interface SeedEvent {
  at: Date;
  verb: string;
  object: { kind: string; id: string };
  by: SeedActor;
  public: Record<string, unknown>;
  part: { part: string; content: Record<string, Json> };
  tags: string[];
}

/** An event that is made when its turn comes: all of a large town's at once would not fit into memory. */
export interface LaterEvent {
  at: Date;
  make(): SeedEvent;
}

export function later<T extends { at: Date }>(acts: readonly T[], eventOf: (one: T) => SeedEvent): LaterEvent[] {
  return acts.map((one) => ({ at: one.at, make: () => eventOf(one) }));
}

const CHUNK = 10_000;

export async function placeEvents(db: Db, events: readonly LaterEvent[], chance: Chance): Promise<void> {
  const bytes = bytesFrom(chance);
  const inOrder = events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (let at = 0; at < inOrder.length; at += CHUNK) {
    const part = inOrder.slice(at, at + CHUNK).map((one) => ({ event: one.make(), id: uuidv7(one.at, bytes) }));
    await placePart(db, part, bytes);
  }
}

async function placePart(
  db: Db,
  inOrder: readonly { event: SeedEvent; id: string }[],
  bytes: (size: number) => Buffer,
): Promise<void> {
  await insertRows(
    db,
    'events',
    HUB_ID,
    {
      id: ['uuid', ({ id }) => id],
      journal_id: ['uuid', () => randomUuid(bytes)],
      at: ['timestamptz', ({ event }) => event.at],
      verb: ['text', ({ event }) => event.verb],
      object_kind: ['text', ({ event }) => event.object.kind],
      object_id: ['uuid', ({ event }) => event.object.id],
      is_public: ['boolean', () => true],
      public: ['jsonb', ({ event }) => JSON.stringify(event.public)],
      actor_id: ['uuid', ({ event }) => event.by.id],
      person_id: ['uuid', ({ event }) => event.by.personId],
      tags: ['words[]', ({ event }) => event.tags.join(' ')],
    },
    inOrder,
  );
  const parts = inOrder.map(({ event, id }) => {
    const salt = bytes(32);
    const { part, content } = event.part;
    return {
      id,
      part,
      actorId: event.by.id,
      salt,
      content,
      commitment: commit({ salt, actor: event.by.id, part, content }),
    };
  });
  await insertRows(
    db,
    'event_parts',
    HUB_ID,
    {
      event_id: ['uuid', ({ id }) => id],
      part: ['text', ({ part }) => part],
      actor_id: ['uuid', ({ actorId }) => actorId],
      salt: ['bytea', ({ salt }) => salt],
      content: ['jsonb', ({ content }) => JSON.stringify(content)],
      commitment: ['bytea', ({ commitment }) => commitment],
    },
    parts,
  );
}

function randomUuid(bytes: (size: number) => Buffer): string {
  const id = bytes(16);
  id[6] = (id[6]! & 0x0f) | 0x40;
  id[8] = (id[8]! & 0x3f) | 0x80;
  const hex = id.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
