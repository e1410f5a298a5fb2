/** `./minna token`: a token for programs of somebody who has signed up, for whom the page is no way: a machine of the town. X8. */
import { parseArgs } from 'node:util';
import { isScope, makeToken, newToken, SCOPES, tokenHash } from '#commons/programs/index.ts';
import { performer } from '#kernel/action.ts';
import type { Actor, Hub, Reader, Role, RoleName } from '#kernel/context.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { run as runSql } from '#kernel/database/dialect.ts';
import { notifyPayloads } from '#kernel/page-cache-listener.ts';
import { Refusal } from '#kernel/refusal.ts';
import { eventParts, refusalOf, sentence } from '../parts.ts';
import { SettingMistake, settingsFrom } from '../settings.ts';
import { CannotBe, hubNamed, type OperatorCall, operate } from './operator-call.ts';

const USAGE = `Usage: ./minna token --for EMAIL --scopes LIST [--name NAME] [--as ORGANISATION] [--days 30|90|365]
         [--hub KEY] [--data DIR]
Scopes, with commas between them: ${SCOPES.join(', ')}`;

export interface TokenCall extends OperatorCall {
  email: string;
  scopes: string[];
  name: string;
  /** name of the organisation it speaks for; null: the person itself */
  organisation: string | null;
  days: number;
}

/** Resolves with the exit code, see `operate`. */
export function run(args: string[]): Promise<number> {
  return operate({
    name: 'token',
    read: () => callFrom(args),
    async work(hubwise, call) {
      try {
        console.log(await made(hubwise, call, new Date()));
        return 0;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        throw new CannotBe(error.all.map((item) => sentence('en', error.module, item)).join('\n'));
      }
    },
  });
}

/** @throws SettingMistake with a sentence for the operator */
export function callFrom(args: string[]): TokenCall {
  const text = { type: 'string' } as const;
  let values: Record<string, string | undefined>;
  try {
    const options = { for: text, scopes: text, name: text, as: text, days: text, hub: text, data: text };
    ({ values } = parseArgs({ args, options }));
  } catch {
    throw new SettingMistake(USAGE);
  }
  const scopes = (values.scopes ?? '').split(',').map((scope) => scope.trim());
  const days = Number(values.days ?? 90);
  if (!values.for?.includes('@') || !scopes.every(isScope) || ![30, 90, 365].includes(days))
    throw new SettingMistake(USAGE);
  return {
    email: values.for,
    scopes,
    name: values.name ?? 'minna token',
    organisation: values.as ?? null,
    days,
    hubKey: values.hub ?? null,
    settings: settingsFrom(values.data ? ['--data', values.data] : [], process.env),
  };
}

/** The token, by the very act of the page: with its rules and its entry in the audit. */
export async function made(hubwise: Hubwise, call: Omit<TokenCall, 'settings'>, now: Date): Promise<string> {
  const hub = await hubNamed(hubwise, call.hubKey);
  const reader = await readerOf(hubwise, hub, call.email, now);
  const acting = call.organisation
    ? reader.roles.find(({ organisation }) => organisation.name === call.organisation)?.organisation
    : reader.person;
  if (!acting) throw new CannotBe(`${call.email} holds no role in ${call.organisation}.`);
  const token = newToken();
  const perform = performer({ ...eventParts, hubwise, evict: () => {}, notifyPayloads, refusalOf });
  const { scopes, name, days } = call;
  const hash = tokenHash(token).toString('hex');
  await perform({ hub, reader, lang: 'en', now }, makeToken, { name, scopes, days, actingId: acting.id, hash });
  return token;
}

async function readerOf(hubwise: Hubwise, hub: Hub, email: string, now: Date): Promise<Reader> {
  const [row] = await hubwise.read(hub.id, (db) =>
    runSql<{ account_id: string; id: string; name: string; level: 0 | 1 | 2; roles: (Actor & { role: RoleName })[] }>(
      db,
      `select u.id as account_id, p.id, p.name, case when p.level = 0 and u.email_confirmed then 1 else p.level end as level,
         coalesce((select json_agg(json_build_object('id', o.id, 'kind', o.kind, 'name', o.name, 'role', r.role))
           from roles r join actors o on o.hub_id = r.hub_id and o.id = r.organisation_id
           where r.hub_id = p.hub_id and r.person_id = p.id and (r.until is null or r.until > $3)), '[]') as roles
       from auth.users u join actors p on p.hub_id = $1 and p.account_id = u.id where lower(u.email) = lower($2)`,
      [hub.id, email, now],
    ),
  );
  if (!row) throw new CannotBe(`Nobody in ${hub.name.ja} has the address ${email}.`);
  const person: Actor = { id: row.id, kind: 'person', name: row.name };
  const roles: Role[] = row.roles.map(({ role, ...organisation }) => ({ organisation, role }));
  return { accountId: row.account_id, sessionId: row.account_id, person, acting: person, roles, level: row.level };
}
