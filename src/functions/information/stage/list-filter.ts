/** F1.4 The filter of the list as the address says it; what makes no sense there is left out. */
import { isUuid } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { ListedShowcase, ShowcaseFilter } from './queries.ts';
import { KINDS } from './showcase.ts';

const PAGE_SIZE = 20;

export function filterOf(visit: Pick<Visit, 'query'>): ShowcaseFilter {
  const [time = '', id = ''] = visit.query('after').split('~');
  const at = new Date(time);
  return {
    when: visit.query('when') === 'past' ? 'past' : 'coming',
    kind: KINDS.find((kind) => kind === visit.query('kind')) ?? '',
    after: !Number.isNaN(at.getTime()) && isUuid(id) ? { at, id } : null,
    limit: PAGE_SIZE,
  };
}

/** The filter as it stands in addresses; `last` continues after that showcase. */
export function queryOf(filter: ShowcaseFilter, last?: Pick<ListedShowcase, 'id' | 'ends_at'>): string {
  const query = new URLSearchParams();
  if (filter.when === 'past') query.set('when', 'past');
  if (filter.kind) query.set('kind', filter.kind);
  if (last) query.set('after', `${last.ends_at.toISOString()}~${last.id}`);
  const text = query.toString();
  return text ? `?${text}` : '';
}
