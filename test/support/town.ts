/** A town for use-case tests: two hubs with rules and rounds, people and organisations, `perform` with a clock moved by hand. */

import { defaultRules, type HubRules } from '#commons/hubs/index.ts';
import { datesFrom } from '#functions/participation/rounds/stages.ts';
import { type Action, performer } from '#kernel/action.ts';
import type { Actor, ActorKind, Hub, Reader, Role, RoleName } from '#kernel/context.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { startOfTokyoDay } from '#kernel/dates.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import { notifyPayloads } from '#kernel/page-cache-listener.ts';
import { Refusal } from '#kernel/refusal.ts';
import { eventParts, refusalOf } from '../../src/parts.ts';
import { freshDatabase } from './database.ts';

export interface TestTown {
  hub: Hub;
  /** a second hub of the same deployment, with the same number of everything */
  neighbour: Hub;
  roundId: string;
  /** sets the clock to noon of this Tokyo date */
  today(date: string): void;
  now(): Date;
  person(name: string, level?: 0 | 1 | 2): Promise<Reader>;
  organisation(kind: Exclude<ActorKind, 'person'>, name: string, members?: [Reader, RoleName][]): Promise<Actor>;
  /** `reader` acting for `organisation`, with its role there */
  as(reader: Reader, organisation: Actor, role?: RoleName): Reader;
  perform<I, O>(reader: Reader, act: Action<I, O>, input: unknown, more?: { hub?: Hub; once?: string }): Promise<O>;
  /** codes of the refusal, or 'done' */
  refusal<I, O>(
    reader: Reader,
    act: Action<I, O>,
    input: unknown,
    more?: { hub?: Hub; once?: string },
  ): Promise<string>;
  read<T>(work: (db: Db) => Promise<T>, hub?: Hub): Promise<T>;
  rows<R>(sql: string, values?: readonly unknown[], hub?: Hub): Promise<R[]>;
  evicted: string[];
  hubwise: Hubwise;
  close(): Promise<void>;
}

/** The round collects in October 2026, debates in November, and so on by the default rules. */
export const ROUND_START = '2026-10-01';

export async function openTestTown(rules: HubRules = defaultRules): Promise<TestTown> {
  const database = await freshDatabase();
  const hubwise = new Hubwise({ connection: database.app, max: 6, applicationName: 'test', onError: () => {} });
  const hub = testHub(1, 'hinata', rules);
  const neighbour = testHub(2, 'tonari', rules);
  let clock = new Date('2026-10-10T12:00:00+09:00');
  const evicted: string[] = [];
  const roundId = randomId();
  for (const [one, id] of [
    [hub, roundId],
    [neighbour, randomId()],
  ] as const)
    await makeHub(hubwise, one, id, clock);
  const perform = performer({
    ...eventParts,
    hubwise,
    evict: (_, tags) => evicted.push(...tags),
    notifyPayloads,
    refusalOf,
  });
  const town: TestTown = {
    hub,
    neighbour,
    roundId,
    evicted,
    hubwise,
    today: (date) => {
      clock = new Date(startOfTokyoDay(date).getTime() + 12 * 3_600_000);
    },
    now: () => clock,
    async person(name, level = 1) {
      const accountId = randomId();
      const person = await addActor(hubwise, hub, 'person', name, level, clock, accountId);
      return { accountId, sessionId: randomId(), person, acting: person, roles: [], level };
    },
    async organisation(kind, name, members = []) {
      const organisation = await addActor(hubwise, hub, kind, name, 0, clock);
      for (const [reader, role] of members) {
        await hubwise.write(hub.id, (db) =>
          run(db, 'insert into roles (hub_id, person_id, organisation_id, role, since) values ($1, $2, $3, $4, $5)', [
            hub.id,
            reader.person.id,
            organisation.id,
            role,
            clock,
          ]),
        );
        (reader.roles as Role[]).push({ organisation, role });
      }
      return organisation;
    },
    as: (reader, organisation, role = 'representative') => ({
      ...reader,
      acting: organisation,
      roles: reader.roles.some((held) => held.organisation.id === organisation.id)
        ? reader.roles
        : [...reader.roles, { organisation, role }],
    }),
    perform: (reader, act, input, more = {}) =>
      perform({ hub: more.hub ?? hub, reader, lang: 'ja', now: clock, once: more.once }, act, input),
    async refusal(reader, act, input, more) {
      try {
        await town.perform(reader, act, input, more);
        return 'done';
      } catch (error) {
        if (error instanceof Refusal)
          return error.all.map((item) => (item.field ? `${item.field}:${item.code}` : item.code)).join(' ');
        throw error;
      }
    },
    read: (work, at = hub) => hubwise.read(at.id, work),
    rows: (sql, values = [], at = hub) => hubwise.read(at.id, (db) => run(db, sql, values)),
    async close() {
      await hubwise.close();
      await database.drop();
    },
  };
  return town;
}

function testHub(id: number, key: string, rules: HubRules): Hub {
  const name = { ja: 'ひなた市', easy: 'ひなた市', en: 'Hinata' };
  return {
    id,
    key,
    host: `${key}.example`,
    origin: `https://${key}.example`,
    name,
    tagline: name,
    town: name,
    accent: 'green',
    isDemo: false,
    secretariatId: null,
    rulesVersion: 1,
    rules,
  };
}

async function makeHub(hubwise: Hubwise, hub: Hub, roundId: string, at: Date): Promise<void> {
  const dates = datesFrom(ROUND_START, (hub.rules as HubRules).rounds);
  await hubwise.write(hub.id, async (db) => {
    await run(db, 'insert into hubs (id, key, host, name, tagline, created_at) values ($1, $2, $3, $4, $4, $5)', [
      hub.id,
      hub.key,
      hub.host,
      JSON.stringify(hub.name),
      at,
    ]);
    await run(db, 'insert into hub_rules (hub_id, version, rules, reason, decided_at) values ($1, 1, $2, $3, $4)', [
      hub.id,
      JSON.stringify(hub.rules),
      'はじめのルール',
      at,
    ]);
    await db
      .insertInto('rounds')
      .values({ hub_id: hub.id, id: roundId, fiscal_year: 2026, number: 3, rules_version: 1, created_at: at, ...dates })
      .execute();
  });
}

async function addActor(
  hubwise: Hubwise,
  hub: Hub,
  kind: ActorKind,
  name: string,
  level: number,
  at: Date,
  accountId: string | null = null,
): Promise<Actor> {
  const id = uuidv7(at);
  await hubwise.write(hub.id, (db) =>
    db
      .insertInto('actors')
      .values({ hub_id: hub.id, id, kind, name, level, created_at: at, account_id: accountId })
      .execute(),
  );
  return { id, kind, name };
}
