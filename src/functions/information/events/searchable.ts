/** F1.1, X7: what is found by its words. What repeats is one thing with many dates. */
import { pictureColumn } from '#commons/files/index.ts';
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { eventPath } from './addresses.ts';
import { dateOf } from './calendar.ts';
import { daysOf } from './queries.ts';
import { searchWords } from './search-words.ts';

const BODY = `concat_ws(E'\\n', e.about, nullif(e.place, ''), nullif(e.address, ''), nullif(e.audience_note, ''),
  nullif(array_to_string(e.tags, ' '), ''), nullif(e.access_note, ''))`;
const ABOUT = `'fields', e.fields, 'districts', array[e.district], 'lat', e.lat, 'lng', e.lng, 'place', e.place, 'audience', e.audience,
  'fee', e.fee, 'access', e.access, 'actor', e.host_id, 'picture', ${pictureColumn('event', 'e')}`;
/** The day that speaks for a series: its last one that is shown and stands, so that later words count. */
const SPEAKING = `lateral (select * from town_events o where o.hub_id = s.hub_id and o.series_id = s.id and o.hidden_at is null
  order by (o.cancelled_at is null) desc, o.starts_at desc limit 1) e on true`;

export const searchable: Happenings['searchable'] = {
  event: {
    word: (lang) => searchWords(lang).event,
    function: 'information',
    isActivity: true,
    rows: `select e.id, e.published_at as at, e.title, ${BODY} as body, null::uuid as under_id, '' as under
      from town_events e where e.series_id is null and e.hidden_at is null`,
    facets: `select e.id, jsonb_build_object(${ABOUT}, 'isCancelled', e.cancelled_at is not null,
        'dates', jsonb_build_array(jsonb_build_object('start', e.starts_at, 'end', e.ends_at))) as facets
      from town_events e where e.series_id is null`,
    place: eventPath,
    dates: async (db, ids, from) => (await daysOf(db, 'id', ids, from)).map(dateOf),
  },
  'event-series': {
    word: (lang) => searchWords(lang).event,
    function: 'information',
    isActivity: true,
    countedAs: 'event',
    rows: `select s.id, s.published_at as at, e.title, ${BODY} as body, null::uuid as under_id, '' as under
      from event_series s join ${SPEAKING}`,
    facets: `select s.id, jsonb_build_object(${ABOUT}, 'isCancelled', e.cancelled_at is not null,
        'dates', (select coalesce(jsonb_agg(jsonb_build_object('start', o.starts_at, 'end', o.ends_at) order by o.starts_at), '[]'::jsonb)
          from town_events o where o.hub_id = s.hub_id and o.series_id = s.id and o.hidden_at is null
            and (o.cancelled_at is null or e.cancelled_at is not null))) as facets
      from event_series s join ${SPEAKING}`,
    place: ({ id }) => `/event-series/${shortId(id)}`,
    dates: async (db, ids, from) => (await daysOf(db, 'series_id', ids, from)).map(dateOf),
  },
};
