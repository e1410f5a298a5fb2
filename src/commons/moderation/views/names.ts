/** X4: how kinds of things and decisions on them are called. */
import type { Lang } from '#kernel/lang.ts';
import { isPrivate } from '../kinds.ts';
import type { Outcome } from '../moderation.ts';
import { privateWords } from '../private-words.ts';
import { words } from '../words.ts';

const LETTERS = ['entry-letter', 'group-message', 'site-message'];
export const SHOWN_KINDS = ['opinion', 'position', 'proposal', 'actor', 'follow-up', 'plan-comment', ...LETTERS];

export function kindName(kind: string, lang: Lang): string {
  return privateWords(lang).kinds[kind] ?? words(lang).kinds[kind] ?? words(lang).otherKind;
}

/** What was decided, as the log says it. */
export function outcomeText(kind: string, outcome: Outcome, lang: Lang): string {
  return (isPrivate(kind) ? privateWords(lang) : words(lang)).outcomes[outcome];
}
