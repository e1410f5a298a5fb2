/** F7.5, X3: lists of groups in the feed. */
import type { Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

export const groupImportHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  places: { 'group-import': () => '/groups?state=unclaimed' },
};
