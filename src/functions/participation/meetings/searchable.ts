/** F9.2, X7: what is found by its words. */
import type { Happenings } from '#kernel/module.ts';
import { meetingPath } from './addresses.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  meeting: {
    word: (lang) => searchWords(lang).meeting,
    function: 'participation',
    rows: `select m.id, m.starts_at as at, m.title,
        concat_ws(E'\\n', m.about, array_to_string(m.agenda, E'\\n'), m.place, m.address, w.body) as body, null::uuid as under_id, '' as under
      from meetings m
      left join meeting_minutes w on w.hub_id = m.hub_id and w.meeting_id = m.id and w.version = m.minutes_version and w.published_at is not null`,
    place: meetingPath,
  },
};
