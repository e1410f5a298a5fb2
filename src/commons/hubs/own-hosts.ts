/** F1.3, X11: hosts beside those of the hubs. A host leads to one place; who else holds one is told to nobody. */
import { type Db, run } from '#kernel/database/dialect.ts';

/** Takes a host whose holder was verified. False: it is somebody else's, in this hub or another, or a hub's own. */
export async function takeHost(
  db: Db,
  { host, hubId, thingId, now }: { host: string; hubId: number; thingId: string; now: Date },
): Promise<boolean> {
  const rows = await run(
    db,
    `insert into own_hosts (host, hub_id, thing_id, since)
     select $1, $2, $3, $4 where not exists (select from hubs h where regexp_replace(lower(h.host), '^https?://|:[0-9]+$', '', 'g') = $1)
     on conflict (host) do update set thing_id = excluded.thing_id where own_hosts.hub_id = excluded.hub_id and own_hosts.thing_id = excluded.thing_id
     returning host`,
    [host, hubId, thingId, now],
  );
  return rows.length > 0;
}

export async function freeHost(db: Db, { host, hubId }: { host: string; hubId: number }): Promise<void> {
  await run(db, 'delete from own_hosts where host = $1 and hub_id = $2', [host, hubId]);
}

/** Whether anybody's thing is shown there; not whose. */
export async function isOwnHost(db: Db, host: string): Promise<boolean> {
  return (await run(db, 'select host from own_hosts where host = $1', [host])).length > 0;
}
