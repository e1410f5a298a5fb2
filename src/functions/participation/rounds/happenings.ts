/** F9.4, X3: rounds in feed, notices and calendars. */
import { run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';
import { moveNotices } from './move-notices.ts';
import { roundName } from './names.ts';
import { searchable } from './searchable.ts';
import { stageDates } from './stage-dates.ts';

export const roundsHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  followable: (lang) => ({
    round: {
      topic: eventWords(lang).topic,
      title: (kept) => {
        const [fiscal_year = 0, number = 0] = kept.split('/').map(Number);
        return roundName({ fiscal_year, number }, lang);
      },
    },
  }),
  titles: {
    round: (db, ids) =>
      run(db, "select id, fiscal_year || '/' || number as title from rounds where id = any($1)", [ids]),
  },
  notices: moveNotices,
  tells: { 'rounds.date-moved': { followersOf: ['round'] }, 'rounds.replanned': { followersOf: ['round'] } },
  dates: stageDates,
  places: { round: (event) => `/rounds/${shortId(event.object_id)}` },
};
