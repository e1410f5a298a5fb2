/** F1.1, X3: entries in feed and notices. */
import type { Happenings } from '#kernel/module.ts';
import { entryPath } from './addresses.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

const turn = { followersOf: ['entry', 'group', 'actor'] };

export const entriesHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  followable: (lang) => ({ entry: { topic: eventWords(lang).topic } }),
  places: {
    entry: (event) => entryPath({ id: event.object_id, title: String(event.public.title ?? '') }),
  },
  notices: (lang) => eventWords(lang).notices,
  tells: {
    'entries.published': turn,
    'entries.changed': { ...turn, small: true },
    'entries.ended': turn,
    'entries.reopened': turn,
    'entries.withdrawn': turn,
  },
};
