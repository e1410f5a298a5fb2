/** F1.3 What editors decide about an import: that it is read, that it comes, that it goes again, what its pictures show. */
import { z } from 'zod';
import { dropImport, wasSent } from '#commons/file-imports/index.ts';
import { labelFile, moveAll } from '#commons/files/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { addBlock, BLOCK, heldPage, heldSite, insertBlock, publishHeld } from '../homepages/index.ts';
import { refuse, SITES } from './import.ts';
import { type ImportPicture, type ImportRow, lockedImport, openPictures, WAITING } from './queries.ts';

async function held(ctx: ActionContext, id: string): Promise<ImportRow> {
  const row = await lockedImport(ctx.db, id);
  await heldSite(ctx, row.site_id);
  return row;
}

/** The file has been sent; the worker reads it. */
export const beginImport = action({
  name: 'site-imports.begin',
  input: z.object({ id: z.uuid(), fileName: line({ min: 0, max: 200 }) }),
  async run(ctx, { id, fileName }): Promise<{ id: string }> {
    const row = await held(ctx, id);
    if (row.state !== 'sending') throw refuse('not-looked', { status: 409 });
    if (!(await wasSent(ctx.db, SITES, id))) throw refuse('no-file', { field: 'file' });
    await run(
      ctx.db,
      `update site_imports set file_name = $3, state = 'looking', percent = 0 where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, fileName],
    );
    await ctx.job('site-imports.look', { id }, `site-import:${id}`);
    await ctx.record({ verb: 'site-imports.sent', object: { kind: 'site', id: row.site_id }, tags: [] });
    return { id };
  },
});

/** What was shown shall come: everything, or nothing. */
export const bringImport = action({
  name: 'site-imports.bring',
  input: z.object({ id: z.uuid(), publish: z.boolean(), pictures: z.boolean() }),
  async run(ctx, { id, publish, pictures }): Promise<{ id: string }> {
    const row = await held(ctx, id);
    if (row.state !== 'looked') throw refuse('not-looked', { status: 409 });
    await run(
      ctx.db,
      `update site_imports set state = 'bringing', percent = 0, choices = $3 where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, JSON.stringify({ publish, pictures })],
    );
    await ctx.job('site-imports.bring', { id }, `site-import:${id}`);
    await ctx.record({ verb: 'site-imports.asked', object: { kind: 'site', id: row.site_id }, tags: [] });
    return { id };
  },
});

/** What was only looked at is thrown away; what has come is taken back by the worker, but for pages somebody has changed since. */
export const takeImportBack = action({
  name: 'site-imports.take-back',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ id: string; siteId: string; isGone: boolean }> {
    const row = await held(ctx, id);
    const siteId = row.site_id;
    if (row.state === 'done') {
      await run(ctx.db, `update site_imports set state = 'bringing', percent = 0 where hub_id = $1 and id = $2`, [
        ctx.hub.id,
        id,
      ]);
      await ctx.job('site-imports.take-back', { id }, `site-import:${id}`);
      await ctx.record({ verb: 'site-imports.taking-back', object: { kind: 'site', id: row.site_id }, tags: [] });
      return { id, siteId, isGone: false };
    }
    if (row.state !== 'looked' && row.state !== 'refused') throw refuse('not-done', { status: 409 });
    await dropImport(ctx.db, SITES, ctx.hub.id, id);
    await ctx.record({ verb: 'site-imports.thrown-away', object: { kind: 'site', id: row.site_id }, tags: [] });
    return { id, siteId, isGone: true };
  },
});

/** Words for pictures that came without: each goes to its place. A page that nobody changed since is shown with it at once. */
export const describePictures = action({
  name: 'site-imports.describe',
  input: z.object({ id: z.uuid(), labels: z.record(z.string().regex(/^\d{1,6}$/), line({ min: 0, max: 300 })) }),
  async run(ctx, { id, labels }): Promise<{ id: string; placed: number }> {
    const row = await held(ctx, id);
    if (row.state !== 'done') throw refuse('not-done', { status: 409 });
    const waiting = (await openPictures(ctx.db, id)).filter(({ n, files }) => files.length > 0 && labels[String(n)]);
    if (waiting.length === 0) throw refuse('nothing-typed', { field: 'labels' });
    for (const [pageId, pictures] of Map.groupBy(waiting, ({ page_id }) => page_id))
      await placePictures(ctx, row, pageId, pictures, labels);
    await ctx.record({ verb: 'site-imports.described', object: { kind: 'site', id: row.site_id }, tags: [] });
    return { id, placed: waiting.length };
  },
});

async function placePictures(
  ctx: ActionContext,
  row: ImportRow,
  pageId: string,
  pictures: readonly ImportPicture[],
  labels: Readonly<Record<string, string>>,
): Promise<void> {
  const before = await heldPage(ctx, pageId);
  const [came] = await run<{ draft_version: number }>(
    ctx.db,
    'select draft_version from site_import_pages where import_id = $1 and page_id = $2',
    [row.id, pageId],
  );
  // From the last to the first: those behind the same block stand in their order then.
  for (const picture of [...pictures].reverse()) await placePicture(ctx, row.id, picture, labels[String(picture.n)]!);
  const { page, site } = await heldPage(ctx, pageId);
  const isAsItCame = came?.draft_version === before.page.draft_version;
  if (isAsItCame && page.shown_version > 0) await publishHeld(ctx, { page, site }, { at: null, changed: '' });
  if (isAsItCame)
    await run(
      ctx.db,
      `update site_import_pages set draft_version = (select draft_version from site_pages p where p.hub_id = $1 and p.id = $3)
       where hub_id = $1 and import_id = $2 and page_id = $3`,
      [ctx.hub.id, row.id, pageId],
    );
}

async function placePicture(
  ctx: ActionContext,
  importId: string,
  picture: ImportPicture,
  label: string,
): Promise<void> {
  const [file] = picture.files;
  const [there] = await run(ctx.db, 'select id from site_blocks where id = $1 and page_id = $2 and version = 0', [
    picture.behind_id,
    picture.page_id,
  ]);
  // A heading makes room at the place and is taken off again: only an upload of one's own could be hung on a new block.
  const { id: roomId } = await addBlock.run(ctx, {
    pageId: picture.page_id,
    kind: 'heading',
    fields: { text: label.slice(0, 100) },
    after: there ? picture.behind_id! : picture.behind_id === null ? 'first' : '',
    fileId: '',
    label: '',
  });
  const [room] = await run<{ place: number }>(ctx.db, 'select place from site_blocks where id = $1 and version = 0', [
    roomId,
  ]);
  await run(ctx.db, 'delete from site_blocks where hub_id = $1 and id = $2 and version = 0', [ctx.hub.id, roomId]);
  const id = await insertBlock(ctx, picture.page_id, {
    kind: 'picture',
    content: { caption: picture.caption, size: 'wide' },
    place: room!.place,
  });
  await moveAll(ctx, { kind: WAITING, id: importId, version: picture.n }, { kind: BLOCK, id });
  await labelFile(ctx, { kind: BLOCK, id }, { fileId: file!.id, label });
  await run(
    ctx.db,
    'update site_import_pictures set settled_at = $4, file_id = null where hub_id = $1 and import_id = $2 and n = $3',
    [ctx.hub.id, importId, picture.n, ctx.now],
  );
}
