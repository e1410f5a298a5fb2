/** F10.3, X3: policies can be followed. */
import type { Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';

export const policiesHappenings: Happenings = {
  followable: (lang) => ({ policy: { topic: eventWords(lang).topic } }),
};
