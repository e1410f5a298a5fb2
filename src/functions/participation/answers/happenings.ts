/** F9.7, X3: the city's answers in feed, notices and letters. */
import { formatDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { askingWords } from './asking-words.ts';
import { eventWords } from './event-words.ts';
import { searchable } from './searchable.ts';

const concerned = ['proposal', 'point', 'policy', 'round', 'actor'];
const close = ['proposal', 'point', 'actor'];

export const answersHappenings: Happenings = {
  searchable,
  verbs: (lang) => eventWords(lang).verbs,
  places: {
    answer: (event) => `/answers/${shortId(event.object_id)}`,
    'follow-up': (event) => `/follow-ups/${shortId(event.object_id)}`,
  },
  tells: {
    'answers.given': { followersOf: concerned },
    'answers.revised': { followersOf: concerned },
    'answers.assigned': { followersOf: close, small: true },
    'answers.handed-over': { followersOf: close, small: true },
    'answers.follow-up-asked': { followersOf: close, small: true, follows: { proposal: 'turns' } },
    'answers.follow-up-answered': { followersOf: close, small: true },
    // Followers of the proposal, its round and the division learn of the meeting that it is.
    'answers.briefing-scheduled': { followersOf: ['point', 'policy'] },
    'answers.briefing-cancelled': { followersOf: ['point', 'policy'] },
  },
  notices: (lang) => {
    const { notices: w } = askingWords(lang);
    const text = (fact: string | number | undefined) => String(fact ?? '');
    return {
      'answers.lead': (f) => ({
        subject: w.lead.subject(text(f.title)),
        text: w.lead.text(text(f.division), text(f.title)),
      }),
      'answers.partner': (f) => ({
        subject: w.partner.subject(text(f.title)),
        text: w.partner.text(text(f.division), text(f.title)),
      }),
      'answers.share': (f) => ({
        subject: w.share.subject(text(f.title)),
        text: w.share.text(text(f.division), text(f.title)),
      }),
      'answers.follow-up': (f) => ({
        subject: w.question.subject(text(f.title)),
        text: w.question.text(text(f.title), formatDate(text(f.date), lang)),
      }),
      'answers.follow-up-answered': (f) => ({
        subject: w.answered.subject(text(f.title)),
        text: w.answered.text(text(f.division), text(f.title)),
      }),
      'answers.overdue': (f) => ({
        subject: w.overdue.subject(Number(f.count ?? 0)),
        text: w.overdue.text(text(f.division), Number(f.count ?? 0), text(f.title)),
      }),
    };
  },
};
