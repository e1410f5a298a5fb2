/** F9.1, X7: proposals as they are found by their words. */
import { pictureColumn } from '#commons/files/index.ts';
import { ref } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  proposal: {
    word: (lang) => searchWords(lang).proposal,
    function: 'participation',
    rows: `select p.id, p.published_at as at, p.title,
        concat_ws(E'\\n', v.proposal, v.problem, v.effect, v.roles, v.cost, v.area, p.district) as body, null::uuid as under_id, '' as under
      from proposals p
      join proposal_versions v on v.hub_id = p.hub_id and v.proposal_id = p.id and v.version = p.version
      where p.withdrawn_at is null and p.hidden_at is null`,
    facets: `select p.id, jsonb_build_object('districts', array[p.district], 'lat', p.lat, 'lng', p.lng, 'actor', p.actor_id,
        'picture', ${pictureColumn('proposal', 'p', 'id', 'p.version')}) as facets
      from proposals p`,
    place: ({ id, title }) => `/proposals/${ref(id, title)}`,
  },
  outline: 'a drawing',
};
