/** F7.1 The filter of the register as the address says it; what makes no sense there is left out. */
import { isUuid } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { FIELDS, GROUP_KINDS } from './group.ts';
import type { GroupFilter } from './queries.ts';
import { GROUP_STATES } from './rules.ts';

const PAGE_SIZE = 20;

export function filterOf(visit: Pick<Visit, 'query'>): GroupFilter {
  const before = visit.query('before');
  const exchange = visit.query('exchange');
  return {
    q: visit.query('q').normalize('NFC').slice(0, 100).trim(),
    field: FIELDS.find((field) => String(field) === visit.query('field')) ?? null,
    kind: GROUP_KINDS.find((kind) => kind === visit.query('kind')) ?? '',
    area: visit.query('area').normalize('NFC').slice(0, 60).trim(),
    state: GROUP_STATES.find((state) => state === visit.query('state')) ?? '',
    exchange: exchange === 'seeks' || exchange === 'offers' ? exchange : '',
    before: isUuid(before) ? before : null,
    limit: PAGE_SIZE,
  };
}

/** The filter as it stands in addresses; `before` continues after that group. */
export function queryOf(filter: GroupFilter, before?: string): string {
  const query = new URLSearchParams();
  for (const name of ['q', 'area', 'kind', 'state', 'exchange'] as const)
    if (filter[name]) query.set(name, filter[name]);
  if (filter.field) query.set('field', String(filter.field));
  if (before) query.set('before', before);
  const text = query.toString();
  return text ? `?${text}` : '';
}
