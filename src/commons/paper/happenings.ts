/** X9, X3: papers in the feed, and to whom they are told. The place of an opinion is the discussion's to say. */
import type { Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';

const followersOf = ['opinion', 'debate'];

export const paperHappenings: Happenings = {
  verbs: (lang) => eventWords(lang),
  tells: {
    'paper.entered': { followersOf, small: true },
    'paper.corrected': { followersOf, small: true },
    'paper.taken-back': { followersOf, small: true },
  },
};
