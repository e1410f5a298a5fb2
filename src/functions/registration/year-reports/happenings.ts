/** F7.7, X3: reports of a year in feed and notices. */
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

export const yearReportsHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  places: { 'year-report': (event) => `/group-reports/${shortId(event.object_id)}` },
  notices: (lang) => eventWords(lang).notices,
  tells: { 'year-reports.published': { followersOf: ['group', 'actor'] } },
};
