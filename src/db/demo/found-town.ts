/** The town before anybody speaks: hub, rules, cast with accounts and roles, policy tree, rounds. */
import { createAccounts } from '#commons/accounts/index.ts';
import { defaultRules, type HubRules } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { addDays } from '#kernel/dates.ts';
import { firstRules } from './content/decisions.ts';
import type { DemoPolicy } from './content/policies.ts';
import type { CastMember } from './content/types.ts';
import { idFor } from './seeded.ts';
import { type DemoRound, moment, ruleFor } from './timeline.ts';

export const HUB_ID = 1;

export function demoHub(today: string, origin: string): Hub {
  const open = [...defaultRules.open, 'registration'];
  const rules: HubRules = { ...defaultRules, open, rounds: ruleFor(today) };
  return {
    id: HUB_ID,
    key: 'hinata',
    host: new URL(origin).host,
    origin,
    name: { ja: 'みんな', easy: 'みんな', en: 'Minna' },
    tagline: {
      ja: 'ひなた市 協働のひろば',
      easy: 'ひなた市（し）の みんなの ひろば',
      en: 'Hinata City, where everybody takes part',
    },
    town: { ja: 'ひなた市', easy: 'ひなた市（し）', en: 'Hinata City' },
    accent: 'green',
    isDemo: true,
    secretariatId: idFor('actor:center'),
    rulesVersion: 3,
    rules,
  };
}

/** Some days before the first round, when the town opened its site. */
export function openingDay(rounds: readonly DemoRound[]): Date {
  const first = rounds.reduce((a, b) => (a.dates.collecting_at < b.dates.collecting_at ? a : b));
  return new Date(first.dates.collecting_at.getTime() - 30 * 86_400_000);
}

export async function foundHub(db: Db, hub: Hub, at: Date): Promise<void> {
  await run(
    db,
    `insert into hubs (id, key, host, name, tagline, town, accent, is_demo, secretariat_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, true, $8, $9)`,
    [
      hub.id,
      hub.key,
      hub.origin,
      JSON.stringify(hub.name),
      JSON.stringify(hub.tagline),
      JSON.stringify(hub.town),
      hub.accent,
      hub.secretariatId,
      at,
    ],
  );
  await run(db, 'insert into hub_rules (hub_id, version, rules, reason, decided_at) values ($1, 1, $2, $3, $4)', [
    hub.id,
    JSON.stringify(firstRules(hub.rules as HubRules)),
    'はじめのルール。年4回、受付から市の回答までを順に進めます。',
    at,
  ]);
}

export async function settleCast(db: Db, hub: Hub, cast: readonly CastMember[], at: Date): Promise<void> {
  const persons = cast.filter((member) => member.kind === 'person');
  await createAccounts(
    db,
    persons.map((member) => ({
      id: idFor(`account:${member.key}`),
      email: member.email ?? `${member.key}@hinata.example`,
      passwordHash: null,
      name: member.name,
      confirmed: true,
      at,
    })),
  );
  await db
    .insertInto('actors')
    .values(
      cast.map((member) => ({
        hub_id: hub.id,
        id: idFor(`actor:${member.key}`),
        kind: member.kind,
        name: member.name,
        reading: member.reading,
        about: member.about,
        account_id: member.kind === 'person' ? idFor(`account:${member.key}`) : null,
        level: member.kind === 'person' ? 1 : 0,
        created_at: at,
      })),
    )
    .execute();
  const roles = cast.flatMap((member) =>
    (member.roles ?? []).map(({ organisation, role }) => ({
      hub_id: hub.id,
      person_id: idFor(`actor:${member.key}`),
      organisation_id: idFor(`actor:${organisation}`),
      role,
      since: at,
    })),
  );
  await db.insertInto('roles').values(roles).execute();
}

export async function plantPolicies(db: Db, hub: Hub, policies: readonly DemoPolicy[], at: Date): Promise<void> {
  const rows = policies.map((policy) => {
    const parent = policy.code.includes('-') ? policy.code.slice(0, policy.code.lastIndexOf('-')) : null;
    return {
      hub_id: hub.id,
      id: idFor(`policy:${policy.code}`),
      parent_id: parent === null ? null : idFor(`policy:${parent}`),
      code: policy.code,
      kind: policy.kind,
      title: policy.title,
      about: policy.about,
      division_id: idFor(`actor:${policy.division}`),
      created_at: at,
    };
  });
  await db.insertInto('policies').values(rows).execute();
}

export async function setRounds(db: Db, hub: Hub, rounds: readonly DemoRound[]): Promise<void> {
  await db
    .insertInto('rounds')
    .values(
      rounds.map((round) => ({
        hub_id: hub.id,
        id: idFor(`round:${round.key}`),
        fiscal_year: round.fiscalYear,
        number: round.number,
        rules_version: 1,
        created_at: round.dates.collecting_at,
        ...round.dates,
      })),
    )
    .execute();
}

/** The moment `part` (0…1) of the way between two, in the waking hours of Tokyo. */
export function between(start: Date, end: Date, part: number, hourSeed: number): Date {
  const days = (end.getTime() - start.getTime()) / 86_400_000;
  const day = Math.min(Math.floor(part * days), Math.max(Math.ceil(days) - 1, 0));
  const date = addDays(new Date(start.getTime() + 9 * 3_600_000).toISOString().slice(0, 10), day);
  const at = moment(date, 7 + hourSeed * 14.5);
  return at < start
    ? new Date(start.getTime() + 60_000 * (1 + hourSeed * 30))
    : at >= end
      ? new Date(end.getTime() - 60_000 * (1 + hourSeed * 30))
      : at;
}
