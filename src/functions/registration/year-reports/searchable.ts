/** F7.7, X7: what is found by its words: reports that the group made public. */

import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  'year-report': {
    word: (lang) => searchWords(lang).report,
    function: 'registration',
    rows: `select r.id, r.changed_at as at, concat(g.name, ' ', r.fiscal_year) as title, r.done as body, r.group_id as under_id, g.name as under
      from year_reports r join groups g on g.hub_id = r.hub_id and g.id = r.group_id
      where r.reach = 'public' and r.hidden_at is null and g.hidden_at is null`,
    place: ({ id }) => `/group-reports/${shortId(id)}`,
  },
};
