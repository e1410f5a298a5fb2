import { type Db, run } from '#kernel/database/dialect.ts';

/** Things the holder of this secret address follows; null for an address that isn't given out (any more). */
export async function followedBy(db: Db, key: string): Promise<ReadonlySet<string> | null> {
  const [person] = await run<{ things: string[] }>(
    db,
    `select array(select f.thing_id::text from follows f
       where f.hub_id = p.hub_id and f.person_id = p.person_id and f.scope <> 'none') as things
     from notice_people p where p.calendar_key = $1`,
    [key],
  );
  return person ? new Set(person.things) : null;
}
