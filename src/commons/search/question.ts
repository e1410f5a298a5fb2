/** F1.1, X7: a question as the address says it; what makes no sense there is left out. */
import { isOpen } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import { isCivicDay } from '#kernel/dates.ts';
import { ACCESS, AUDIENCES, FIELDS } from '#kernel/facets.ts';
import { isUuid } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { Filter } from './filter.ts';
import type { Question } from './look.ts';
import { kindChoices } from './sources.ts';

const PAGE_SIZE = 20;
/** In characters. */
export const LONGEST = 100;
const LONGEST_NAME = 60;
const COSTS = ['free', 'paid'] as const;
/** Distances that can be asked for. */
export const KILOMETRES = [1, 3, 5, 10] as const;

const day = (text: string): string => (isCivicDay(text) ? text : '');
const typed = (text: string, most: number): string => text.toWellFormed().normalize('NFC').slice(0, most).trim();

/** 「35.1,139.2」: north latitude, then east longitude; null when it is none. */
export function pointFrom(text: string): { lat: number; lng: number } | null {
  const match = /^(-?\d{1,2}(?:\.\d{1,8})?),(-?\d{1,3}(?:\.\d{1,8})?)$/.exec(text);
  if (!match) return null;
  const [lat, lng] = [Number(match[1]), Number(match[2])];
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null;
}

function nearFrom(params: URLSearchParams): Filter['near'] {
  const point = pointFrom(params.get('near') ?? '');
  const km = KILOMETRES.find((one) => String(one) === params.get('km'));
  return point && km ? { ...point, km } : null;
}

function filterFrom(params: URLSearchParams, hub: Hub, scope: Filter['scope']): Filter {
  const get = (name: string) => params.get(name) ?? '';
  const asked = get('function');
  const actor = get('by');
  return {
    scope,
    field: FIELDS.find((field) => String(field) === get('field')) ?? null,
    district: typed(get('district'), LONGEST_NAME),
    function: isOpen(hub, asked) ? asked : '',
    audience: AUDIENCES.find((code) => code === get('for')) ?? '',
    cost: COSTS.find((cost) => cost === get('cost')) ?? '',
    access: ACCESS.filter((code) => params.getAll('access').includes(code)),
    since: day(get('since')),
    until: day(get('until')),
    near: nearFrom(params),
    actor: isUuid(actor) ? actor : '',
  };
}

export function questionFrom(
  params: URLSearchParams,
  hub: Hub,
  scope: Filter['scope'] = 'all',
  limit: number = PAGE_SIZE,
): Question {
  const get = (name: string) => params.get(name) ?? '';
  const kind = get('kind');
  return {
    q: typed(get('q'), LONGEST),
    kind: kindChoices(hub, scope).includes(kind) ? kind : '',
    from: day(get('from')),
    to: day(get('to')),
    filter: filterFrom(params, hub, scope),
    after: get('after'),
    limit,
  };
}

export function questionOf(visit: Visit, limit: number = PAGE_SIZE): Question {
  return questionFrom(visit.url.searchParams, visit.hub, 'all', limit);
}

/** Everything that the address says of a question, by its names there, in one order. */
export function partsOf({ q, kind, from, to, filter }: Pick<Question, 'q' | 'kind' | 'from' | 'to' | 'filter'>) {
  const { near } = filter;
  const parts: [string, string][] = [
    ['q', q],
    ['kind', kind],
    ['field', filter.field === null ? '' : String(filter.field)],
    ['district', filter.district],
    ['function', filter.function],
    ['for', filter.audience],
    ['cost', filter.cost],
    ...filter.access.map((code): [string, string] => ['access', code]),
    ['since', filter.since],
    ['until', filter.until],
    ['near', near ? `${near.lat},${near.lng}` : ''],
    ['km', near ? String(near.km) : ''],
    ['by', filter.actor],
    ['from', from],
    ['to', to],
  ];
  return parts.filter(([, value]) => value !== '');
}

/** The question as it stands in addresses; `more`: what else stands there. */
export function queryOf(
  question: Pick<Question, 'q' | 'kind' | 'from' | 'to' | 'filter'>,
  more: Readonly<Record<string, string>> = {},
): string {
  const added = Object.entries(more).filter(([, value]) => value !== '');
  const text = new URLSearchParams([...partsOf(question), ...added]).toString();
  return text ? `?${text}` : '';
}
