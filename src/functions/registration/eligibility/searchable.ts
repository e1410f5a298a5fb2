/** F7.6, X7: what is found by its words. Facts and papers are found by nobody. */
import type { Happenings } from '#kernel/module.ts';
import { setPath } from './addresses.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  'requirement-set': {
    word: (lang) => searchWords(lang).set,
    function: 'registration',
    rows: `select s.id, s.published_at as at, s.name as title, s.about as body, null::uuid as under_id, '' as under
      from requirement_sets s where s.closed_at is null`,
    place: ({ id, title }) => setPath({ id, name: title }),
  },
};
