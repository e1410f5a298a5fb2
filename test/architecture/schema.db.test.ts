import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/support/database.ts';
import { modules } from '../../src/modules.ts';
import {
  hubFindings,
  OF_THE_DEPLOYMENT,
  ownerFindings,
  personalDataFindings,
  restoreFindings,
  type Schema,
  schemaOf,
} from './rules/schema.ts';

let database: FreshDatabase;
let client: pg.Client;
let schema: Schema;

beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client(database.superuser);
  await client.connect();
  schema = await schemaOf(client);
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

/** The schema after a change that is taken back. */
async function after(change: string): Promise<Schema> {
  await client.query('begin');
  try {
    await client.query(change);
    return await schemaOf(client);
  } finally {
    await client.query('rollback');
  }
}

describe('X11 the tables of a hub', () => {
  test('begin with hub_id in every key, and are forced to keep to it', () => {
    expect(schema.tables.length).toBeGreaterThan(30);
    expect(hubFindings(schema)).toEqual([]);
  });

  test('the tables of the deployment exist', () => {
    const names = schema.tables.map(({ name }) => name);
    expect(Object.keys(OF_THE_DEPLOYMENT).filter((name) => !names.includes(name))).toEqual([]);
  });

  test.each([
    ['no policy', 'drop policy hub on votes'],
    ['a policy nobody has to obey', 'alter table votes no force row level security'],
    ['a policy switched off', 'alter table votes disable row level security'],
    ['a policy that lets everything through', 'alter policy hub on votes using (true)'],
    [
      'a policy that lets everything in',
      "alter policy hub on votes using (hub_id = current_setting('minna.hub')::int) with check (true)",
    ],
    ['a second policy, beside the first', 'create policy more on votes using (true)'],
    ['something unique over all towns', 'create unique index one_name on actors (name)'],
    ['a key without the hub', 'create table loose (hub_id int, id uuid primary key)'],
    ['a table without the hub', 'create table loose (id uuid primary key)'],
    [
      'a reference without the hub',
      'create unique index one on actors (id); alter table editors add foreign key (person_id) references actors (id)',
    ],
  ])('%s is found', async (_, change) => {
    expect(await after(change).then(hubFindings)).not.toEqual([]);
  });
});

describe('restoring a backup', () => {
  test('finds tables in an order, and no triggers', () => {
    expect(restoreFindings(schema)).toEqual([]);
  });

  test.each([
    [
      'a circle of two',
      'alter table rounds add column x uuid; alter table rounds add foreign key (hub_id, x) references documents (hub_id, id)',
    ],
    [
      'a trigger',
      'create trigger t before update on votes for each row execute function suppress_redundant_updates_trigger()',
    ],
    ['a rule', 'create rule r as on delete to votes do instead nothing'],
  ])('%s is found', async (_, change) => {
    expect(await after(change).then(restoreFindings)).toHaveLength(1);
  });
});

describe('tables and manifests', () => {
  test('every table is owned by one module, every constraint with a meaning exists', () => {
    expect(ownerFindings(schema, modules)).toEqual([]);
  });

  test('a table without an owner, with two, or only on paper is found', async () => {
    const loose = await after('create table loose (hub_id int, id uuid, primary key (hub_id, id))');
    expect(ownerFindings(loose, modules).filter((one) => one.includes('loose'))).toHaveLength(1);
    const twice = [
      ...modules,
      { name: 'thief', tables: ['votes', 'dreams'], constraints: { no_such_thing: { code: 'x' } } },
    ];
    const found = ownerFindings(schema, twice).filter((one) => one.includes('thief'));
    expect(found).toHaveLength(3);
  });

  test('whatever says who somebody is, or what somebody typed, is in a list', () => {
    expect(personalDataFindings(schema, modules)).toEqual([]);
  });

  test('a column that is in no list, and a listed one that is gone, are found', async () => {
    const more = await after('alter table rounds add column moved_by uuid; alter table rounds add column note text');
    const columns = personalDataFindings(more, modules).filter((one) => one.startsWith('rounds.'));
    expect(columns.map((one) => one.split(' ')[0])).toEqual(['rounds.moved_by', 'rounds.note']);
    const less = await after('alter table editors drop column why');
    expect(personalDataFindings(less, modules).filter((one) => one.startsWith('editors.why'))).toHaveLength(1);
  });
});
