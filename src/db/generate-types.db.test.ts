import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase, type FreshDatabase } from '#test/support/database.ts';
import { generateTypes } from './generate-types.ts';

let database: FreshDatabase;
let client: pg.Client;

beforeEach(async () => {
  database = await emptyDatabase();
  client = new pg.Client(database.owner);
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

test('columns are typed as the driver gives them', async () => {
  await client.query(`
    create schema auth;
    create type colour as enum ('red', 'green');
    create domain yen as bigint;
    create table things (
      id bigint generated always as identity primary key,
      hub_id int not null,
      key uuid default gen_random_uuid() not null,
      amount yen not null,
      share numeric,
      colours colour[] not null,
      tags text[] not null default '{}',
      facts jsonb not null,
      more jsonb,
      day date,
      at timestamptz not null,
      proof bytea,
      twice int generated always as (hub_id * 2) stored,
      gone int
    );
    alter table things drop column gone;
    create table auth.users (name text not null);
    create view names as select name from auth.users;
  `);
  const text = await generateTypes(client);
  expect(text).toContain(`export interface ThingsTable {
  id: GeneratedAlways<number>;
  hub_id: number;
  key: Generated<string>;
  amount: number;
  share: string | null;
  colours: ("red" | "green")[];
  tags: Generated<string[]>;
  facts: Json;
  more: unknown;
  day: string | null;
  at: Date;
  proof: Buffer | null;
  twice: GeneratedAlways<number | null>;
}`);
  expect(text).toContain(`export interface NamesTable {\n  name: GeneratedAlways<string | null>;\n}`);
  expect(text).toContain(`  names: NamesTable;\n  things: ThingsTable;\n  'auth.users': AuthUsersTable;\n`);
});

test('a type that nobody decided on is an error that names the column', async () => {
  await client.query('create table things (place point)');
  await expect(generateTypes(client)).rejects.toThrow('things.place (point)');
});
