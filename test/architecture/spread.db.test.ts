import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/support/database.ts';
import { OF_THE_DEPLOYMENT } from './rules/schema.ts';
import { type Spread, spreadByTown } from './rules/spread.ts';

const isCivic = (table: string) => !(table in OF_THE_DEPLOYMENT);
let database: FreshDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client(database.superuser);
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

/** What is found after a change that is taken back. */
async function after(change: string, only: string[]): Promise<Spread> {
  // spreadByTown has a transaction of its own.
  const fresh = await freshDatabase();
  const other = new pg.Client(fresh.superuser);
  await other.connect();
  try {
    await other.query(change);
    return await spreadByTown(other, isCivic, only);
  } finally {
    await other.end();
    await fresh.drop();
  }
}

describe('X12 the tables of towns', () => {
  test('lie in pieces by hub_id with all their keys and rows, each town in one piece', async () => {
    for (let hub = 11; hub <= 16; hub++) {
      await client.query(
        `insert into hubs (id, key, host, name, tagline, created_at) values ($1, $2, $2, '{}', '{}', now())`,
        [hub, `town-${hub}`],
      );
      await client.query(
        `insert into actors (hub_id, id, kind, name, created_at) values ($1, gen_random_uuid(), 'person', '人', now())`,
        [hub],
      );
    }
    const spread = await spreadByTown(client, isCivic);
    expect(spread.findings).toEqual([]);
    expect(spread.tables).toBeGreaterThan(180);
    expect(spread.rows).toBe(6);
    expect(spread.piecesOfATown).toBe(1);
    expect(spread.everywhere).toEqual(['auth.sessions', 'auth.users', 'hubs']);
  }, 120_000);

  test('what stands in the way is found: keys without the town, a town taken away, a way in from the deployment', async () => {
    const { findings } = await after(
      `create unique index one_title on policies (title);
      create table loose (hub_id int not null, id uuid primary key, person_id uuid,
        foreign key (hub_id, person_id) references actors (hub_id, id) on delete set null);
      alter table workers add column hub_id int, add column person_id uuid,
        add foreign key (hub_id, person_id) references actors (hub_id, id)`,
      ['policies', 'loose', 'actors'],
    );
    expect(findings).toEqual([
      'loose: loose_hub_id_person_id_fkey would take its town from a row',
      'workers: workers_hub_id_person_id_fkey leads from the deployment into a town, to actors',
      expect.stringMatching(/^loose: unique constraint on partitioned table must include all partitioning columns/),
      expect.stringMatching(/^policies: unique constraint on partitioned table must include all partitioning columns/),
    ]);
  });
});
