/** F9.2, X7: what is found by its words. */
import { pictureColumn } from '#commons/files/index.ts';
import type { Happenings } from '#kernel/module.ts';
import { meetingPath } from './addresses.ts';
import { dateOf } from './date-of.ts';
import { meetingsNamed } from './queries.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  meeting: {
    word: (lang) => searchWords(lang).meeting,
    function: 'participation',
    rows: `select m.id, m.starts_at as at, m.title,
        concat_ws(E'\\n', m.about, array_to_string(m.agenda, E'\\n'), m.place, m.address, w.body) as body, null::uuid as under_id, '' as under
      from meetings m
      left join meeting_minutes w on w.hub_id = m.hub_id and w.meeting_id = m.id and w.version = m.minutes_version and w.published_at is not null`,
    facets: `select m.id, jsonb_build_object('dates', jsonb_build_array(jsonb_build_object('start', m.starts_at, 'end', m.ends_at)),
          'place', m.place, 'actor', m.host_id, 'picture', ${pictureColumn('meeting', 'm')}, 'isCancelled', m.cancelled_at is not null,
          'access', array_remove(array[case when m.step_free = 'yes' then 'step-free' end, case when m.captions then 'captions' end,
            case when m.sign_language then 'sign-language' end, case when m.note_taking then 'note-taking' end], null)) as facets
      from meetings m`,
    isActivity: true,
    place: meetingPath,
    dates: async (db, ids, from) => (await meetingsNamed(db, ids, from)).map(dateOf),
  },
};
