/** F1.1, F1.4 The filter of the list as the address says it; what makes no sense there is left out. */
import { endOfTokyoDay, isCivicDay, startOfTokyoDay } from '#kernel/dates.ts';
import { FIELDS } from '#kernel/facets.ts';
import { likePatterns } from '#kernel/grams.ts';
import { isUuid } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { ListedShowcase } from './queries.ts';
import type { ShowcaseState } from './rules.ts';
import { KINDS, LIMITS, type ShowcaseKind } from './showcase.ts';

const PAGE_SIZE = 20;

/** States among those to come, and among those that were. */
export const STATES_WHEN = {
  coming: ['calling', 'called', 'now', 'cancelled'],
  past: ['past', 'cancelled'],
} as const satisfies Record<string, readonly ShowcaseState[]>;

export interface ShowcaseFilter {
  when: 'coming' | 'past';
  /** words in its name, its own words and its place */
  q: string;
  kind: ShowcaseKind | '';
  field: number | null;
  district: string;
  /** a day of Tokyo; '' any */
  day: string;
  state: ShowcaseState | '';
  /** of the last showcase of the page before */
  after: { at: Date; id: string } | null;
  limit: number;
}

export const NO_FILTER = { q: '', kind: '', field: null, district: '', day: '', state: '' } as const;

export function filterOf(visit: Pick<Visit, 'query'>): ShowcaseFilter {
  const [time = '', id = ''] = visit.query('after').split('~');
  const at = new Date(time);
  const text = (name: string, most: number) => visit.query(name).toWellFormed().normalize('NFC').slice(0, most).trim();
  const when = visit.query('when') === 'past' ? 'past' : 'coming';
  const states: readonly ShowcaseState[] =
    visit.query('when') === 'all' ? [...STATES_WHEN.coming, ...STATES_WHEN.past] : STATES_WHEN[when];
  return {
    when,
    q: text('q', 100),
    kind: KINDS.find((kind) => kind === visit.query('kind')) ?? '',
    field: FIELDS.find((field) => String(field) === visit.query('field')) ?? null,
    district: text('district', LIMITS.district),
    day: isCivicDay(visit.query('day')) ? visit.query('day') : '',
    state: states.find((state) => state === visit.query('state')) ?? '',
    after: !Number.isNaN(at.getTime()) && isUuid(id) ? { at, id } : null,
    limit: PAGE_SIZE,
  };
}

/** The filter as it stands in addresses; `last` continues after that showcase. */
export function queryOf(filter: ShowcaseFilter, last?: Pick<ListedShowcase, 'id' | 'ends_at'>): string {
  const query = new URLSearchParams();
  if (filter.when === 'past') query.set('when', 'past');
  for (const name of ['q', 'kind', 'district', 'day', 'state'] as const)
    if (filter[name]) query.set(name, filter[name]);
  if (filter.field) query.set('field', String(filter.field));
  if (last) query.set('after', `${last.ends_at.toISOString()}~${last.id}`);
  const text = query.toString();
  return text ? `?${text}` : '';
}

const KATAKANA = Array.from({ length: 86 }, (_, at) => String.fromCodePoint(0x30a1 + at)).join('');
const HIRAGANA = Array.from({ length: 86 }, (_, at) => String.fromCodePoint(0x3041 + at)).join('');
/** As words that are looked for are folded. Showcases are few enough to be looked through. */
const FOLDED = `translate(lower(normalize(s.title || ' ' || case when s.hidden_at is null then s.about else '' end || ' ' || s.place || ' '
  || s.address || ' ' || h.name, nfkc)), '${KATAKANA}', '${HIRAGANA}')`;

/** A state as a condition; $1 is the present moment. */
const IN_STATE: Readonly<Record<ShowcaseState, string>> = {
  calling: 's.cancelled_at is null and s.starts_at > $1 and s.call_until > $1',
  called: 's.cancelled_at is null and s.starts_at > $1 and s.call_until <= $1',
  now: 's.cancelled_at is null and s.starts_at <= $1 and s.ends_at > $1',
  past: 's.cancelled_at is null and s.ends_at <= $1',
  cancelled: 's.cancelled_at is not null',
};

/** Conditions on showcases `s` and their hosts `h`, and their values; $1 is always the present moment. */
export function whereOf(filter: ShowcaseFilter, now: Date): { where: string[]; values: unknown[] } {
  const values: unknown[] = [now];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const coming = filter.when === 'coming';
  const where = [coming ? 's.ends_at > $1' : 's.ends_at <= $1'];
  const patterns = likePatterns(filter.q);
  if (patterns.length > 0) where.push(`${FOLDED} like all(${bind(patterns)}::text[])`);
  if (filter.kind) where.push(`s.kind = ${bind(filter.kind)}`);
  if (filter.field) where.push(`${bind(filter.field)}::smallint = any(s.fields)`);
  if (filter.district) where.push(`s.district = ${bind(filter.district)}`);
  if (filter.day) {
    where.push(`s.starts_at < ${bind(endOfTokyoDay(filter.day))}::timestamptz`);
    where.push(`s.ends_at > ${bind(startOfTokyoDay(filter.day))}::timestamptz`);
  }
  if (filter.state) where.push(IN_STATE[filter.state]);
  if (filter.after) {
    const { at, id } = filter.after;
    where.push(`(s.ends_at, s.id) ${coming ? '>' : '<'} (${bind(at)}::timestamptz, ${bind(id)}::uuid)`);
  }
  return { where, values };
}
