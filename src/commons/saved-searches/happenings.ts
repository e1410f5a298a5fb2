/** F1.1, X3: what a saved search has found, in notices. */
import type { Happenings } from '#kernel/module.ts';
import { words } from './words.ts';

export const savedSearchesHappenings: Happenings = {
  notices: (lang) => words(lang).notices,
};
