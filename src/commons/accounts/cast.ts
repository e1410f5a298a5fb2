/** The demo town's people, to sign in as with one press. Only accounts with an address that can't exist (.example). */
import type { RoleName } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';

export interface CastPerson {
  accountId: string;
  name: string;
  about: string;
  /** what they lead first */
  roles: { organisation: string; role: RoleName }[];
}

const CAST = `
  select u.id as "accountId", p.name, p.about, coalesce(held.roles, '[]') as roles
  from actors p
  join auth.users u on u.id = p.account_id
  left join lateral (
    select json_agg(json_build_object('organisation', o.name, 'role', r.role)
      order by array_position(array['representative', 'editor', 'member'], r.role), o.name) as roles
    from roles r join actors o on o.hub_id = r.hub_id and o.id = r.organisation_id
    where r.hub_id = $1 and r.person_id = p.id and (r.until is null or r.until > $2)
  ) held on true
  where p.hub_id = $1 and u.email like '%.example'
  order by p.created_at, p.id
  limit 200`;

/** `db` must be bound to the hub. */
export async function castOf(db: Db, hubId: number, now: Date): Promise<CastPerson[]> {
  return run<CastPerson>(db, CAST, [hubId, now]);
}

/** True when the account is one of the cast. */
export async function isCast(db: Db, hubId: number, accountId: string): Promise<boolean> {
  const rows = await run(
    db,
    `select u.id from auth.users u join actors p on p.hub_id = $1 and p.account_id = u.id
     where u.id = $2 and u.email like '%.example'`,
    [hubId, accountId],
  );
  return rows.length > 0;
}
