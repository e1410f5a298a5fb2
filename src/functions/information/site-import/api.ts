/** F1.3, X8: an import for programs of a group: what it would bring, that it comes, that it goes again, what its pictures show. */
import { z } from 'zod';
import { type ApiOperation, act, idIn, own, thing, within } from '#kernel/api.ts';
import { mayEdit, refusalFor, siteById } from '../homepages/index.ts';
import { bringImport, describePictures, takeImportBack } from './acts.ts';
import { notFound } from './import.ts';
import { importById } from './queries.ts';

const IMPORT = z.object({
  id: z.uuid(),
  state: z.string(),
  fileName: z.string(),
  sight: z.looseObject({}).nullable(),
  problem: z.looseObject({}).nullable(),
  counts: z.looseObject({}).nullable(),
  percent: z.int(),
});

export const siteImportApi: readonly ApiOperation[] = [
  own(
    'read',
    thing('/site-imports/:id', 'siteImports:show', IMPORT, async (visit) => {
      const { file_name: fileName, ...shown } = await visit.read((db) => importById(db, idIn(visit, 'id')));
      const site = await visit.read((db) => siteById(db, shown.site_id, visit.now));
      if (!site) throw notFound();
      const no = mayEdit(visit.reader, site);
      if (no) throw refusalFor(no);
      const { id, state, sight, problem, counts, percent } = shown;
      return { id, state, fileName, sight, problem, counts, percent } as unknown as z.input<typeof IMPORT>;
    }),
  ),
  ...within('organise', [
    act('/site-imports/:ref/start', bringImport, { ref: 'id' }),
    act('/site-imports/:ref/reversal', takeImportBack, { ref: 'id' }),
    act('/site-imports/:ref/pictures', describePictures, { ref: 'id' }),
  ]),
];
