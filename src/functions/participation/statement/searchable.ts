/** F9.5, X7: what is found by its words. */
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  point: {
    word: (lang) => searchWords(lang).point,
    function: 'participation',
    rows: `select p.id, p.edited_at as at, '' as title, p.body, p.debate_id as under_id, d.title as under
      from points p join debates d on d.hub_id = p.hub_id and d.id = p.debate_id
      where p.removed_at is null and not exists (
        select from drafted_points f where f.hub_id = p.hub_id and f.point_id = p.id and f.confirmed_at is null)`,
    place: ({ id }) => `/points/${shortId(id)}`,
  },
  statement: 'its points are found, each by itself',
  objection: 'stands on the page of its statement, beside the point it is about',
};
