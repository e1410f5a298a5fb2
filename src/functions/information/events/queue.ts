/** F1.1, F1.4 The waiting list: whoever waits is let in when places become free, in order, each exactly once. */
import { tell } from '#commons/notices/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { promotedLetter } from './letters.ts';
import type { EventRow } from './queries.ts';
import { freePlaces, promotedOf } from './rules.ts';
import { FROM_REGISTERED, type Means, noticeOf, REGISTERED, type Registered, sendLetters } from './tell-registered.ts';

const MOST_AT_ONCE = 500;

/**
 * Lets in whom the free places are for, and tells them. The caller holds the event's row and gives it as it stands now, so two people who
 * cancel at once don't let in the same person twice. Once it has begun nobody is let in any more.
 */
export async function promote(means: Means, event: EventRow): Promise<number> {
  if (event.waiting === 0 || event.cancelled_at || means.now >= event.starts_at) return 0;
  const queue = await run<Registered>(
    means.db,
    `select ${REGISTERED} from ${FROM_REGISTERED}
     where r.event_id = $1 and r.cancelled_at is null and r.confirmed_at is not null and r.admitted_at is null
     order by r.confirmed_at, r.id limit ${MOST_AT_ONCE}`,
    [event.id],
  );
  const people = promotedOf(queue, freePlaces(event)).map((one) => ({ ...one, admitted_at: means.now }));
  if (people.length === 0) return 0;
  const places = people.reduce((sum, one) => sum + one.places, 0);
  await run(means.db, 'update event_registrations set admitted_at = $3 where hub_id = $1 and id = any($2::uuid[])', [
    means.hub.id,
    people.map(({ id }) => id),
    means.now,
  ]);
  await countPlaces(means, event, { taken: places, waiting: -places });
  await tell(means, { kind: 'events.promoted', ...noticeOf(event, people) });
  await sendLetters(means, people, (one) => promotedLetter(means.hub, event, one));
  return people.length;
}

/** Moves the kept sums, and those of the row at hand with them. */
export async function countPlaces(
  { db, hub }: Pick<Means, 'db' | 'hub'>,
  event: EventRow,
  { taken = 0, waiting = 0, came = 0 }: { taken?: number; waiting?: number; came?: number },
): Promise<void> {
  event.taken += taken;
  event.waiting += waiting;
  event.came += came;
  await run(db, 'update town_events set taken = $3, waiting = $4, came = $5 where hub_id = $1 and id = $2', [
    hub.id,
    event.id,
    event.taken,
    event.waiting,
    event.came,
  ]);
}
