/** F9.8, X3: what came of an answer, in feed, notices and letters. */
import type { Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

export const reflectionHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  tells: { 'reflection.recorded': { followersOf: ['proposal', 'point', 'policy', 'round', 'actor'] } },
};
