/** F1.4 Where showcases are. Not percent-encoded: a Location header needs `encodeURI`. */
import { ref, shortId } from '#kernel/ids.ts';

export function showcasePath(showcase: { id: string; title: string }): string {
  return `/showcases/${ref(showcase.id, showcase.title)}`;
}

/** Where a notice leads: the page finds its own name. */
export function showcaseHref(id: string): string {
  return `/showcases/${shortId(id)}`;
}

/** A part of the programme, on the page of the programme. */
export function slotAnchor(slotId: string): string {
  return `slot-${shortId(slotId)}`;
}

/** What the audience says about this part, on the day and afterwards. */
export function livePath(showcase: { id: string; title: string }, slotId?: string): string {
  return `${showcasePath(showcase)}/live${slotId ? `?slot=${shortId(slotId)}` : ''}`;
}

export function handHref(id: string, page: 'revision' | 'materials'): string {
  return `/showcase-hands/${shortId(id)}/${page}`;
}
