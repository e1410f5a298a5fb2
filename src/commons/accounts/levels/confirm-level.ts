/** X2: level 2, the confirmed 市民. Kept: how, when, and by which office. Never a copy of a document, anybody's number, or who sat at the desk. */
import { type Db, run } from '#kernel/database/dialect.ts';

export type LevelMethod = 'desk' | 'outside';

/** Raises a person to level 2; once confirmed, they stay as they were confirmed. `db` must be bound to the hub. */
export async function confirmLevel(
  db: Db,
  hubId: number,
  { personId, method, officeId }: { personId: string; method: LevelMethod; officeId: string | null },
  now: Date,
): Promise<void> {
  await run(
    db,
    `insert into level_confirmations (hub_id, person_id, method, office_id, confirmed_at) values ($1, $2, $3, $4, $5)
     on conflict (hub_id, person_id) do nothing`,
    [hubId, personId, method, officeId, now],
  );
  await run(db, 'update actors set level = 2 where hub_id = $1 and id = $2 and level < 2', [hubId, personId]);
}

export interface OwnLevel {
  method: LevelMethod;
  office: string | null;
  confirmedAt: Date;
}

/** How this person was confirmed; null: not yet. */
export async function ownLevel(db: Db, hubId: number, personId: string): Promise<OwnLevel | null> {
  const [row] = await run<OwnLevel>(
    db,
    `select l.method, l.confirmed_at as "confirmedAt", o.name as office from level_confirmations l
     left join actors o on o.hub_id = l.hub_id and o.id = l.office_id where l.hub_id = $1 and l.person_id = $2`,
    [hubId, personId],
  );
  return row ?? null;
}
