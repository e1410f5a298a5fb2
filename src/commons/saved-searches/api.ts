/** F1.1, X8: one's own saved searches for programs. */
import { z } from 'zod';
import { RHYTHMS } from '#commons/notices/index.ts';
import { type ApiOperation, act, camelled, gives, list, own, slice, WHEN, within } from '#kernel/api.ts';
import { changeSearch, removeSearch, saveSearch } from './acts.ts';
import { searchesOf } from './queries.ts';
import { PAGES } from './saved-search.ts';

const SEARCH = z.object({
  id: z.uuid(),
  name: z.string(),
  page: z.enum(PAGES),
  query: z.string().meta({ description: 'As in the address of the page, without the first sign.' }),
  rhythm: z.enum(RHYTHMS),
  savedAt: WHEN,
  lastFoundAt: WHEN.nullable(),
});

const ID = { id: 'id' };

const ITSELF = gives({ id: z.uuid() });

export const savedSearchesApi: readonly ApiOperation[] = [
  own(
    'read',
    list('/saved-searches', 'saved-searches:list', SEARCH, async (visit, keyset) =>
      slice(camelled(await visit.read((db) => searchesOf(db, visit.signedIn.person.id))), keyset),
    ),
  ),
  ...within('follow', [
    act('/saved-searches', saveSearch, {}, ITSELF),
    act('/saved-searches/:id', changeSearch, ID, ITSELF),
    act('/saved-searches/:id/removal', removeSearch, ID),
  ]),
];
