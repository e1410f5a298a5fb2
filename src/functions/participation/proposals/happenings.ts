/** F9.1, X3: proposals in feed, notices and letters. */
import { ref } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';

export const proposalsHappenings: Happenings = {
  verbs: (lang) => eventWords(lang).verbs,
  followable: (lang) => ({ proposal: { topic: eventWords(lang).topic } }),
  places: { proposal: (event) => `/proposals/${ref(event.object_id, String(event.public.title ?? ''))}` },
  tells: {
    'proposals.published': { followersOf: ['policy', 'actor', 'round'], follows: { proposal: 'all', round: 'turns' } },
    'proposals.revised': { followersOf: ['proposal', 'policy', 'actor'] },
    'proposals.withdrawn': { followersOf: ['proposal', 'actor'] },
  },
};
