/** F1.1, P4 Registering without an account: a letter to one's address is opened, and only then one is registered. No act of a person, no event. */
import { z } from 'zod';
import { run } from '#kernel/database/dialect.ts';
import { randomId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { notifyPayloads } from '#kernel/page-cache-listener.ts';
import { line } from '#kernel/text.ts';
import { notFound, refusalFor } from './event.ts';
import { eventTags } from './event-tags.ts';
import { confirmationLetter, registeredLetter } from './letters.ts';
import { type EventRow, lockedEvent } from './queries.ts';
import { countPlaces } from './queue.ts';
import {
  checkCompanions,
  companionsInput,
  giveBack,
  insertRegistration,
  noteInput,
  registeredById,
} from './register.ts';
import { isAdmitted, mayRegister } from './rules.ts';
import { type Means, sendLetter } from './tell-registered.ts';

const address = z.email();

export const guestInput = z.object({
  name: line({ max: 60 }),
  email: z
    .string({ error: 'required' })
    .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
    .refine((typed) => typed !== '', 'required')
    .refine((typed) => typed.length <= 200, 'too-long'),
  companions: companionsInput,
  note: noteInput,
});
export type GuestInput = z.output<typeof guestInput>;

interface Earlier {
  id: string;
  confirmed_at: Date | null;
}

/**
 * Sends the letter. The same answer whether the address is registered already or not: whoever isn't its owner learns nothing. Asked again
 * before the letter was opened, the newest words count.
 */
export async function askGuest(means: Means, eventId: string, input: GuestInput, lang: Lang): Promise<void> {
  const event = await lockedEvent(means.db, eventId);
  const no = mayRegister(event, means.now);
  if (no) throw refusalFor(no);
  if (!address.safeParse(input.email).success) throw refusalFor('not-an-address', { field: 'email' });
  checkCompanions(event, input.companions);
  const [earlier] = await run<Earlier>(
    means.db,
    'select id, confirmed_at from event_registrations where event_id = $1 and email = $2 and cancelled_at is null',
    [eventId, input.email],
  );
  if (earlier?.confirmed_at) {
    const own = await registeredById(means, earlier.id);
    await sendLetter(means, own, registeredLetter(means.hub, event, own));
    return;
  }
  // Whichever letter is opened, the first or the second, it is the same ticket.
  if (earlier) {
    await run(
      means.db,
      'update event_registrations set name = $3, companions = $4, note = $5, lang = $6, asked_at = $7 where hub_id = $1 and id = $2',
      [means.hub.id, earlier.id, input.name, input.companions, input.note, lang, means.now],
    );
    const own = await registeredById(means, earlier.id);
    await sendLetter(means, own, confirmationLetter(means.hub, event, own));
    return;
  }
  const id = await insertRegistration(means, event, {
    ...{
      way: 'mail',
      personId: null,
      name: input.name,
      email: input.email,
      lang,
      companions: input.companions,
      note: input.note,
    },
    ...{ ticket: randomId(), checkCode: randomId(), enteredBy: null, confirmedAt: null, admittedAt: null },
  });
  const own = await registeredById(means, id);
  await sendLetter(means, own, confirmationLetter(means.hub, event, own));
}

/** The letter was opened: now it is their turn, after everybody who was before. Opening it twice changes nothing. */
export async function confirmGuest(means: Means, ticket: string): Promise<void> {
  const [found] = await run<{ id: string; event_id: string }>(
    means.db,
    'select id, event_id from event_registrations where ticket = $1 and cancelled_at is null',
    [ticket],
  );
  if (!found) throw notFound();
  const event = await lockedEvent(means.db, found.event_id);
  const [own] = await run<{ places: number }>(
    means.db,
    'select places from event_registrations where id = $1 and confirmed_at is null and cancelled_at is null for update',
    [found.id],
  );
  if (!own) return;
  const no = mayRegister(event, means.now);
  if (no) throw refusalFor(no);
  const admitted = isAdmitted(event, own.places);
  await run(
    means.db,
    'update event_registrations set confirmed_at = $3, admitted_at = $4 where hub_id = $1 and id = $2',
    [means.hub.id, found.id, means.now, admitted ? means.now : null],
  );
  await countPlaces(means, event, admitted ? { taken: own.places } : { waiting: own.places });
  const registered = await registeredById(means, found.id);
  await sendLetter(means, registered, registeredLetter(means.hub, event, registered));
  await showAnew(means, event);
}

/** By whoever has the ticket, signed in or not. */
export async function cancelByTicket(means: Means, ticket: string): Promise<void> {
  await showAnew(means, await giveBack(means, 'ticket = $1', [ticket]));
}

/** Without an act nothing tells the page cache; it hears of it with the commit. */
async function showAnew({ db, hub }: Means, event: EventRow): Promise<void> {
  const payloads = notifyPayloads(hub.id, eventTags(event));
  await Promise.all(payloads.map((payload) => run(db, "select pg_notify('minna_pages', $1)", [payload])));
}
