/** X8, X1: who holds a token. Read anew for each request: a revoked token or an ended role is dead at once. */
import { restingOffices } from '#commons/hubs/index.ts';
import { tokenHash } from '#commons/programs/index.ts';
import type { Actor, Hub, Reader, Role, RoleName } from '#kernel/context.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';

export interface TokenHolder {
  reader: Reader;
  scopes: ReadonlySet<string>;
}

interface Row {
  id: string;
  scopes: string[];
  acting_id: string;
  was_used_today: boolean;
  person_id: string;
  name: string;
  account_id: string;
  level: 0 | 1 | 2;
  confirmed: boolean;
  waits: boolean | null;
  has_second: boolean;
  roles: { id: string; kind: Actor['kind']; name: string; role: RoleName }[] | null;
}

// The same as for a session: what a person may do hangs on the person, not on the way it comes in.
const READ = `
  select t.id, t.scopes, t.acting_id, coalesce(t.last_used_on = $4::date, false) as was_used_today,
    p.id as person_id, p.name, p.level, u.id as account_id, u.email_confirmed as confirmed, m.waits, held.roles,
    (exists (select from auth.second_steps s where s.account_id = u.id and s.confirmed_at is not null)
      or exists (select from auth.passkeys k where k.account_id = u.id and k.halted_at is null)) as has_second
  from api_tokens t
  join actors p on p.hub_id = t.hub_id and p.id = t.person_id
  join auth.users u on u.id = p.account_id
  left join auth.minors m on m.account_id = u.id
  left join lateral (
    select json_agg(json_build_object('id', o.id, 'kind', o.kind, 'name', o.name, 'role', r.role) order by o.name, o.id) as roles
    from roles r join actors o on o.hub_id = r.hub_id and o.id = r.organisation_id
    where r.hub_id = $2 and r.person_id = p.id and (r.until is null or r.until > $3)
  ) held on true
  where t.hub_id = $2 and t.hash = $1 and t.revoked_at is null and t.expires_at > $3`;

/** Null: unknown here, over, revoked; or made for an organisation in which the person has no role any more. */
export async function readToken(
  hubwise: Hubwise,
  token: string,
  hub: Pick<Hub, 'id' | 'secretariatId' | 'rules'>,
  now: Date,
): Promise<TokenHolder | null> {
  const hubId = hub.id;
  const today = tokyoDate(now);
  const hash = tokenHash(token);
  const [row] = await hubwise.read(hubId, (db) => run<Row>(db, READ, [hash, hubId, now, today]));
  if (!row) return null;
  const person: Actor = { id: row.person_id, kind: 'person', name: row.name };
  const held: Role[] = (row.roles ?? []).map(({ role, ...organisation }) => ({ organisation, role }));
  // X1: a token is made by somebody who has shown who they are; where offices ask for two factors, its owner must have them.
  const { roles, officesRest } = restingOffices(hub, held, row.has_second);
  const acting =
    row.acting_id === person.id ? person : roles.find((one) => one.organisation.id === row.acting_id)?.organisation;
  if (!acting) return null;
  if (!row.was_used_today) await hubwise.write(hubId, (db) => markUsed(db, hubId, row.id, today));
  const level = row.waits ? 0 : row.level === 0 && row.confirmed ? 1 : row.level;
  const reader: Reader = {
    accountId: row.account_id,
    sessionId: row.id,
    person,
    acting,
    roles,
    level,
    ...(officesRest ? { officesRest } : {}),
  };
  return { reader, scopes: new Set(row.scopes) };
}

/** The day is enough to see which token nobody uses any more. */
async function markUsed(db: Db, hubId: number, id: string, today: string): Promise<void> {
  await run(db, 'update api_tokens set last_used_on = $3 where hub_id = $1 and id = $2', [hubId, id, today]);
}
