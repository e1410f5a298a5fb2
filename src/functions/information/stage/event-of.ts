/** F1.4 The event of a showcase, at which its audience registers, waits, is reminded and checked in: it moves and ends with the showcase. */
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { inputRefusal } from '#kernel/input.ts';
import {
  cancelEvent,
  changeEvent,
  createEvent,
  type EventRow,
  eventInput,
  eventPath,
  lockedEvent,
} from '../events/index.ts';
import { eventWords } from './event-words.ts';
import type { ShownShowcase } from './queries.ts';
import type { ShowcaseInput } from './showcase.ts';
import type { ShowcaseTimes } from './times.ts';

/** What the two have in common, as the form of events would send it. The address to watch online is public here, and stays here. */
function saidOf(input: ShowcaseInput): Record<string, string> {
  const { title, about, date, from, to, lastDate, place, address, contact, kind } = input;
  const { fields, audience, access, fee, district, otherDistrict } = input;
  const isOnline = kind === 'online' ? 'yes' : '';
  return {
    title,
    about,
    date,
    from,
    to,
    endDate: lastDate === date ? '' : lastDate,
    place,
    address,
    contact,
    isOnline,
    fields: fields.join(','),
    district: '',
    otherDistrict: otherDistrict || district,
    audience: audience.join(','),
    fee,
    access: access.join(','),
  };
}

/** What was entered on the event's own page stays. */
function keptOf(event: EventRow): Record<string, string> {
  const number = (n: number | null) => (n === null ? '' : String(n));
  return {
    lat: number(event.lat),
    lng: number(event.lng),
    onlineLink: event.online_link,
    feeNote: event.fee_note,
    audienceNote: event.audience_note,
    tags: event.tags.join('、'),
    accessNote: event.access_note,
    takesRegistrations: event.takes_registrations ? 'yes' : '',
    capacity: number(event.capacity),
    companions: number(event.companions || null),
  };
}

function parsed(typed: Record<string, string>) {
  const read = eventInput.safeParse(typed);
  if (!read.success) throw inputRefusal(read.error);
  return read.data;
}

/** Gives the id of the event. @throws Refusal of the event */
export async function holdEvent(ctx: ActionContext, input: ShowcaseInput): Promise<string> {
  const typed = { ...saidOf(input), takesRegistrations: 'yes', capacity: input.capacity };
  const { id } = await createEvent.run(ctx, { ...parsed(typed), draft: '' });
  return id;
}

/** @throws Refusal of the event: it is over, or fewer places than people who are registered */
export async function moveEvent(
  ctx: ActionContext,
  showcase: ShownShowcase,
  input: ShowcaseInput,
  times: ShowcaseTimes,
  reason: string,
): Promise<void> {
  if (!showcase.event_id) return;
  const event = await lockedEvent(ctx.db, showcase.event_id);
  const isMoved =
    event.starts_at.getTime() !== times.starts_at.getTime() ||
    event.ends_at.getTime() !== times.ends_at.getTime() ||
    event.place !== input.place;
  await changeEvent.run(ctx, {
    ...parsed({ ...keptOf(event), ...saidOf(input) }),
    id: showcase.event_id,
    of: event.version,
    scope: 'this',
    reason: isMoved ? reason || eventWords(ctx.lang).movedReason : '',
    draft: '',
  });
}

export async function callOffEvent(ctx: ActionContext, showcase: ShownShowcase, reason: string): Promise<void> {
  if (showcase.event_id) await cancelEvent.run(ctx, { id: showcase.event_id, scope: 'this', reason });
}

/** Where the audience registers; null: nowhere. */
export async function eventOf(db: Db, showcase: Pick<ShownShowcase, 'event_id'>): Promise<{ href: string } | null> {
  if (!showcase.event_id) return null;
  const [event] = await run<{ id: string; title: string }>(
    db,
    'select id, title from town_events where id = $1 and hidden_at is null',
    [showcase.event_id],
  );
  return event ? { href: eventPath(event) } : null;
}
