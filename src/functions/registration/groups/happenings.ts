/** F7, X3: registered groups in feed and notices. */
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { groupHref, groupPath } from './addresses.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

const turn = { followersOf: ['group', 'actor'] };

export const groupsHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  followable: (lang) => ({ group: { topic: eventWords(lang).topic } }),
  places: {
    group: (event) => groupPath({ id: event.object_id, name: String(event.public.title ?? '') }),
    'group-question': (event) =>
      event.public.group ? `${groupHref(String(event.public.group))}/questions#q-${shortId(event.object_id)}` : null,
  },
  notices: (lang) => eventWords(lang).notices,
  tells: {
    'groups.declared': turn,
    'groups.changed': turn,
    'groups.rested': turn,
    'groups.withdrawn': turn,
    'groups.asked': { ...turn, small: true },
    'groups.answered': { ...turn, small: true },
  },
};
