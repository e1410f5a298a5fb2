/** F1.1 What the pages of events have in common: which event an address names, the frame around it, why an act is refused. */
import { sharedPicture } from '#commons/files/index.ts';
import { type PageProps, page } from '#commons/hubs/index.ts';
import { parseRef, parseShortId } from '#kernel/ids.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { eventPath } from './addresses.ts';
import { notFound, type Reason, refusalFor, type Typed } from './event.ts';
import { eventTags } from './event-tags.ts';
import { eventById, type ShownEvent } from './queries.ts';
import { nextChange, type Places } from './rules.ts';
import { eventHead } from './views/show.ts';
import { words } from './words.ts';

export function idIn(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw notFound();
  return id;
}

/** A key of an address: a ticket, a code, a draft. */
export function keyIn(visit: Visit, name = 'key'): string {
  const id = parseShortId(visit.params[name] ?? '');
  if (!id) throw notFound();
  return id;
}

export async function eventIn(visit: Visit): Promise<ShownEvent> {
  return visit.read((db) => eventById(db, idIn(visit), visit.now));
}

/** Why something is not possible now, as a sentence. Who isn't signed in may begin: what is typed is kept while signing in. */
export function sentenceOf(visit: Visit, reason: Reason | null): string | null {
  if (reason === null || reason === 'sign-in') return null;
  return visit.problem(refusalFor(reason)).items[0]?.message ?? '';
}

/** @throws Refusal when the page makes no sense for this reader now */
export function demand(reason: Reason | null): void {
  if (reason) throw refusalFor(reason);
}

export async function typedIn(visit: Visit): Promise<Typed> {
  const form = await visit.form();
  return Object.fromEntries([...form.entries()].map(([name, values]) => [name, values.join(',')]));
}

export function crumbs(visit: Visit, event: { id: string; title: string } | null, last?: string) {
  return [
    { text: words(visit.lang).list.title, href: '/events' },
    ...(event ? [{ text: event.title, ...(last ? { href: eventPath(event) } : {}) }] : []),
    ...(last ? [{ text: last }] : []),
  ];
}

/** A page is wrong as soon as one of its events begins, ends, or opens for registration. */
export function expireWith(visit: Visit, events: readonly Places[]): void {
  for (const event of events) {
    const change = nextChange(event, visit.now);
    if (change) visit.expiresAt(change);
  }
}

/** A page among the tabs of an event; `current` is the tab's path. */
export function eventPage(visit: Visit, event: ShownEvent, current: string, props: Omit<PageProps, 'head'>): Reply {
  const { lang, now } = visit;
  visit.tag(...eventTags(event));
  expireWith(visit, [event]);
  return page(visit, {
    breadcrumb: crumbs(visit, event),
    head: eventHead({ lang, now, event }, current),
    proof: event.series_id ? { kind: 'event-series', id: event.series_id } : { kind: 'event', id: event.id },
    responsible: event.host_name,
    ...sharedPicture(event.picture, visit.hub.origin),
    ...(event.hidden_at ? { indexed: false } : {}),
    ...props,
  });
}

/** A page without tabs: a form, a question before an act. */
export function plainPage(visit: Visit, event: { id: string; title: string } | null, props: PageProps): Reply {
  return page(visit, {
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(visit, event, props.title),
    ...props,
  });
}
