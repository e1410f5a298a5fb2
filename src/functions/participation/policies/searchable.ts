/** F10.3, X7: what is found by its words. */
import { ref } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  policy: {
    word: (lang) => searchWords(lang).policy,
    function: 'participation',
    rows: `select o.id, o.created_at as at, o.title, concat_ws(E'\\n', o.code, o.about) as body, null::uuid as under_id, '' as under from policies o`,
    place: ({ id, title }) => `/policies/${ref(id, title)}`,
  },
};
