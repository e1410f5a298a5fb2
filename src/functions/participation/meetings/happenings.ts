/** F9.2, X3: meetings in feed, notices and calendars. */
import type { Happenings, NoticeWords, Telling } from '#kernel/module.ts';
import { meetingPath } from './addresses.ts';
import { dateOf } from './date-of.ts';
import { eventWords } from './event-words.ts';
import { meetingsFrom } from './queries.ts';
import { searchable } from './searchable.ts';

const OF_ITSELF = ['meeting', 'proposal', 'round', 'debate', 'actor'] as const;
const turn: Telling = { followersOf: OF_ITSELF };

export const meetingsHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  followable: (lang) => ({ meeting: { topic: eventWords(lang).topic } }),
  places: {
    meeting: (event) => meetingPath({ id: event.object_id, title: String(event.public.title ?? '') }),
  },
  notices: (lang) =>
    Object.fromEntries(
      Object.entries(eventWords(lang).notices).map(([kind, said]): [string, NoticeWords] => [
        kind,
        ({ meeting = '', name = '' }) => ({
          subject: said.subject(String(meeting), String(name)),
          text: said.text(String(meeting), String(name)),
        }),
      ]),
    ),
  tells: {
    'meetings.called': { ...turn, follows: { meeting: 'all' } },
    'meetings.moved': turn,
    'meetings.cancelled': turn,
    'meetings.minutes-published': turn,
    'meetings.material-added': { ...turn, small: true },
    'meetings.spoken': { followersOf: ['meeting', 'debate', 'proposal', 'actor'], small: true },
  },
  dates: async (db, { from, thing }) => (await meetingsFrom(db, from, thing?.split(':').at(-1) ?? null)).map(dateOf),
};
