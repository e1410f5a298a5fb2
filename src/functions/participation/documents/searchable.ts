/** F9.6, X7: what is found by its words. */
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { ASKED_AS, searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  // By its number alone: what is frozen in it may have been hidden since, and is found where it is from.
  document: {
    word: (lang) => searchWords(lang).document,
    function: 'participation',
    rows: `select d.id, d.published_at as at, ${ASKED_AS} as title, '' as body, d.round_id as under_id, '' as under from documents d`,
    place: ({ id, underId }) => `/rounds/${shortId(underId ?? id)}/document`,
    shownTitle: (title, lang) => `${searchWords(lang).document} ${title.split(' ').at(-1)}`,
  },
};
