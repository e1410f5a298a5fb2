/** F9.9, X7: what is found by its words. */
import type { Happenings } from '#kernel/module.ts';
import { planAnswerHref, planHref } from './addresses.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  plan: {
    word: (lang) => searchWords(lang).plan,
    function: 'participation',
    rows: `select p.id, p.posted_at as at, p.title, concat_ws(E'\\n', v.about, v.why, v.open_points, v.fixed_points) as body, null::uuid as under_id, '' as under
      from plans p join plan_versions v on v.hub_id = p.hub_id and v.plan_id = p.id and v.version = p.version`,
    place: planHref,
  },
  'plan-answer': {
    word: (lang) => searchWords(lang).planAnswer,
    function: 'participation',
    rows: `select a.id, a.answered_at as at, '' as title, concat_ws(E'\\n', a.gist, a.reason) as body, a.plan_id as under_id, p.title as under
      from plan_answers a join plans p on p.hub_id = a.hub_id and p.id = a.plan_id`,
    place: ({ id }) => planAnswerHref(id),
  },
};
