/** F1.1, F1.4, X7: what is found by its words. */
import type { Happenings } from '#kernel/module.ts';
import { showcaseHref, showcasePath } from './addresses.ts';
import { EVENT_PICTURE } from './queries.ts';
import { searchWords } from './search-words.ts';

/** Of the showcase itself, whatever its event says. */
const FACETS = `select s.id, jsonb_build_object('fields', s.fields, 'districts', array[s.district], 'place', s.place, 'audience', s.audience,
    'fee', s.fee, 'access', s.access, 'actor', s.host_id, 'isCancelled', s.cancelled_at is not null, 'picture', ${EVENT_PICTURE},
    'dates', jsonb_build_array(jsonb_build_object('start', s.starts_at, 'end', s.ends_at))) as facets
  from showcases s`;

export const searchable: Happenings['searchable'] = {
  showcase: {
    word: (lang) => searchWords(lang).showcase,
    function: 'information',
    isActivity: true,
    rows: `select s.id, s.announced_at as at, s.title,
        concat_ws(E'\\n', s.about, s.place, nullif(s.address, ''), nullif(s.report, '')) as body, null::uuid as under_id, '' as under
      from showcases s where s.hidden_at is null`,
    facets: FACETS,
    place: showcasePath,
  },
  'showcase-hand': {
    word: (lang) => searchWords(lang).hand,
    function: 'information',
    rows: `select d.id, l.starts_at as at, d.title, concat_ws(E'\\n', d.about, g.name) as body, d.showcase_id as under_id, s.title as under
      from showcase_hands d
      join showcase_slots l on l.hub_id = d.hub_id and l.id = d.slot_id
      join groups g on g.hub_id = d.hub_id and g.id = d.group_id
      join showcases s on s.hub_id = d.hub_id and s.id = d.showcase_id
      where d.state = 'holding' and d.hidden_at is null and s.hidden_at is null and s.cancelled_at is null`,
    place: ({ id, underId }) => `${showcaseHref(underId ?? id)}#programme`,
  },
  'showcase-voice': {
    word: (lang) => searchWords(lang).voice,
    function: 'information',
    rows: `select v.id, v.said_at as at, '' as title, concat_ws(E'\\n', v.body, nullif(v.answer, '')) as body, v.showcase_id as under_id, s.title as under
      from showcase_voices v join showcases s on s.hub_id = v.hub_id and s.id = v.showcase_id
      where v.withdrawn_at is null and v.hidden_at is null and s.hidden_at is null`,
    place: ({ id, underId }) => `${showcaseHref(underId ?? id)}/live`,
  },
};
