/** F9.9, X3: panels in feed and notices. */
import type { Happenings } from '#kernel/module.ts';
import { panelPath } from './addresses.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

export const panelsHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  followable: (lang) => ({ panel: { topic: eventWords(lang).topic } }),
  places: { panel: (event) => panelPath({ id: event.object_id, title: String(event.public.title ?? '') }) },
  tells: {
    'panels.announced': { followersOf: ['actor'] },
    'panels.list-fixed': { followersOf: ['panel'] },
    'panels.drawn': { followersOf: ['panel'] },
    'panels.declined': { followersOf: ['panel'], small: true },
  },
};
