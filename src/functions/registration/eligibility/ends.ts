/** F7.6 What the clock does: says a month before that something ends, and erases papers when their time is over. */
import { detachAll } from '#commons/files/index.ts';
import { tell } from '#commons/notices/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays, tokyoDate } from '#kernel/dates.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { standingPath } from './addresses.ts';
import { FACT } from './hand-in.ts';

export const REMIND_DAYS = 30;
const MOST_AT_ONCE = 200;

/** Once for each confirmed fact of a standing group that has handed in nothing newer for the same item. */
export async function remindOfEnds({ hub, hubwise, now, newId }: JobContext): Promise<void> {
  const today = tokyoDate(now);
  await hubwise.write(hub.id, async (db) => {
    const ending = await run<{ group_id: string; group_name: string; set_id: string; set_name: string; until: string }>(
      db,
      `with due as (
         update group_facts set reminded_at = $2 where hub_id = $1 and id in (
           select f.id from group_facts f where f.state = 'confirmed' and f.reminded_at is null and f.valid_until between $3 and $4
           order by f.valid_until limit ${MOST_AT_ONCE} for update skip locked)
         returning group_id, set_id, item, id, valid_until)
       select d.group_id, g.name as group_name, d.set_id, s.name as set_name, min(d.valid_until)::text as until
       from due d join groups g on g.hub_id = $1 and g.id = d.group_id and g.withdrawn_at is null
         join requirement_sets s on s.hub_id = $1 and s.id = d.set_id and s.closed_at is null
       where not exists (select from group_facts n where n.hub_id = $1 and n.group_id = d.group_id and n.set_id = d.set_id
         and n.item = d.item and n.id > d.id and n.state in ('handed-in', 'confirmed'))
       group by 1, 2, 3, 4 order by 1, 3`,
      [hub.id, now, today, addDays(today, REMIND_DAYS)],
    );
    for (const { group_id: group, group_name: name, set_id: set, set_name: setName, until } of ending)
      await tell(
        { db, hub, now, newId },
        {
          people: [group],
          kind: 'eligibility.ends-soon',
          about: { kind: 'group', id: group },
          href: standingPath(group, set),
          facts: { set: setName, group: name, until },
        },
      );
  });
}

/** Papers, words and numbers go so many days after the last word on them, as the set promised; that it was confirmed stays. */
export async function erasePapers({ hub, hubwise, now }: JobContext): Promise<void> {
  await hubwise.write(hub.id, async (db) => {
    const over = await run<{ id: string }>(
      db,
      `update group_facts set papers_erased_at = $2, word = '', figure = null where hub_id = $1 and id in (
         select f.id from group_facts f join requirement_sets s on s.hub_id = f.hub_id and s.id = f.set_id
         where f.papers_erased_at is null and f.state in ('confirmed', 'refused')
           and (f.appealed_at is null or f.appeal_decided_at is not null)
           and coalesce(f.appeal_decided_at, f.checked_at) + make_interval(days => s.papers_days) <= $2
         order by f.checked_at limit ${MOST_AT_ONCE} for update of f skip locked) returning id`,
      [hub.id, now],
    );
    for (const { id } of over) await detachAll({ db, hub }, { kind: FACT, id });
  });
}
