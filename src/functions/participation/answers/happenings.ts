/** F9.7, X3: the city's answers in feed, notices and letters. */
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { eventWords } from './event-words.ts';

const concerned = ['proposal', 'point', 'policy', 'round', 'actor'];

export const answersHappenings: Happenings = {
  verbs: (lang) => eventWords(lang).verbs,
  places: { answer: (event) => `/answers/${shortId(event.object_id)}` },
  tells: { 'answers.given': { followersOf: concerned }, 'answers.revised': { followersOf: concerned } },
};
