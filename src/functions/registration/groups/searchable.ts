/** F7, X7: what is found by its words. */
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { groupHref, groupPath } from './addresses.ts';
import { SITE_PICTURE } from './queries.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  group: {
    word: (lang) => searchWords(lang).group,
    function: 'registration',
    rows: `select g.id, g.declared_at as at, g.name as title,
        concat_ws(E'\\n', g.purpose, nullif(g.reading, ''), nullif(array_to_string(g.areas, ' '), ''), nullif(g.seeks, ''), nullif(g.offers, '')) as body, null::uuid as under_id, '' as under
      from groups g where g.withdrawn_at is null and g.hidden_at is null`,
    facets: `select g.id, jsonb_build_object('fields', g.fields, 'districts', g.areas, 'actor', g.actor_id,
        'picture', ${SITE_PICTURE}) as facets from groups g`,
    isActivity: true,
    insteadOf: 'actor',
    place: ({ id, title }) => groupPath({ id, name: title }),
  },
  'group-question': {
    word: (lang) => searchWords(lang).question,
    function: 'registration',
    rows: `select q.id, q.asked_at as at, '' as title, concat_ws(E'\\n', q.body, nullif(q.answer, '')) as body, q.group_id as under_id, g.name as under
      from group_questions q join groups g on g.hub_id = q.hub_id and g.id = q.group_id
      where q.withdrawn_at is null and q.hidden_at is null and g.withdrawn_at is null and g.hidden_at is null`,
    place: ({ id, underId }) => `${groupHref(underId ?? id)}/questions#q-${shortId(id)}`,
  },
};
