/** F1.1 What several views of entries say alike. */
import { listPicture } from '#commons/files/index.ts';
import { facetWords } from '#commons/search/index.ts';
import { formatDate, formatPeriod, formatYen } from '#kernel/dates.ts';
import type { Access, Audience } from '#kernel/facets.ts';
import type { Lang } from '#kernel/lang.ts';
import { chip, chips } from '#ui/chip.ts';
import type { Html } from '#ui/html.ts';
import { listItem } from '#ui/list.ts';
import { entryPath } from '../addresses.ts';
import type { ListedEntry } from '../queries.ts';
import { type EntryState, stateOf } from '../rules.ts';
import { words } from '../words.ts';

const TONES: Record<EntryState, 'ok' | 'part' | 'no'> = {
  standing: 'ok',
  unconfirmed: 'part',
  resting: 'no',
  ended: 'no',
  withdrawn: 'no',
};

export const inOneLine = (all: readonly string[], lang: Lang): string => all.join(lang === 'en' ? ', ' : '、');

export function fieldNames(fields: readonly number[], lang: Lang): string[] {
  return fields.map((field) => facetWords(lang).fields[field - 1] ?? '').filter((name) => name !== '');
}

export function audienceNames(codes: readonly string[], lang: Lang): string[] {
  return codes.map((code) => facetWords(lang).audience[code as Audience] ?? '').filter((name) => name !== '');
}

export function accessNames(codes: readonly string[], lang: Lang): string[] {
  return codes.map((code) => facetWords(lang).access[code as Access] ?? '').filter((name) => name !== '');
}

export function feeText(fee: number, lang: Lang): string {
  return fee === 0 ? words(lang).show.free : formatYen(fee, lang);
}

/** The days of an entry; of a call, its last one. Null when it has none. */
export function daysText(
  { starts_on, ends_on }: Pick<ListedEntry, 'starts_on' | 'ends_on'>,
  lang: Lang,
  style: 'long' | 'short' = 'long',
): string | null {
  const w = words(lang).list;
  if (starts_on && ends_on)
    return starts_on === ends_on ? formatDate(starts_on, lang, style) : formatPeriod(starts_on, ends_on, lang, style);
  if (ends_on) return w.until(formatDate(ends_on, lang, style));
  return starts_on ? w.from(formatDate(starts_on, lang, style)) : null;
}

export function stateText(entry: ListedEntry, now: Date, lang: Lang): string {
  const state = stateOf(entry, now);
  return state === 'ended' && entry.kind === 'call' ? words(lang).callEnded : words(lang).states[state];
}

export function entryChips(entry: ListedEntry, now: Date, lang: Lang): Html | null {
  const state = stateOf(entry, now);
  return chips([
    chip('info', words(lang).kinds[entry.kind], false),
    state === 'standing' ? false : chip(TONES[state], stateText(entry, now, lang)),
  ]);
}

const EXCERPT = 110;

/** `of`: the place of the list says already whose it is. */
export function entryItem(entry: ListedEntry, now: Date, lang: Lang, of = false): Html {
  const letters = [...entry.body.replace(/\s+/g, ' ')];
  const days = daysText(entry, lang, 'short');
  return listItem({
    title: entry.title,
    href: entryPath(entry),
    level: of ? 3 : 2,
    above: entryChips(entry, now, lang),
    picture: listPicture(entry.picture, entry.title),
    body: letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : letters.join(''),
    meta: [
      ...(of ? [] : [entry.actor_name]),
      ...(days ? [days] : []),
      ...entry.districts,
      ...(entry.fee === 0 ? [words(lang).show.free] : []),
    ].join(lang === 'en' ? ' · ' : '／'),
  });
}
