/** F9.5 The filter of a list of opinions as the address says it; what makes no sense there is left out. */
import { isUuid } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { type OpinionFilter, type OpinionKey, SHOWS, type Show } from './shows.ts';

const PAGE_SIZE = 25;

export function filterOf(visit: Visit): OpinionFilter {
  return { ...filterFrom(visit.query('show'), visit.query('q')), after: keyOf(visit.query('after')) };
}

/** The same from a form's fields; a form continues at the first page, which has changed. */
export function filterFrom(show: string | undefined, q: string | undefined): OpinionFilter {
  return {
    show: SHOWS.includes(show as Show) ? (show as Show) : 'all',
    q: (q ?? '').normalize('NFC').slice(0, 100).trim(),
    after: null,
    limit: PAGE_SIZE,
  };
}

function keyOf(text: string): OpinionKey | null {
  const [covered, id] = text.split('.');
  return (covered === '0' || covered === '1') && id && isUuid(id) ? { covered: covered === '1', id } : null;
}
