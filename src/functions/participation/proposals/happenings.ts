/** F9.1, X3: proposals in feed, notices and letters. */
import { ref } from '#kernel/ids.ts';
import type { Happenings, NoticeWords } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';
import { noticeWords } from './notice-words.ts';
import { searchable } from './searchable.ts';

export const proposalsHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  followable: (lang) => ({ proposal: { topic: eventWords(lang).topic } }),
  notices: (lang) =>
    Object.fromEntries(
      Object.entries(noticeWords(lang).notices).map(([kind, said]): [string, NoticeWords] => [
        kind,
        (facts) => ({ subject: said.subject(facts), text: said.text(facts) }),
      ]),
    ),
  places: {
    outline: () => '/town-map',
    proposal: (event) => `/proposals/${ref(event.object_id, String(event.public.title ?? ''))}`,
  },
  tells: {
    'proposals.published': { followersOf: ['policy', 'actor', 'round'], follows: { proposal: 'all', round: 'turns' } },
    'proposals.revised': { followersOf: ['proposal', 'policy', 'actor'] },
    'proposals.withdrawn': { followersOf: ['proposal', 'actor'] },
    'proposals.co-proposer-consented': {
      followersOf: ['proposal', 'actor'],
      small: true,
      follows: { proposal: 'all' },
    },
    'proposals.co-proposer-left': { followersOf: ['proposal', 'actor'], small: true },
    'proposals.merge-suggested': { followersOf: ['proposal'] },
    'proposals.merged': { followersOf: ['proposal', 'actor'] },
  },
};
