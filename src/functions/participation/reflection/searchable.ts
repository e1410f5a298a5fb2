/** F9.8, X7: what is found by its words. */
import { ref } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  'budget-line': {
    word: (lang) => searchWords(lang).line,
    function: 'participation',
    rows: `select l.id, make_timestamptz(l.fiscal_year, 4, 1, 0, 0, 0, 'Asia/Tokyo') as at, l.title, '' as body, null::uuid as under_id, '' as under from budget_lines l`,
    place: ({ id, title }) => `/budget-lines/${ref(id, title)}`,
  },
};
