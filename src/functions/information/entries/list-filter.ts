/** F1.1 The filter of the list as the address says it; what makes no sense there is left out. */
import { FIELDS } from '#kernel/facets.ts';
import { isUuid } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { ENTRY_KINDS, type EntryKind, LIMITS } from './entry.ts';

const PAGE_SIZE = 20;

export interface EntryFilter {
  kind: EntryKind | '';
  field: number | null;
  district: string;
  tag: string;
  actor: string | null;
  /** those that are over, too */
  over: boolean;
  before: string | null;
  limit: number;
}

export const EVERYTHING: EntryFilter = {
  kind: '',
  field: null,
  district: '',
  tag: '',
  actor: null,
  over: false,
  before: null,
  limit: 20,
};

export function filterOf(visit: Pick<Visit, 'query'>): EntryFilter {
  const [before, actor] = [visit.query('before'), visit.query('actor')];
  const text = (name: string, max: number) => visit.query(name).toWellFormed().normalize('NFC').slice(0, max).trim();
  return {
    kind: ENTRY_KINDS.find((kind) => kind === visit.query('kind')) ?? '',
    field: FIELDS.find((field) => String(field) === visit.query('field')) ?? null,
    district: text('district', LIMITS.district),
    tag: text('tag', LIMITS.tag),
    actor: isUuid(actor) ? actor : null,
    over: visit.query('over') === 'yes',
    before: isUuid(before) ? before : null,
    limit: PAGE_SIZE,
  };
}

/** The filter as it stands in addresses; `before` continues after that entry. */
export function queryOf(filter: EntryFilter, before?: string): string {
  const query = new URLSearchParams();
  for (const name of ['kind', 'district', 'tag', 'actor'] as const) if (filter[name]) query.set(name, filter[name]);
  if (filter.field) query.set('field', String(filter.field));
  if (filter.over) query.set('over', 'yes');
  if (before) query.set('before', before);
  const text = query.toString();
  return text ? `?${text}` : '';
}
