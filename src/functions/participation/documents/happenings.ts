/** F9.6, X3: published documents in feed, notices and letters. */
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

export const documentsHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  places: {
    document: (event) => (event.public.roundId ? `/rounds/${shortId(String(event.public.roundId))}/document` : null),
  },
  tells: {
    'documents.published': { followersOf: ['round', 'proposal'] },
    'documents.submitted': { followersOf: ['round', 'proposal'] },
    'documents.received': { followersOf: ['round'] },
    'documents.corrected': { followersOf: ['round', 'proposal'] },
  },
};
