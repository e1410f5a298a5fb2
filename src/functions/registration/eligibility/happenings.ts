/** F7.6, X3: requirements in feed and notices. */
import type { Happenings } from '#kernel/module.ts';
import { setPath } from './addresses.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

export const eligibilityHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  places: { 'requirement-set': (event) => setPath({ id: event.object_id, name: String(event.public.title ?? '') }) },
  notices: (lang) => eventWords(lang).notices,
  tells: { 'eligibility.set-published': { followersOf: ['actor'], small: true } },
};
