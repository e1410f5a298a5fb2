/** F9.2 The list of opinions as its address says it; what makes no sense there is left out. */
import { parseShortId, shortId } from '#kernel/ids.ts';
import { ENTRY_KINDS, type EntryKind } from './discussion.ts';
import type { Order } from './queries.ts';

export interface ListFilter {
  order: Order;
  kind: EntryKind | '';
  q: string;
  after: { id: string; seen: number } | null;
  /** true when it leaves something out */
  isNarrowed: boolean;
}

const LONGEST = 100;
/** The key of a page: the last opinion of the one before, and in the order of choices its number of them. */
const KEY = /^([1-9A-HJ-NP-Za-km-z]{22})(?:~(\d{1,9}))?$/;

export function listFilter(query: (name: string) => string): ListFilter {
  const order: Order = query('order') === 'least-seen' ? 'least-seen' : 'newest';
  const asked = ENTRY_KINDS.find((kind) => kind === query('kind')) ?? '';
  // Only opinions are chosen on, so in the order of choices there is nothing else.
  const kind = order === 'least-seen' ? '' : asked;
  const q = query('q').normalize('NFC').slice(0, LONGEST).trim();
  const [, short = '', seen] = KEY.exec(query('after')) ?? [];
  const id = parseShortId(short);
  const after = id && (seen !== undefined) === (order === 'least-seen') ? { id, seen: Number(seen ?? 0) } : null;
  return { order, kind, q, after, isNarrowed: kind !== '' || q !== '' || order === 'least-seen' };
}

/** The query of the same list, of its first page or of the one after `last`. */
export function listQuery(
  filter: Pick<ListFilter, 'order' | 'kind' | 'q'>,
  last?: { id: string; seen: number },
): string {
  const query = new URLSearchParams();
  if (filter.q) query.set('q', filter.q);
  if (filter.kind) query.set('kind', filter.kind);
  if (filter.order !== 'newest') query.set('order', filter.order);
  if (last) query.set('after', filter.order === 'least-seen' ? `${shortId(last.id)}~${last.seen}` : shortId(last.id));
  const written = query.toString();
  return written === '' ? '' : `?${written}`;
}
