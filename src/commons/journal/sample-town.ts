/** What the database tests of the journal share: two towns, and public acts of theirs. */
import pg from 'pg';
import { Hubwise } from '#kernel/database/database.ts';
import { uuidv7 } from '#kernel/ids.ts';
import { type FreshDatabase, freshDatabase } from '#test/support/database.ts';
import { utf8 } from './bytes.ts';
import { commit } from './commitment.ts';
import { sha256 } from './merkle.ts';
import { KEY, NOW, ORIGIN } from './sample-key.ts';
import { sequence } from './sequencer.ts';
import { type Sql, sqlOf } from './storage.ts';

export interface SampleAct {
  object?: { kind: string; id: string };
  isPublic?: boolean;
  parts?: { part: string; content: { [member: string]: string } }[];
}

export interface Town {
  fresh: FreshDatabase;
  hubwise: Hubwise;
  superuser: pg.Client;
  /** Work in one transaction of a hub, as web and worker do it. */
  within<T>(hub: number, work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Writes events as an act does, and returns their ids inside. */
  act(hub: number, acts: readonly SampleAct[], sql?: Sql): Promise<string[]>;
  /** Sequences until nothing waits. */
  sequenceAll(hub: number, limit?: number): Promise<number>;
  close(): Promise<void>;
}

/** A database with two hubs, 1 and 2. */
export async function openTown(): Promise<Town> {
  const fresh = await freshDatabase();
  const superuser = new pg.Client(fresh.superuser);
  await superuser.connect();
  await superuser.query(
    `insert into hubs (id, key, host, name, tagline, created_at)
     values (1, 'aozora', 'aozora.example', '{}', '{}', $1), (2, 'minato', 'minato.example', '{}', '{}', $1)`,
    [NOW],
  );
  const hubwise = new Hubwise({ connection: fresh.app, max: 6, applicationName: 'journal', onError: () => {} });
  const within: Town['within'] = (hub, work) => hubwise.write(hub, (db) => work(sqlOf(db)));
  let salts = 0;

  async function write(sql: Sql, hub: number, { object, isPublic = true, parts = [] }: SampleAct): Promise<string> {
    const id = uuidv7(NOW);
    const { kind, id: objectId } = object ?? { kind: 'sample', id };
    await sql.query(
      `insert into events (hub_id, id, journal_id, at, verb, object_kind, object_id, is_public)
       values ($1, $2, gen_random_uuid(), $3, 'samples.made', $4, $5, $6)`,
      [hub, id, NOW, kind, objectId, isPublic],
    );
    for (const { part, content } of parts) {
      const salt = Buffer.from(sha256(utf8(`salt ${salts++}`)));
      await sql.query(
        `insert into event_parts (hub_id, event_id, part, actor_id, salt, content, commitment)
         values ($1, $2, $3, $2, $4, $5, $6)`,
        [hub, id, part, salt, JSON.stringify(content), commit({ salt, actor: id, part, content })],
      );
    }
    return id;
  }

  return {
    fresh,
    hubwise,
    superuser,
    within,
    act: async (hub, acts, sql) => {
      const writeAll = async (open: Sql) => {
        const ids: string[] = [];
        for (const act of acts) ids.push(await write(open, hub, act));
        return ids;
      };
      return sql ? writeAll(sql) : within(hub, writeAll);
    },
    sequenceAll: async (hub, limit = 1000) => {
      let total = 0;
      for (;;) {
        const added = await within(hub, (sql) => sequence(sql, hub, { now: NOW, key: KEY, origin: ORIGIN, limit }));
        total += added;
        if (added < limit) return total;
      }
    },
    close: async () => {
      await hubwise.close();
      await superuser.end();
      await fresh.drop();
    },
  };
}
