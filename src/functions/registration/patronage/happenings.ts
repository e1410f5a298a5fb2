/** F7.7, X3, X7: granted patronage in feed, notices and search. What is asked and answered before is for both sides alone. */
import type { Happenings } from '#kernel/module.ts';
import { requestPath } from './addresses.ts';
import { eventWords } from './event-words.ts';
import { searchWords } from './search-words.ts';

export const patronageHappenings: Happenings = {
  verbs: (lang) => eventWords(lang).verbs,
  places: {
    'patronage-request': (event) => requestPath({ id: event.object_id, title: String(event.public.title ?? '') }),
  },
  notices: (lang) => eventWords(lang).notices,
  tells: { 'patronage.granted': { followersOf: ['group'], small: true } },
  searchable: {
    'patronage-request': {
      word: (lang) => searchWords(lang).patronage,
      function: 'registration',
      rows: `select p.id, p.decided_at as at, p.title, g.name as body, p.group_id as under_id, g.name as under
        from patronage_requests p join groups g on g.hub_id = p.hub_id and g.id = p.group_id
        where p.kind = 'patronage' and p.state = 'granted'`,
      place: ({ id, title }) => requestPath({ id, title }),
    },
  },
};
