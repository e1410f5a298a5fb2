/** F9.9, X3: committees and their sittings in feed, notices and calendars. */
import { shortId } from '#kernel/ids.ts';
import type { CalendarDate, Happenings, NoticeWords, Telling } from '#kernel/module.ts';
import { committeePath, sittingPath } from './addresses.ts';
import { eventWords } from './event-words.ts';
import { sittingsFrom } from './queries.ts';
import { searchable } from './searchable.ts';
import { words } from './words.ts';

const MOST_DATES = 500;
const turn: Telling = { followersOf: ['sitting', 'committee', 'actor'] };

export const committeesHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  followable: (lang) => ({ committee: { topic: eventWords(lang).topic } }),
  places: {
    committee: (event) => committeePath({ id: event.object_id, name: String(event.public.title ?? '') }),
    sitting: (event) => sittingPath(event.object_id),
  },
  notices: (lang) =>
    Object.fromEntries(
      Object.entries(eventWords(lang).notices).map(([kind, said]): [string, NoticeWords] => [
        kind,
        ({ committee = '' }) => ({ subject: said.subject(String(committee)), text: said.text(String(committee)) }),
      ]),
    ),
  tells: {
    'committees.set-up': turn,
    'committees.call-opened': turn,
    'committees.call-settled': turn,
    'committees.sitting-called': turn,
    'committees.sitting-cancelled': turn,
    'committees.sitting-moved': turn,
    'committees.material-added': { ...turn, small: true },
    'committees.minutes-published': turn,
  },
  dates: async (db, { lang, from, thing }) =>
    (await sittingsFrom(db, from, thing?.split(':').at(-1) ?? null, MOST_DATES)).map(
      (sitting): CalendarDate => ({
        uid: `sitting-${shortId(sitting.id)}`,
        title: `${sitting.committee_name} ${words(lang).show.sitting(sitting.number)}`,
        start: sitting.starts_at,
        end: sitting.ends_at,
        place: sitting.place,
        about: sitting.agenda.join('\n'),
        href: sittingPath(sitting.id),
        of: [`sitting:${sitting.id}`, `committee:${sitting.committee_id}`],
        isCancelled: sitting.cancelled_at !== null,
      }),
    ),
};
