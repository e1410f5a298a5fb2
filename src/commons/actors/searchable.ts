/** P1, X7: what is found by its words. */
import { shortId } from '#kernel/ids.ts';
import type { Happenings } from '#kernel/module.ts';
import { searchWords } from './search-words.ts';

export const searchable: Happenings['searchable'] = {
  // Organisations alone: nobody is looked up here by the name of a person.
  actor: {
    word: (lang) => searchWords(lang).actor,
    rows: `select a.id, a.created_at as at, a.name as title, concat_ws(E'\\n', nullif(a.reading, ''), a.about) as body, null::uuid as under_id, '' as under
      from actors a where a.kind <> 'person' and a.imported_from is null and a.about_hidden_at is null and a.left_at is null`,
    place: ({ id }) => `/actors/${shortId(id)}`,
  },
};
