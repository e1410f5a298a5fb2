/** X1: who asks. One statement a request, read anew each time: a revoked session or an ended role is dead at once. */
import { restingOffices } from '#commons/hubs/index.ts';
import type { Actor, Hub, Reader, Role, RoleName } from '#kernel/context.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { after, needsRenewal, SESSION_DAYS } from './rules.ts';
import { hashOf } from './session-token.ts';

/** A reader, and whether its session should be extended (at most once a day). */
export interface SignedIn extends Reader {
  renew: boolean;
}

interface SessionRow {
  session_id: string;
  account_id: string;
  updated_at: Date;
  method: string;
  second: string | null;
  proved_at: Date | null;
  confirmed: boolean;
  id: string;
  name: string;
  level: 0 | 1 | 2;
  waits: boolean | null;
  acting_id: string | null;
  unread: number;
  roles: { id: string; kind: Actor['kind']; name: string; role: RoleName }[] | null;
}

const READ = `
  select s.id as session_id, u.id as account_id, s.updated_at, s.method, s.second, s.proved_at, u.email_confirmed as confirmed,
    p.id, p.name, p.level, m.waits, a.organisation_id as acting_id, held.roles,
    (select count(*) from (select 1 from notices n
       where n.hub_id = $2 and n.person_id = p.id and n.read_at is null and not n.is_hushed limit 100) as bounded)::int as unread
  from auth.sessions s
  join auth.users u on u.id = s.user_id
  join actors p on p.hub_id = $2 and p.account_id = u.id
  left join auth.minors m on m.account_id = u.id
  left join auth.session_acting a on a.hub_id = $2 and a.session_id = s.id
  left join lateral (
    select json_agg(json_build_object('id', o.id, 'kind', o.kind, 'name', o.name, 'role', r.role) order by o.name, o.id) as roles
    from roles r join actors o on o.hub_id = r.hub_id and o.id = r.organisation_id
    where r.hub_id = $2 and r.person_id = p.id and (r.until is null or r.until > $3)
  ) held on true
  where s.token = $1 and s.expires_at > $3`;

/** What of a hub matters to who its readers are. */
export type SessionHub = Pick<Hub, 'id' | 'secretariatId' | 'rules'>;

/**
 * Who holds this session in this hub; null when it is unknown, over, or its account never came into this hub.
 * `db` must be bound to the hub. Somebody whose role in the organisation they acted for has ended, or rests, acts as themselves.
 */
export async function readSession(db: Db, token: string, hub: SessionHub, now: Date): Promise<SignedIn | null> {
  const [row] = await run<SessionRow>(db, READ, [hashOf(token), hub.id, now]);
  if (!row) return null;
  const person: Actor = { id: row.id, kind: 'person', name: row.name };
  const held: Role[] = (row.roles ?? []).map(({ role, ...organisation }) => ({ organisation, role }));
  const isStrong = row.second !== null;
  const { roles, resting, officesRest } = restingOffices(hub, held, isStrong);
  const acting = roles.find((one) => one.organisation.id === row.acting_id)?.organisation ?? person;
  return {
    accountId: row.account_id,
    sessionId: row.session_id,
    person,
    acting,
    roles,
    unread: row.unread,
    // X2: an address confirmed in one town counts in every town of the deployment. X13: who waits for a guardian's consent reads only.
    level: row.waits ? 0 : row.level === 0 && row.confirmed ? 1 : row.level,
    isStrong,
    // Who plays somebody of the demo town has no password of theirs to show.
    provedAt: row.method === 'cast' ? now : row.proved_at,
    ...(officesRest ? { officesRest, resting } : {}),
    renew: needsRenewal(row.updated_at, now),
  };
}

/** Extends a session by another 30 days from now. */
export async function renewSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await run(db, 'update auth.sessions set updated_at = $2, expires_at = $3 where id = $1 and expires_at > $2', [
    sessionId,
    now,
    after(now, SESSION_DAYS * 24),
  ]);
}

/** What the listener asks of each request with a session cookie. */
export function sessionReader(hubwise: Hubwise): (token: string, hub: SessionHub, now: Date) => Promise<Reader | null> {
  return async (token, hub, now) => {
    const reader = await hubwise.read(hub.id, (db) => readSession(db, token, hub, now));
    if (reader?.renew) await hubwise.deployment((db) => renewSession(db, reader.sessionId, now));
    return reader;
  };
}
