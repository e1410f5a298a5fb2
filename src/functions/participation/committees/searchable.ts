/** F9.9, X7: what is found by its words. */
import type { Happenings } from '#kernel/module.ts';
import { committeePath, sittingPath } from './addresses.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  committee: {
    word: (lang) => searchWords(lang).committee,
    function: 'participation',
    rows: `select c.id, c.set_up_at as at, c.name as title, concat_ws(E'\\n', c.about, c.basis) as body, null::uuid as under_id, '' as under from committees c`,
    place: ({ id, title }) => committeePath({ id, name: title }),
  },
  sitting: {
    word: (lang) => searchWords(lang).sitting,
    function: 'participation',
    rows: `select s.id, s.starts_at as at, '' as title, concat_ws(E'\\n', array_to_string(s.agenda, E'\\n'), s.place, w.body) as body,
        s.committee_id as under_id, c.name as under
      from sittings s
      join committees c on c.hub_id = s.hub_id and c.id = s.committee_id
      left join sitting_minutes w on w.hub_id = s.hub_id and w.sitting_id = s.id and w.version = s.minutes_version and w.published_at is not null`,
    place: ({ id }) => sittingPath(id),
  },
};
