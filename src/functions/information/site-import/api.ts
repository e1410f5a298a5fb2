/** F1.3, X8: an import for programs of a group: what it would bring, that it comes, that it goes again, what its pictures show. */
import { z } from 'zod';
import { IMPORT_STATES } from '#commons/file-imports/index.ts';
import { type ApiOperation, act, gives, idIn, own, thing, within } from '#kernel/api.ts';
import { mayEdit, refusalFor, siteById } from '../homepages/index.ts';
import { bringImport, describePictures, takeImportBack } from './acts.ts';
import { notFound } from './import.ts';
import { importById } from './queries.ts';

const IMPORT = z.object({
  id: z.uuid(),
  state: z.enum(IMPORT_STATES),
  fileName: z.string(),
  sight: z
    .object({
      format: z.enum(['rss', 'atom', 'wordpress']),
      title: z.string(),
      articles: z.array(
        z.object({
          kind: z.enum(['page', 'post']),
          title: z.string(),
          day: z.string().meta({ description: 'YYYY-MM-DD, in Tokyo; empty: none is said.' }),
          blocks: z.int(),
          pictures: z.int(),
        }),
      ),
      pages: z.int(),
      posts: z.int(),
      pictures: z.int(),
      withoutAlt: z.int().meta({ description: 'Pictures of which nobody has said what they show.' }),
      packed: z.int().meta({ description: 'Pictures that lie in the file itself.' }),
      links: z
        .object({ coming: z.int(), earlier: z.int(), left: z.int() })
        .optional()
        .meta({ description: 'Links to the earlier homepage: to what comes, came before, isn’t here.' }),
      dropped: z.record(z.string(), z.int()).meta({ description: 'Sort of what can’t come → how many.' }),
      leftOut: z.record(z.string(), z.int()).meta({ description: 'Kind or state of articles left out → how many.' }),
    })
    .nullable()
    .meta({ description: 'What would come.' }),
  problem: z
    .object({
      code: z.string(),
      line: z.int().optional(),
      module: z.string().optional(),
      refusal: z.string().optional(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    })
    .nullable(),
  counts: z
    .object({
      pages: z.int(),
      posts: z.int(),
      pictures: z.int(),
      waiting: z.int(),
      failed: z.int(),
      removed: z.int().optional(),
      kept: z.int().optional(),
    })
    .nullable()
    .meta({ description: 'What has come; `waiting`: pictures without a description.' }),
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
      return { id, state, fileName, sight, problem, counts, percent };
    }),
  ),
  ...within('organise', [
    act('/site-imports/:ref/start', bringImport, { ref: 'id' }, gives({ id: z.uuid() })),
    act(
      '/site-imports/:ref/reversal',
      takeImportBack,
      { ref: 'id' },
      gives({ id: z.uuid(), siteId: z.uuid(), isGone: z.boolean() }),
    ),
    act('/site-imports/:ref/pictures', describePictures, { ref: 'id' }, gives({ id: z.uuid(), placed: z.int() })),
  ]),
];
