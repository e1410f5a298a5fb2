/** X4: how kinds of things and decisions on them are called. */
import type { Lang } from '#kernel/lang.ts';
import { kindWords } from '../kind-words.ts';
import { isPrivate } from '../kinds.ts';
import type { Outcome } from '../moderation.ts';
import { privateWords } from '../private-words.ts';
import { words } from '../words.ts';

const LETTERS = ['entry-letter', 'group-message', 'site-message'];
const SPOKEN = ['opinion', 'position', 'proposal', 'actor', 'follow-up', 'plan-comment'];
export const SHOWN_KINDS: readonly string[] = [...SPOKEN, ...Object.keys(kindWords('ja')), ...LETTERS];

export function kindName(kind: string, lang: Lang): string {
  return privateWords(lang).kinds[kind] ?? kindWords(lang)[kind] ?? words(lang).kinds[kind] ?? words(lang).otherKind;
}

/** What was decided, as the log says it. */
export function outcomeText(kind: string, outcome: Outcome, lang: Lang): string {
  return (isPrivate(kind) ? privateWords(lang) : words(lang)).outcomes[outcome];
}
