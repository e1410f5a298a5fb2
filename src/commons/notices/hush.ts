/** X3, X4: nobody is told of what is hidden. To be called in the act that hides a thing, and in the one that shows it again. */
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';

interface Means {
  db: Db;
  hub: Pick<Hub, 'id'>;
  now: Date;
}

/** Notices about this thing leave the lists, letters and push; new ones about it are not made. Twice is as once. */
export async function hush({ db, hub, now }: Means, thing: { kind: string; id: string }): Promise<void> {
  await run(
    db,
    'insert into hushed_things (hub_id, thing_id, kind, at) values ($1, $2, $3, $4) on conflict (hub_id, thing_id) do nothing',
    [hub.id, thing.id, thing.kind, now],
  );
  await run(db, 'update notices set is_hushed = true where hub_id = $1 and about_id = $2', [hub.id, thing.id]);
}

/** It can be seen again: earlier notices about it come back. Letters that would have left meanwhile are not sent late. */
export async function unhush({ db, hub, now }: Means, thing: { id: string }): Promise<void> {
  await run(db, 'delete from hushed_things where hub_id = $1 and thing_id = $2', [hub.id, thing.id]);
  await run(
    db,
    `update notices set is_hushed = false, is_push_due = false, mail_after = case when mail_after > $3 then mail_after end
     where hub_id = $1 and about_id = $2`,
    [hub.id, thing.id, now],
  );
}
