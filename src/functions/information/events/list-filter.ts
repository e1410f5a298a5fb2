/** F1.1 The list of events as its address says it; what makes no sense there is left out. */
import { isCivicDay } from '#kernel/dates.ts';
import { ACCESS, AUDIENCES, FIELDS } from '#kernel/facets.ts';
import { parseRef, parseShortId, shortId } from '#kernel/ids.ts';
import type { EventFilter, ListedEvent } from './queries.ts';

const PAGE_SIZE = 20;
const CURSOR = /^(\d{1,15})-(\w{22})$/;

export const NO_FILTER: EventFilter = {
  when: 'coming',
  q: '',
  field: null,
  district: '',
  day: '',
  free: false,
  access: '',
  online: false,
  audience: '',
  tag: '',
  hostId: null,
  seriesId: null,
  after: null,
  limit: 20,
};

export function filterOf(query: (name: string) => string): EventFilter {
  const text = (name: string, most: number) => query(name).normalize('NFC').slice(0, most).trim();
  const day = query('day');
  return {
    when: query('when') === 'past' ? 'past' : 'coming',
    q: text('q', 100),
    field: FIELDS.find((field) => String(field) === query('field')) ?? null,
    district: text('district', 60),
    day: isCivicDay(day) ? day : '',
    free: query('free') === 'yes',
    access: ACCESS.find((one) => one === query('access')) ?? '',
    online: query('online') === 'yes',
    audience: AUDIENCES.find((one) => one === query('audience')) ?? '',
    tag: text('tag', 20),
    hostId: parseRef(query('host')),
    seriesId: parseRef(query('series')),
    after: cursorOf(query('after')),
    limit: PAGE_SIZE,
  };
}

function cursorOf(text: string): EventFilter['after'] {
  const [, time, short] = CURSOR.exec(text) ?? [];
  const id = short ? parseShortId(short) : null;
  const starts_at = new Date(Number(time));
  return id === null || Number.isNaN(starts_at.getTime()) ? null : { starts_at, id };
}

/** The filter as it stands in addresses; `last` continues after that event. */
export function queryOf(filter: EventFilter, last?: Pick<ListedEvent, 'id' | 'starts_at'>): string {
  const query = new URLSearchParams();
  if (filter.when === 'past') query.set('when', 'past');
  for (const name of ['q', 'district', 'day', 'access', 'audience', 'tag'] as const)
    if (filter[name]) query.set(name, filter[name]);
  if (filter.field) query.set('field', String(filter.field));
  if (filter.free) query.set('free', 'yes');
  if (filter.online) query.set('online', 'yes');
  if (filter.hostId) query.set('host', shortId(filter.hostId));
  if (filter.seriesId) query.set('series', shortId(filter.seriesId));
  if (last) query.set('after', `${last.starts_at.getTime()}-${shortId(last.id)}`);
  const text = query.toString();
  return text ? `?${text}` : '';
}
