/** F1.1 Where events are. Not percent-encoded: a Location header needs `encodeURI`. */
import { ref, shortId } from '#kernel/ids.ts';

export function eventPath(event: { id: string; title: string }): string {
  return `/events/${ref(event.id, event.title)}`;
}

/** Where a notice leads: the page finds its own name. */
export function eventHref(id: string): string {
  return `/events/${shortId(id)}`;
}

/** The page of one registration, for whoever has its address. */
export function ticketPath(ticket: string): string {
  return `/event-tickets/${shortId(ticket)}`;
}

/** What the QR code of a ticket says: for whoever holds the event. */
export function checkInPath(code: string): string {
  return `/event-check-ins/${shortId(code)}`;
}

/** The list of who registered, for whoever holds the event; empty words are left out. */
/** Where somebody stands on the list at the door: whoever ticks names off goes on from there. */
export function standingAt(registrationId: string): string {
  return `at-${shortId(registrationId)}`;
}

export function deskPath(event: { id: string; title: string }, asked: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
  return `${encodeURI(eventPath(event))}/registrations${query === '' ? '' : `?${query}`}`;
}
