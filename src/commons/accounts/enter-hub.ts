/** X2, X11: an account belongs to the deployment, a person to a hub; whoever signs in here for the first time becomes a person here. */
import type { Actor } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Means } from './means.ts';

/**
 * The account's person in this hub, made when there is none. Its level rises to 1 when the address is confirmed, and never
 * falls. `db` must be bound to the hub.
 */
export async function enterHub(db: Db, hubId: number, accountId: string, means: Means): Promise<Actor> {
  const [row] = await run<{ id: string; name: string }>(
    db,
    `insert into actors (hub_id, id, kind, name, account_id, level, created_at)
     select $1, $3, 'person', left(u.name, 80), u.id, case when u.email_confirmed then 1 else 0 end, $4
     from auth.users u where u.id = $2
     on conflict (hub_id, account_id) where account_id is not null
     do update set level = greatest(actors.level, excluded.level)
     returning id, name`,
    [hubId, accountId, means.newId(), means.now],
  );
  if (!row) throw new Error('the account is gone');
  return { id: row.id, kind: 'person', name: row.name };
}
