/** F1.1 Where entries are. Not percent-encoded: a Location header needs `encodeURI`. */
import { ref, shortId } from '#kernel/ids.ts';

export function entryPath(entry: { id: string; title: string }): string {
  return `/entries/${ref(entry.id, entry.title)}`;
}

/** Where a notice leads: the page finds its own name. */
export function entryHref(id: string): string {
  return `/entries/${shortId(id)}`;
}

/** The letters of one asker about an entry. */
export function letterHref(entryId: string, askerId: string): string {
  return `/entries/${shortId(entryId)}/letters/${shortId(askerId)}`;
}

export function draftPath(id: string, step?: number | string): string {
  return `/entry-drafts/${shortId(id)}${step ? `?step=${step}` : ''}`;
}
