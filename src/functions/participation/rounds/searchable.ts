/** F9.4, X7: what is found by its words. */
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { roundName } from './names.ts';
import { ASKED_ALSO, ASKED_AS, searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  round: {
    word: (lang) => searchWords(lang).round,
    function: 'participation',
    rows: `select r.id, r.collecting_at as at, ${ASKED_AS} as title,
        ${ASKED_ALSO} as body, null::uuid as under_id, '' as under
      from rounds r`,
    place: ({ id }) => `/rounds/${shortId(id)}`,
    shownTitle: (title, lang) => {
      const [fiscal_year = 0, number = 0] = (title.match(/\d+/g) ?? []).map(Number);
      return roundName({ fiscal_year, number }, lang);
    },
  },
};
