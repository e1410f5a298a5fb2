/** F9.2, X7: what is said in debates, as it is found by its words. */
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  opinion: {
    word: (lang) => searchWords(lang).opinion,
    rows: `select o.id, o.said_at as at, '' as title, concat_ws(E'\\n', o.body, nullif(o.reason, '')) as body, o.debate_id as under_id,
        d.title as under
      from opinions o join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
      where o.withdrawn_at is null and o.hidden_at is null`,
    place: ({ id }) => `/opinions/${shortId(id)}`,
  },
  debate: {
    word: (lang) => searchWords(lang).debate,
    // The debate on a proposal or a plan is found as that.
    rows: `select d.id, d.opens_at as at, d.title, d.about as body, null::uuid as under_id, '' as under
      from debates d where d.kind = 'imported'`,
    place: ({ id }) => `/debates/${shortId(id)}`,
  },
  position: 'stands on the page of the opinion or debate it is on, which is found',
};
