/** F1.1, X3: events in feed, notices and calendars. */
import { shortId } from '#kernel/ids.ts';
import type { Happenings, Telling } from '#kernel/module.ts';
import { eventHref, eventPath } from './addresses.ts';
import { dateOf } from './calendar.ts';
import { eventWords } from './event-words.ts';
import { eventsFrom } from './queries.ts';
import { searchable } from './searchable.ts';

const OF_ITSELF = ['event', 'event-series', 'group', 'actor'] as const;
const turn: Telling = { followersOf: OF_ITSELF };

export const eventsHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  followable: (lang) => ({
    event: { topic: eventWords(lang).topic },
    'event-series': { topic: eventWords(lang).seriesTopic },
  }),
  places: {
    event: (event) => eventPath({ id: event.object_id, title: String(event.public.title ?? '') }),
    'event-series': (event) =>
      event.public.event ? eventHref(String(event.public.event)) : `/event-series/${shortId(event.object_id)}`,
  },
  notices: (lang) => eventWords(lang).notices,
  tells: {
    'events.published': turn,
    'events.moved': turn,
    'events.cancelled': turn,
    'events.changed': { ...turn, small: true },
    'events.attendance-counted': { ...turn, small: true },
  },
  dates: async (db, { from, thing }) => (await eventsFrom(db, from, thing?.split(':').at(-1) ?? null)).map(dateOf),
};
