/** F7.3, X7: what is found by its words. */
import type { Happenings } from '#kernel/module.ts';
import { circlePath } from './addresses.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  circle: {
    word: (lang) => searchWords(lang).circle,
    function: 'registration',
    rows: `select c.id, c.founded_at as at, c.name as title, c.about as body, null::uuid as under_id, '' as under from circles c where c.closed_at is null`,
    facets: `select c.id, jsonb_build_object('actor', c.group_id, 'fields', g.fields, 'districts', g.areas) as facets
      from circles c join groups g on g.hub_id = c.hub_id and g.id = c.group_id`,
    isActivity: true,
    place: ({ id, title }) => circlePath({ id, name: title }),
  },
};
