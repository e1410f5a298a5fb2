/** F1.1, X1: whoever leaves gives their places back; whoever waits is let in by the clock. */
import { run } from '#kernel/database/dialect.ts';
import type { Leaving } from '#kernel/module.ts';

export const eventsLeaving: Leaving = {
  async laysDown(db, { hubId, personId, now }) {
    await run(
      db,
      `with given as (
         update event_registrations r set cancelled_at = $3 from town_events e
         where r.hub_id = $1 and r.person_id = $2 and r.cancelled_at is null and e.hub_id = r.hub_id and e.id = r.event_id and e.ends_at > $3
           and r.checked_in_at is null
         returning r.event_id, r.places, r.admitted_at is not null as admitted)
       update town_events e set taken = e.taken - s.taken, waiting = e.waiting - s.waiting
       from (select event_id, coalesce(sum(places) filter (where admitted), 0)::int as taken,
           coalesce(sum(places) filter (where not admitted), 0)::int as waiting from given group by event_id) s
       where e.hub_id = $1 and e.id = s.event_id`,
      [hubId, personId, now],
    );
  },
};
