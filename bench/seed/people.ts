/** The measured town's hub, people with accounts and sessions, organisations and policies. */
import { createHash } from 'node:crypto';
import { createAccounts } from '#commons/accounts/create-accounts.ts';
import { hashOf } from '#commons/accounts/session-token.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import { policies } from '#db/demo/content/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { uuidv7 } from '#kernel/ids.ts';
import { bytesFrom, type Chance } from './chance.ts';
import { HUB_ID, NOW, type SeedRound, type TownSize } from './plan.ts';
import { insertRows } from './rows.ts';
import { nickname, organisationName } from './sentences.ts';

export interface SeedActor {
  id: string;
  kind: 'person' | 'group' | 'business' | 'division' | 'body';
  name: string;
  /** the person who writes for it: itself, or its representative */
  personId: string;
}

export interface People {
  persons: SeedActor[];
  organisations: SeedActor[];
  divisions: SeedActor[];
  policyIds: { id: string; division: SeedActor }[];
}

const DAY = 86_400_000;
const FOUNDED = new Date('2025-03-01T09:00:00+09:00');
const ENDS = new Date(NOW.getTime() + 29 * DAY);
const DIVISIONS = 8;

/** The token in the cookie of person `number`'s session; whoever has this database may sign in as anybody in it. */
export function sessionToken(number: number): string {
  return createHash('sha256').update(`minna bench session ${number}`).digest('base64url');
}

export async function makeHub(db: Db): Promise<void> {
  await run(
    db,
    `insert into hubs (id, key, host, name, tagline, created_at) values ($1, 'minna', 'http://localhost', $2, $3, $4)`,
    [
      HUB_ID,
      JSON.stringify({ ja: 'みんな', easy: 'みんな', en: 'Minna' }),
      JSON.stringify({ ja: '協働のひろば', easy: 'みんなの ひろば', en: 'where everybody takes part' }),
      FOUNDED,
    ],
  );
  await run(db, 'insert into hub_rules (hub_id, version, rules, reason, decided_at) values ($1, 1, $2, $3, $4)', [
    HUB_ID,
    JSON.stringify(defaultRules),
    'はじめのルール（年4回）',
    FOUNDED,
  ]);
}

/** Rounds as the calendar opened them; gives their ids in the same order. */
export async function makeRounds(db: Db, rounds: readonly SeedRound[], chance: Chance): Promise<string[]> {
  const rows = rounds.map((round) => ({ ...round, id: uuidv7(FOUNDED, bytesFrom(chance)) }));
  const moment = (pick: (round: SeedRound) => Date | null) => ['timestamptz', pick] as const;
  await insertRows(
    db,
    'rounds',
    HUB_ID,
    {
      id: ['uuid', (row) => row.id],
      fiscal_year: ['int', (row) => row.fiscal_year],
      number: ['int', (row) => row.number],
      rules_version: ['int', () => 1],
      collecting_at: moment((round) => round.collecting_at),
      debating_at: moment((round) => round.debating_at),
      drafting_at: moment((round) => round.drafting_at),
      checking_at: moment((round) => round.checking_at),
      publishing_at: moment((round) => round.publishing_at),
      interim_answer_at: moment((round) => round.interim_answer_at),
      final_answer_at: moment((round) => round.final_answer_at),
      closing_at: moment((round) => round.closing_at),
      published_at: moment((round) => round.published_at),
      submitted_at: moment((round) => round.published_at),
      created_at: moment(() => FOUNDED),
    },
    rows,
  );
  return rows.map((row) => row.id);
}

export async function settlePeople(db: Db, size: TownSize, chance: Chance): Promise<People> {
  const newId = () => uuidv7(FOUNDED, bytesFrom(chance));
  const accounts = Array.from({ length: size.people }, (_, number) => ({
    id: newId(),
    email: `person-${number}@minna.example`,
    passwordHash: null,
    name: nickname(number),
    confirmed: true,
    at: FOUNDED,
  }));
  const persons = accounts.map(({ name, id: accountId }): SeedActor & { accountId: string } => {
    const id = newId();
    return { id, kind: 'person', name, personId: id, accountId };
  });
  const organisations = Array.from({ length: size.organisations }, (_, number): SeedActor => {
    const kind = number < DIVISIONS ? 'division' : number % 5 === 0 ? 'business' : 'group';
    const name =
      kind === 'division' ? `市${organisationName(number).replace(/の会$/, '')}担当課` : organisationName(number);
    return { id: newId(), kind, name, personId: persons[number]!.id };
  });
  await createAccounts(db, accounts);
  await insertRows(
    db,
    'actors',
    HUB_ID,
    {
      id: ['uuid', (actor) => actor.id],
      kind: ['text', (actor) => actor.kind],
      name: ['text', (actor) => actor.name],
      account_id: ['uuid', (actor) => ('accountId' in actor ? actor.accountId : null)],
      level: ['smallint', (actor) => (actor.kind === 'person' ? 1 : 0)],
      created_at: ['timestamptz', () => FOUNDED],
    },
    [...persons, ...organisations],
  );
  await insertRows(
    db,
    'roles',
    HUB_ID,
    {
      person_id: ['uuid', (organisation) => organisation.personId],
      organisation_id: ['uuid', (organisation) => organisation.id],
      role: ['text', () => 'representative'],
      since: ['timestamptz', () => FOUNDED],
    },
    organisations,
  );
  await openSessions(db, persons);
  const divisions = organisations.filter(({ kind }) => kind === 'division');
  return { persons, organisations, divisions, policyIds: await plantPolicies(db, divisions, newId) };
}

async function openSessions(db: Db, persons: readonly (SeedActor & { accountId: string })[]): Promise<void> {
  await insertRows(
    db,
    'auth.sessions',
    null,
    {
      user_id: ['uuid', ({ person }) => person.accountId],
      token: ['text', ({ number }) => hashOf(sessionToken(number))],
      expires_at: ['timestamptz', () => ENDS],
      created_at: ['timestamptz', () => NOW],
      updated_at: ['timestamptz', () => NOW],
      user_agent: ['text', () => 'firefox/linux'],
    },
    persons.map((person, number) => ({ person, number })),
  );
}

async function plantPolicies(
  db: Db,
  divisions: readonly SeedActor[],
  newId: () => string,
): Promise<People['policyIds']> {
  const ids = new Map(policies.map(({ code }) => [code, newId()]));
  const rows = policies.map((policy, number) => ({ policy, division: divisions[number % divisions.length]! }));
  await insertRows(
    db,
    'policies',
    HUB_ID,
    {
      id: ['uuid', ({ policy }) => ids.get(policy.code)],
      parent_id: [
        'uuid',
        ({ policy }) => ids.get(policy.code.slice(0, Math.max(policy.code.lastIndexOf('-'), 0))) ?? null,
      ],
      code: ['text', ({ policy }) => policy.code],
      kind: ['text', ({ policy }) => policy.kind],
      title: ['text', ({ policy }) => policy.title],
      about: ['text', ({ policy }) => policy.about],
      division_id: ['uuid', ({ division }) => division.id],
      created_at: ['timestamptz', () => FOUNDED],
    },
    rows,
  );
  return rows
    .filter(({ policy }) => policy.kind === 'measure')
    .map(({ policy, division }) => ({ id: ids.get(policy.code)!, division }));
}
