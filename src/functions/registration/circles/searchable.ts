/** F7.3, X7: what is found by its words. */
import type { Happenings } from '#kernel/module.ts';
import { circlePath } from './addresses.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  circle: {
    word: (lang) => searchWords(lang).circle,
    function: 'registration',
    rows: `select c.id, c.founded_at as at, c.name as title, c.about as body, null::uuid as under_id, '' as under from circles c where c.closed_at is null`,
    place: ({ id, title }) => circlePath({ id, name: title }),
  },
};
