/** F7.3 Reads of ties: what both sides confirmed is public; what waits for an answer is for those asked. */
import { type Db, run } from '#kernel/database/dialect.ts';

export interface Tie {
  id: string;
  what: string;
  asked_at: Date;
  confirmed_at: Date | null;
  group_id: string;
  other_id: string;
  group_name: string;
  other_name: string;
}

const TIES = `select p.id, p.what, p.asked_at, p.confirmed_at, p.group_id, p.other_id, g.name as group_name, o.name as other_name
  from partnerships p join groups g on g.hub_id = p.hub_id and g.id = p.group_id
  join groups o on o.hub_id = p.hub_id and o.id = p.other_id`;
const STANDING = 'p.ended_at is null and g.withdrawn_at is null and o.withdrawn_at is null';

/** Of one group: those confirmed and, for whoever speaks for it, those that wait. */
export function tiesOf(db: Db, groupId: string, withWaiting: boolean): Promise<Tie[]> {
  return run<Tie>(
    db,
    `${TIES} where (p.group_id = $1 or p.other_id = $1) and ${STANDING} and ($2 or p.confirmed_at is not null) order by p.id desc limit 200`,
    [groupId, withWaiting],
  );
}

/** All that both sides confirmed, the latest three hundred. */
export function allTies(db: Db): Promise<Tie[]> {
  return run<Tie>(
    db,
    `${TIES} where ${STANDING} and p.confirmed_at is not null order by p.confirmed_at desc, p.id limit 300`,
  );
}

const BATCH = 500;

/** All that both sides confirmed, by key. */
export async function* everyTie(read: <T>(work: (db: Db) => Promise<T>) => Promise<T>): AsyncGenerator<Tie[]> {
  let before: string | null = null;
  for (;;) {
    const from: string | null = before;
    const ties: Tie[] = await read((db) =>
      run<Tie>(
        db,
        `${TIES} where ${STANDING} and p.confirmed_at is not null and ($1::uuid is null or p.id < $1) order by p.id desc limit $2`,
        [from, BATCH],
      ),
    );
    yield ties;
    if (ties.length < BATCH) return;
    before = ties.at(-1)!.id;
  }
}

export interface Near {
  id: string;
  name: string;
  purpose: string;
  fields: number[];
  areas: string[];
}

/** Groups like this one: with a field in common, those of the same areas first. */
export function groupsLike(db: Db, group: { id: string; fields: number[]; areas: string[] }): Promise<Near[]> {
  return run<Near>(
    db,
    `select id, name, case when hidden_at is null then left(purpose, 120) else '' end as purpose, fields, areas from (
       select id, name, hidden_at, purpose, fields, areas from groups
       where fields && $2::smallint[] and withdrawn_at is null and id <> $1 order by id desc limit 200) as alike
     order by (areas && $3::text[]) desc, id desc limit 6`,
    [group.id, group.fields, group.areas],
  );
}

/** Those of these organisations that are registered and not withdrawn: for whom one may ask and write. */
export async function ownGroups(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return run<{ id: string; name: string }>(
    db,
    'select id, name from groups where id = any($1::uuid[]) and actor_id is not null and withdrawn_at is null order by id limit 50',
    [ids],
  );
}
