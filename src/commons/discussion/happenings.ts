/** F9.2, X3: what is said in debates, in feed, notices and letters. */
import { shortId } from '#kernel/ids.ts';
import type { Happened, Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

const said = ['opinion', 'debate', 'actor'];

/** A position stands on the page of its debate. */
function position({ public: facts }: Happened): string | null {
  if (!facts.debateId) return null;
  const page = { imported: 'debates', plan: 'plan-stages' }[String(facts.debateKind)] ?? 'proposals';
  return `/${page}/${shortId(String(facts.debateId))}`;
}

export const discussionHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  followable: (lang) => ({
    debate: { topic: eventWords(lang).topics.debate },
    opinion: {
      topic: eventWords(lang).topics.opinion,
      title: (kept) => {
        const [number = '', ...title] = kept.split('/');
        return eventWords(lang).opinionIn(number, title.join('/'));
      },
    },
  }),
  places: { opinion: (event) => `/opinions/${shortId(event.object_id)}`, position },
  tells: {
    'opinions.said': { followersOf: said, small: true, follows: { opinion: 'all', debate: 'turns' } },
    'opinions.asked': { followersOf: said, small: true, follows: { opinion: 'all', debate: 'turns' } },
    'opinions.explained': { followersOf: said, small: true, follows: { opinion: 'all' } },
    'opinions.replied': { followersOf: said, small: true, follows: { opinion: 'all' } },
    'opinions.answered': { followersOf: said, small: true },
    'opinions.revised': { followersOf: said, small: true },
    'opinions.amended': { followersOf: said, small: true },
    'opinions.withdrawn': { followersOf: said, small: true },
    'positions.taken': { followersOf: said, follows: { debate: 'turns' } },
    'positions.changed': { followersOf: said },
    'positions.withdrawn': { followersOf: said },
  },
};
