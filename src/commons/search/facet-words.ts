/** F1.1, X7: names of what things are about, the same wherever they are typed, shown or asked for. */
import { FIELDS } from '#kernel/facets.ts';
import type { Lang } from '#kernel/lang.ts';
import { wordSet } from '#kernel/words.ts';
import { easy } from './facet-words.easy.ts';
import { en } from './facet-words.en.ts';
import { ja } from './facet-words.ja.ts';

export const facetWords = wordSet({ ja, easy, en });

interface NamedChoice {
  value: string;
  text: string;
}

/** The twenty fields as choices of a form; values '1' to '20'. */
export function fieldChoices(lang: Lang): NamedChoice[] {
  return FIELDS.map((field) => ({ value: String(field), text: facetWords(lang).fields[field - 1]! }));
}

export function audienceChoices(lang: Lang): NamedChoice[] {
  return Object.entries(facetWords(lang).audience).map(([value, text]) => ({ value, text }));
}

export function accessChoices(lang: Lang): NamedChoice[] {
  return Object.entries(facetWords(lang).access).map(([value, text]) => ({ value, text }));
}
