/** One event row per act, in the act's own transaction: audit trail, feed, and what the journal commits to (P6). */
import type { EventInput, Part } from './context.ts';
import { type Db, run } from './database/dialect.ts';

export interface EventParts {
  newId(now: Date): string;
  randomId(): string;
  /** 32 bytes */
  randomSalt(): Buffer;
  /** commitment of the journal, handed in because the kernel knows no civic format */
  commit(part: Part & { salt: Buffer }): Buffer;
}

export interface EventBy {
  hubId: number;
  now: Date;
  /** null: the clock, under the hub's rules */
  actorId: string | null;
  personId: string | null;
}

export async function writeEvent(parts: EventParts, db: Db, by: EventBy, event: EventInput): Promise<void> {
  const id = parts.newId(by.now);
  const isPublic = event.public !== undefined;
  const shares = isPublic ? (event.parts ?? []) : [];
  await Promise.all([
    run(
      db,
      `insert into events (hub_id, id, journal_id, at, verb, object_kind, object_id, object_version, is_public, public,
         actor_id, person_id, tags)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        by.hubId,
        id,
        parts.randomId(),
        by.now,
        event.verb,
        event.object.kind,
        event.object.id,
        event.object.version ?? 1,
        isPublic,
        JSON.stringify(event.public ?? {}),
        by.actorId,
        by.personId,
        event.tags,
      ],
    ),
    ...shares.map((part) => {
      const salt = parts.randomSalt();
      return run(
        db,
        `insert into event_parts (hub_id, event_id, part, actor_id, salt, content, commitment)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [by.hubId, id, part.part, part.actorId, salt, JSON.stringify(part.content), parts.commit({ ...part, salt })],
      );
    }),
  ]);
}
