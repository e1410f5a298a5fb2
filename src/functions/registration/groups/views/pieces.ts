/** F7 What several views of groups say alike. */
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { chip, chips } from '#ui/chip.ts';
import type { Html } from '#ui/html.ts';
import { fieldWords } from '../field-words.ts';
import type { KnownBy } from '../group.ts';
import type { ListedGroup } from '../queries.ts';
import { type GroupState, stateOf } from '../rules.ts';
import { words } from '../words.ts';

const TONES: Record<GroupState, 'ok' | 'info' | 'part' | 'no'> = {
  standing: 'ok',
  unclaimed: 'info',
  unconfirmed: 'part',
  resting: 'no',
  withdrawn: 'no',
};

/** Where the registration stands, and whether its representative is known. */
export function groupChips(group: ListedGroup, lang: Lang): Html | null {
  const state = stateOf(group);
  const f = fieldWords(lang);
  return chips([
    chip('info', f.kinds[group.kind], false),
    state === 'standing' ? false : chip(TONES[state], f.states[state]),
    state === 'withdrawn' || state === 'unclaimed' ? false : knownChip(group.known_by, lang),
  ]);
}

export function knownChip(by: KnownBy | null, lang: Lang): Html {
  const w = words(lang).show;
  return by ? chip('ok', w.known(fieldWords(lang).known[by])) : chip('part', w.unknown);
}

export function fieldNames(fields: readonly number[], lang: Lang): string[] {
  const names = fieldWords(lang).fields;
  return fields.map((field) => names[field - 1] ?? '').filter((name) => name !== '');
}

/** 2009, 2009-04 or a day, as a reader says it. */
export function sinceText(founded: string, lang: Lang): string {
  const [year, month, day] = founded.split('-');
  if (!year) return '';
  if (day) return formatDate(founded, lang);
  return words(lang).show.since(year, month ? Number(month) : 0);
}

export function dayText(at: Date | string, lang: Lang): string {
  return formatDate(tokyoDate(typeof at === 'string' ? new Date(at) : at), lang);
}
