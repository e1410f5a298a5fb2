/** F1.1, X3 Telling those who registered: by a notice, and by a letter where they gave an address. Those who wait are among them. */

import type { WrittenLetter } from '#commons/letters/index.ts';
import { queueMail } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import { eventHref } from './addresses.ts';

/** What writing to people needs: of an act, of the clock, or of a guest's form. */
export interface Means {
  db: Db;
  hub: Hub;
  now: Date;
  newId(): string;
  person?: { id: string };
}

export interface Registered {
  id: string;
  event_id: string;
  way: 'account' | 'mail' | 'desk';
  person_id: string | null;
  name: string;
  /** a guest's own, or that of the account, where it is confirmed */
  address: string | null;
  lang: Lang;
  places: number;
  ticket: string;
  admitted_at: Date | null;
}

export const REGISTERED = `r.id, r.event_id, r.way, r.person_id, coalesce(nullif(r.name, ''), p.name, '') as name, r.places, r.ticket, r.admitted_at, r.lang,
  coalesce(r.email, (select u.email from auth.users u where u.id = p.account_id and u.email_confirmed)) as address`;
export const FROM_REGISTERED = `event_registrations r left join actors p on p.hub_id = r.hub_id and p.id = r.person_id`;

/** Everybody who is coming or waits, in the order of their turn. */
export function everybodyRegistered(db: Db, eventIds: readonly string[]): Promise<Registered[]> {
  return run<Registered>(
    db,
    `select ${REGISTERED} from ${FROM_REGISTERED}
     where r.event_id = any($1::uuid[]) and r.cancelled_at is null and r.confirmed_at is not null order by r.confirmed_at, r.id`,
    [eventIds],
  );
}

/** What a notice to these people says of the event: it stands in the list of those with an account, and the letter goes out beside it. */
export function noticeOf(event: { id: string; title: string }, people: readonly Registered[]) {
  return {
    people: people.flatMap(({ person_id }) => (person_id ? [person_id] : [])),
    about: { kind: 'event', id: event.id },
    href: eventHref(event.id),
    facts: { event: event.title },
    hasLetter: true,
  };
}

/** Whoever follows the event, or its series, hears of what everybody may know by following: nobody is told twice. */
export async function notFollowing(
  db: Db,
  event: { id: string; series_id: string | null },
  people: readonly Registered[],
): Promise<Registered[]> {
  if (people.length === 0) return [];
  const rows = await run<{ person_id: string }>(
    db,
    `select person_id from follows where thing_id = any($1::uuid[]) and scope <> 'none'`,
    [[event.id, ...(event.series_id ? [event.series_id] : [])]],
  );
  const following = new Set(rows.map((row) => row.person_id));
  return people.filter(({ person_id }) => person_id === null || !following.has(person_id));
}

export async function sendLetters(
  means: Means,
  people: readonly Registered[],
  letter: (one: Registered) => WrittenLetter,
): Promise<void> {
  await Promise.all(people.map((one) => sendLetter(means, one, letter(one))));
}

export async function sendLetter(means: Means, to: Pick<Registered, 'address'>, letter: WrittenLetter): Promise<void> {
  if (to.address) await queueMail(means.db, { hubId: means.hub.id, to: to.address, ...letter }, means);
}
