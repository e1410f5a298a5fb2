/** A small town for the tests of accounts, actors and letters: a hub in a fresh database, a clock that is moved by hand. */
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { Actor, Hub, Reader } from '#kernel/context.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import { type FreshDatabase, freshDatabase } from '#test/support/database.ts';
import { type Accounts, openAccounts } from './accounts.ts';
import type { Means } from './means.ts';
import { newToken } from './session-token.ts';

/** A moment like any other. Far enough ahead that what better-auth compares with the machine's own clock stays valid. */
export const NOON = new Date('2036-11-22T12:00:00+09:00');

export interface Town {
  hub: Hub;
  /** a second hub of the same deployment */
  neighbour: Hub;
  hubwise: Hubwise;
  accounts: Accounts;
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  write<T>(work: (db: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function meansAt(now: Date): Means {
  return { now, newId: () => uuidv7(now), randomId, newKey: newToken };
}

export function hubOf(id: number, key: string): Hub {
  const name = { ja: 'ひなた市', easy: 'ひなた市', en: 'Hinata' };
  return {
    id,
    key,
    host: `${key}.example`,
    origin: `https://${key}.example`,
    name,
    tagline: name,
    accent: 'green',
    isDemo: true,
    secretariatId: null,
    rulesVersion: 0,
    rules: {},
  };
}

export async function openTown(): Promise<Town> {
  const fresh = await freshDatabase();
  await prepareJobs(fresh);
  const failures: Error[] = [];
  const hubwise = new Hubwise({
    connection: fresh.app,
    max: 4,
    applicationName: 'test',
    onError: (error) => failures.push(error),
  });
  const hub = hubOf(1, 'hinata');
  const neighbour = hubOf(2, 'tonari');
  await hubwise.deployment((db) =>
    run(
      db,
      `insert into hubs (id, key, host, name, tagline, is_demo, created_at)
       select id, key, key || '.example', $3::jsonb, $3::jsonb, true, $4 from unnest($1::int[], $2::text[]) as t (id, key)`,
      [[1, 2], [hub.key, neighbour.key], JSON.stringify(hub.name), NOON],
    ),
  );
  const accounts = openAccounts({ hubwise, secret: 's'.repeat(40), baseUrl: hub.origin, demo: true });
  return {
    hub,
    neighbour,
    hubwise,
    accounts,
    read: (work) => hubwise.read(hub.id, work),
    write: (work) => hubwise.write(hub.id, work),
    async close() {
      await hubwise.close();
      await fresh.drop();
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** The queue's own tables, where the template doesn't bring them. */
async function prepareJobs(fresh: FreshDatabase): Promise<void> {
  const pool = new pg.Pool({ ...fresh.owner, max: 1 });
  try {
    const { rowCount } = await pool.query("select from pg_namespace where nspname = 'graphile_worker'");
    if (rowCount) return;
    await runMigrations({ pgPool: pool });
    for (const table of ['jobs', 'tasks', 'job_queues', 'known_crontabs']) {
      await pool.query(`alter table graphile_worker._private_${table} disable row level security`);
    }
  } finally {
    await pool.end();
  }
}

/** A person of the town as somebody signed in; `level` as given, speaking for itself. */
export async function settle(town: Town, name: string, level: 0 | 1 | 2 = 1, hub: Hub = town.hub): Promise<Reader> {
  const id = uuidv7(NOON);
  await town.hubwise.write(hub.id, (db) =>
    run(db, `insert into actors (hub_id, id, kind, name, level, created_at) values ($1, $2, 'person', $3, $4, $5)`, [
      hub.id,
      id,
      name,
      level,
      NOON,
    ]),
  );
  const person: Actor = { id, kind: 'person', name };
  return { accountId: randomId(), sessionId: randomId(), person, acting: person, roles: [], level };
}

/** The newest letter to an address, and the first link in it. */
export async function lastLetter(
  town: Town,
  to: string,
): Promise<{ subject: string; text: string; link: string } | null> {
  const [row] = await town.hubwise.deployment((db) =>
    run<{ subject: string; body_text: string }>(
      db,
      'select subject, body_text from mails where recipient = $1 order by id desc limit 1',
      [to],
    ),
  );
  if (!row) return null;
  return { subject: row.subject, text: row.body_text, link: /https:\S+/.exec(row.body_text)?.[0] ?? '' };
}
