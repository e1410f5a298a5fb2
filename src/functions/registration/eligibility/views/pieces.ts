/** F7.6 What several views of requirements say alike. */
import type { Lang } from '#kernel/lang.ts';
import { type ChipTone, chip } from '#ui/chip.ts';
import type { Html } from '#ui/html.ts';
import type { RequiredItem } from '../requirement.ts';
import type { ItemState } from '../rules.ts';
import { eligibilityWords } from '../words.ts';

const TONES: Record<ItemState, ChipTone> = {
  confirmed: 'ok',
  expired: 'late',
  'handed-in': 'part',
  refused: 'no',
  missing: 'need',
};

export function stateChip(state: ItemState, lang: Lang): Html {
  return chip(TONES[state], eligibilityWords(lang).states[state]);
}

/** 「会員が10人以上」, or the name of the kind. */
export function itemName({ kind, text, least }: RequiredItem, lang: Lang): string {
  const w = eligibilityWords(lang);
  if (least !== null) return w.least(kind, least);
  return kind === 'other' ? text : w.kindNames[kind];
}
