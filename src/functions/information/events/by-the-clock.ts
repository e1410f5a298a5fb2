/** F1.1 What the clock does about events: reminds on the day before, lets in who waits, forgets names when they aren't needed any more. */
import { tell } from '#commons/notices/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays, endOfTokyoDay, startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { eventTags } from './event-tags.ts';
import { reminderLetter } from './letters.ts';
import { type EventRow, lockedEvent } from './queries.ts';
import { promote } from './queue.ts';
import { HOUR, NAMES_KEPT, UNCONFIRMED_KEPT } from './rules.ts';
import { FROM_REGISTERED, noticeOf, REGISTERED, type Registered, sendLetters } from './tell-registered.ts';

/** Reminders go out from nine in the morning of the day before. */
const REMINDING_FROM = 9 * HOUR;
const MOST_AT_ONCE = 300;

/** Each registration once, whatever happens between: the mark and the letter are one transaction. */
export async function remind(job: JobContext): Promise<void> {
  const { hub, hubwise, now } = job;
  const today = tokyoDate(now);
  if (now.getTime() < startOfTokyoDay(today).getTime() + REMINDING_FROM) return;
  const tomorrow = addDays(today, 1);
  await hubwise.write(hub.id, async (db) => {
    const due = await run<{ id: string }>(
      db,
      `update event_registrations set reminded_at = $2 where hub_id = $1 and id in (
         select r.id from event_registrations r join town_events e on e.hub_id = r.hub_id and e.id = r.event_id
         where e.starts_at >= $3 and e.starts_at < $4 and e.cancelled_at is null and e.hidden_at is null
           and r.admitted_at is not null and r.cancelled_at is null and r.reminded_at is null and r.asked_at < $5
         order by r.id limit ${MOST_AT_ONCE} for update of r skip locked) returning id`,
      // Whoever registers on that day has just had a letter.
      [hub.id, now, startOfTokyoDay(tomorrow), endOfTokyoDay(tomorrow), startOfTokyoDay(today)],
    );
    if (due.length === 0) return;
    const ids = due.map(({ id }) => id);
    const people = await run<Registered>(
      db,
      `select ${REGISTERED} from ${FROM_REGISTERED} where r.id = any($1::uuid[])`,
      [ids],
    );
    const events = await run<EventRow>(
      db,
      `select e.id, e.title, e.starts_at, e.ends_at, e.place, e.address, e.is_online, e.online_link, e.contact
       from town_events e where e.id = any($1::uuid[])`,
      [[...new Set(people.map(({ event_id }) => event_id))]],
    );
    const means = { db, hub, now, newId: job.newId };
    for (const event of events) {
      const own = people.filter(({ event_id }) => event_id === event.id);
      await tell(means, { kind: 'events.reminder', ...noticeOf(event, own) });
      await sendLetters(means, own, (one) => reminderLetter(hub, event, one));
    }
  });
}

/** Places that became free otherwise than by an act: somebody left the town, a guest never opened the letter. */
export async function letIn(job: JobContext): Promise<void> {
  const { hub, hubwise, now } = job;
  const tags = await hubwise.write(hub.id, async (db) => {
    const waited = await run<{ id: string }>(
      db,
      `select id from town_events where starts_at > $1 and waiting > 0 and cancelled_at is null and (capacity is null or taken < capacity)
       order by starts_at limit 100`,
      [now],
    );
    const changed: string[] = [];
    for (const { id } of waited) {
      const event = await lockedEvent(db, id);
      if ((await promote({ db, hub, now, newId: job.newId }, event)) > 0) changed.push(...eventTags(event));
    }
    return changed;
  });
  if (tags.length > 0) await job.invalidate([...new Set(tags)]);
}

/** Names, addresses and notes go thirty days after the event, guests who never opened their letter after two. Sums stay. */
export async function forgetNames({ hub, hubwise, now }: JobContext): Promise<void> {
  await hubwise.write(hub.id, async (db) => {
    await run(db, 'delete from event_registrations where hub_id = $1 and confirmed_at is null and asked_at < $2', [
      hub.id,
      new Date(now.getTime() - UNCONFIRMED_KEPT),
    ]);
    await run(
      db,
      `update event_registrations r set name = '', email = null, note = '', forgotten_at = $2 from town_events e
       where r.hub_id = $1 and r.forgotten_at is null and e.hub_id = r.hub_id and e.id = r.event_id and e.ends_at < $3`,
      [hub.id, now, new Date(now.getTime() - NAMES_KEPT)],
    );
  });
}
