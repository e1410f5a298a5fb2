/** F1.1, P8, X7: what is found by its words and by what it is about, each kind by itself. What is over is found no more. */
import { pictureColumn } from '#commons/files/index.ts';
import type { Happenings, Searchable } from '#kernel/module.ts';
import { entryPath } from './addresses.ts';
import { ENTRY, ENTRY_KINDS, type EntryKind } from './entry.ts';
import { searchWord } from './search-words.ts';

/** The kind by which the search knows entries of a kind. */
export const foundKind = (kind: EntryKind): string => `entry-${kind}`;

const midnight = (column: string) => `(${column}::timestamp at time zone 'Asia/Tokyo')`;

const facets = (kind: EntryKind) => `select e.id, jsonb_build_object(
    'fields', e.fields, 'districts', e.districts,
    'dates', case when e.kind = 'activity' and e.starts_on is not null then jsonb_build_array(jsonb_build_object(
      'start', ${midnight('e.starts_on')}, 'end', ${midnight('coalesce(e.ends_on, e.starts_on)')})) end,
    'isAllDay', e.kind = 'activity' and e.starts_on is not null,
    'until', case when e.ends_on is not null then ${midnight('(e.ends_on + 1)')} end,
    'lat', e.lat, 'lng', e.lng, 'place', e.facts ->> 'where',
    'audience', e.audience, 'fee', e.fee, 'access', e.accessibility, 'actor', e.actor_id,
    'picture', ${pictureColumn(ENTRY, 'e', 'id', 'e.version')}) as facets
  from entries e where e.kind = '${kind}'`;

const rows = (kind: EntryKind) => `select e.id, e.published_at as at, e.title,
    concat_ws(E'\\n', e.body, nullif((select string_agg(f.value, E'\\n' order by f.key) from jsonb_each_text(e.facts) f), ''),
      nullif(array_to_string(e.tags, ' '), ''), nullif(array_to_string(e.districts, ' '), '')) as body,
    null::uuid as under_id, '' as under
  from entries e where e.kind = '${kind}' and e.withdrawn_at is null and e.hidden_at is null and e.ended_at is null`;

const found = (kind: EntryKind): Searchable => ({
  word: (lang) => searchWord(kind, lang),
  function: 'information',
  isActivity: true,
  rows: rows(kind),
  facets: facets(kind),
  place: ({ id, title }) => entryPath({ id, title }),
});

export const searchable: Happenings['searchable'] = {
  ...Object.fromEntries(ENTRY_KINDS.map((kind) => [foundKind(kind), found(kind)])),
  entry: 'found under its kind: entry-call, entry-place and so on',
};
