/** F9.9, X7: what is found by its words. */
import type { Happenings } from '#kernel/module.ts';
import { panelPath } from './addresses.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  panel: {
    word: (lang) => searchWords(lang).panel,
    function: 'participation',
    rows: `select p.id, p.announced_at as at, p.title, concat_ws(E'\\n', p.about, p.held_text) as body, null::uuid as under_id, '' as under from panels p`,
    place: panelPath,
  },
};
