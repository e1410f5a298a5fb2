/** F9.7, X7: what is found by its words. */
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  answer: {
    word: (lang) => searchWords(lang).answer,
    function: 'participation',
    rows: `select a.id, a.answered_at as at, '' as title, concat_ws(E'\\n', a.reason, a.passed_to) as body, a.debate_id as under_id, d.title as under
      from answers a join debates d on d.hub_id = a.hub_id and d.id = a.debate_id where a.is_current`,
    place: ({ id }) => `/answers/${shortId(id)}`,
  },
  'follow-up': {
    word: (lang) => searchWords(lang).followUp,
    function: 'participation',
    rows: `select f.id, f.asked_at as at, '' as title, concat_ws(E'\\n', f.body,
          (select g.body from follow_up_answers g where g.hub_id = f.hub_id and g.follow_up_id = f.id order by g.version desc limit 1)) as body,
        f.debate_id as under_id, d.title as under
      from follow_ups f join debates d on d.hub_id = f.hub_id and d.id = f.debate_id
      where f.withdrawn_at is null and f.hidden_at is null`,
    place: ({ id }) => `/follow-ups/${shortId(id)}`,
  },
};
