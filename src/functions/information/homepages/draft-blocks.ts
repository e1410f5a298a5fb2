/** F1.3 The blocks of a draft: put, changed, moved, taken off, one at a time, each step kept. Two who write at once lose nothing. */
import { z } from 'zod';
import { attachFiles, copyAll, detachAll, fileRefusal } from '#commons/files/index.ts';
import { type Action, action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { inputRefusal } from '#kernel/input.ts';
import { line } from '#kernel/text.ts';
import {
  BLOCK_INPUT,
  BLOCK_KINDS,
  type BlockContent,
  type BlockKind,
  badLink,
  FILES_ON,
  type KeptBlock,
  MOST_BLOCKS,
  NEEDS_FILE,
} from './block.ts';
import { heldPage, isSame, noteEdit } from './editing.ts';
import { notFound, refusalFor } from './site.ts';

export const BLOCK = 'site-block';
const LABEL = line({ min: 0, max: 300 }).optional().default('');

/** Fields as a form or program sent them → content as it is kept. @throws Refusal of the schema, bad-link */
export function readContent(kind: BlockKind, fields: unknown): BlockContent {
  const parsed = (BLOCK_INPUT[kind] as z.ZodType<BlockContent>).safeParse(fields);
  if (!parsed.success) throw inputRefusal(parsed.error);
  const bad = badLink({ kind, content: parsed.data } as KeptBlock);
  if (bad) throw refusalFor('bad-link', bad.field, { link: bad.link });
  return parsed.data;
}

export interface DraftBlock {
  id: string;
  page_id: string;
  kind: BlockKind;
  content: BlockContent;
  rev: number;
  place: number;
  person_name: string;
  changed_at: Date;
}

async function rowOf(ctx: ActionContext, id: string): Promise<{ page_id: string }> {
  const [row] = await run<{ page_id: string }>(
    ctx.db,
    'select page_id from site_blocks where id = $1 and version = 0',
    [id],
  );
  if (!row) throw notFound();
  return row;
}

/** The block of a draft, its page held. @throws Refusal not-found, not-of-the-group, withdrawn */
export async function heldBlock(ctx: ActionContext, id: string): Promise<DraftBlock> {
  const { page_id } = await rowOf(ctx, id);
  await heldPage(ctx, page_id);
  const [block] = await run<DraftBlock>(
    ctx.db,
    `select b.id, b.page_id, b.kind, b.content, b.rev, b.place, b.changed_at, a.name as person_name from site_blocks b
     join actors a on a.hub_id = b.hub_id and a.id = b.person_id where b.id = $1 and b.version = 0`,
    [id],
  );
  if (!block) throw notFound();
  return block;
}

/** @throws Refusal changed-meanwhile, saying who was faster */
export function demandRev(block: DraftBlock, rev: number): void {
  if (block.rev !== rev) throw refusalFor('changed-meanwhile', undefined, { who: block.person_name });
}

export const fileFields = {
  fileId: z
    .union([z.uuid(), z.literal('')])
    .optional()
    .default(''),
  label: LABEL,
};

/** Hangs an uploaded file on a block of a draft. @throws Refusal required (label), picture-needed, document-only, too-many-on-block, file-gone, … */
export async function hangFile(
  ctx: ActionContext,
  block: { id: string; kind: BlockKind },
  fileId: string,
  label: string,
): Promise<void> {
  const most = FILES_ON[block.kind] ?? 0;
  if (label === '')
    throw inputRefusal(new z.ZodError([{ code: 'custom', message: 'required', path: ['label'], input: label }]));
  const [row] = await run<{ kind: string; n: number }>(
    ctx.db,
    `select f.kind, (select count(*)::int from attachments x where x.thing_kind = '${BLOCK}' and x.thing_id = $2 and x.version = 0) as n
     from files f where f.id = $1`,
    [fileId, block.id],
  );
  if (!row) throw fileRefusal('file-gone', { field: 'file', status: 409 });
  const isPicture = row.kind === 'picture';
  if (block.kind !== 'files' && !isPicture) throw refusalFor('picture-needed', 'file');
  if (block.kind === 'files' && isPicture) throw refusalFor('document-only', 'file');
  if (most > 1 && row.n >= most) throw refusalFor('too-many-on-block', 'file', { most });
  if (most === 1) await detachAll(ctx, { kind: BLOCK, id: block.id });
  await attachFiles(ctx, { kind: BLOCK, id: block.id }, [{ fileId, label }]);
}

/** Room for one more behind `after` (null: at the end; 'first': before all); gives its place. */
async function placeAfter(ctx: ActionContext, pageId: string, after: string | null): Promise<number> {
  const rows = await run<{ id: string; place: number }>(
    ctx.db,
    'select id, place from site_blocks where page_id = $1 and version = 0 order by place, id',
    [pageId],
  );
  if (rows.length >= MOST_BLOCKS) throw refusalFor('too-many-blocks', undefined, { most: MOST_BLOCKS });
  const at = after === 'first' ? 0 : rows.findIndex((row) => row.id === after) + 1;
  if (after === null || (at === 0 && after !== 'first')) return (rows.at(-1)?.place ?? 0) + 1;
  const place = (rows[at - 1]?.place ?? 0) + 1;
  await run(
    ctx.db,
    'update site_blocks set place = place + 1 where hub_id = $1 and page_id = $2 and version = 0 and place >= $3',
    [ctx.hub.id, pageId, place],
  );
  return place;
}

/** Writes a block into a draft; the page is held already. */
export async function insertBlock(
  ctx: ActionContext,
  pageId: string,
  block: { kind: BlockKind; content: BlockContent; place: number },
): Promise<string> {
  const id = ctx.randomId();
  await run(
    ctx.db,
    `insert into site_blocks (hub_id, id, version, page_id, place, kind, content, person_id, changed_at) values ($1, $2, 0, $3, $4, $5, $6, $7, $8)`,
    [ctx.hub.id, id, pageId, block.place, block.kind, JSON.stringify(block.content), ctx.person.id, ctx.now],
  );
  return id;
}

const kind = z.enum(BLOCK_KINDS, { error: 'not-a-choice' });
const fields = z.record(z.string(), z.unknown());

/** `after`: the block before it; 'first'; '' at the end. @throws Refusal required, too-long, bad-link, no-file, too-many-blocks, … */
export const addBlock = action({
  name: 'homepages.add-block',
  input: z.object({
    pageId: z.uuid(),
    kind,
    fields,
    after: z
      .union([z.uuid(), z.enum(['first', ''])])
      .optional()
      .default(''),
    ...fileFields,
  }),
  async run(ctx, input): Promise<{ id: string; pageId: string }> {
    const { pageId, after, fileId, label } = input;
    await heldPage(ctx, pageId);
    const content = readContent(input.kind, input.fields);
    if (NEEDS_FILE.includes(input.kind) && fileId === '') throw fileRefusal('no-file', { field: 'file' });
    const place = await placeAfter(ctx, pageId, after === '' ? null : after);
    const id = await insertBlock(ctx, pageId, { kind: input.kind, content, place });
    if (fileId !== '' && FILES_ON[input.kind]) await hangFile(ctx, { id, kind: input.kind }, fileId, label);
    await noteEdit(ctx, pageId, { act: 'added', blockId: id, kind: input.kind });
    await ctx.record({ verb: 'homepages.block-added', object: { kind: 'site-page', id: pageId }, tags: [] });
    return { id, pageId };
  },
});

/** `rev`: of the block as the form was shown. With a file: it takes the place of the one there (pictures), or joins them. @throws Refusal changed-meanwhile, … */
export const changeBlock = action({
  name: 'homepages.change-block',
  input: z.object({ id: z.uuid(), rev: z.coerce.number().int().min(1), fields, ...fileFields }),
  async run(ctx, { id, rev, fields: typed, fileId, label }): Promise<{ id: string; pageId: string }> {
    const block = await heldBlock(ctx, id);
    demandRev(block, rev);
    const content = readContent(block.kind, typed);
    if (fileId !== '' && FILES_ON[block.kind]) await hangFile(ctx, block, fileId, label);
    if (fileId === '' && isSame(content, block.content)) return { id, pageId: block.page_id };
    await writeContent(ctx, block, content);
    await noteEdit(ctx, block.page_id, { act: 'changed', blockId: id, kind: block.kind, before: block.content });
    await ctx.record({ verb: 'homepages.block-changed', object: { kind: 'site-page', id: block.page_id }, tags: [] });
    return { id, pageId: block.page_id };
  },
});

export async function writeContent(
  ctx: ActionContext,
  block: Pick<DraftBlock, 'id'>,
  content: BlockContent,
): Promise<void> {
  await run(
    ctx.db,
    `update site_blocks set content = $3, rev = rev + 1, person_id = $4, changed_at = $5 where hub_id = $1 and id = $2 and version = 0`,
    [ctx.hub.id, block.id, JSON.stringify(content), ctx.person.id, ctx.now],
  );
}

/** Changes places with the block before it (`up`) or behind it; at the end of the page nothing happens. */
export const moveBlock = action({
  name: 'homepages.move-block',
  input: z.object({
    id: z.uuid(),
    to: z.union([z.enum(['up', 'down']), z.coerce.number().int().min(1).max(MOST_BLOCKS)], { error: 'not-a-choice' }),
  }),
  async run(ctx, { id, to }): Promise<{ id: string; pageId: string }> {
    const block = await heldBlock(ctx, id);
    const rows = await run<{ id: string }>(
      ctx.db,
      'select id from site_blocks where page_id = $1 and version = 0 order by place, id',
      [block.page_id],
    );
    const order = rows.map((row) => row.id);
    const from = order.indexOf(id);
    const target = to === 'up' ? from - 1 : to === 'down' ? from + 1 : to - 1;
    const at = Math.min(Math.max(target, 0), order.length - 1);
    if (at === from) return { id, pageId: block.page_id };
    order.splice(at, 0, ...order.splice(from, 1));
    await run(
      ctx.db,
      `update site_blocks set place = array_position($3::uuid[], id) where hub_id = $1 and page_id = $2 and version = 0`,
      [ctx.hub.id, block.page_id, order],
    );
    await noteEdit(ctx, block.page_id, { act: 'moved', blockId: id, kind: block.kind });
    await ctx.record({ verb: 'homepages.block-moved', object: { kind: 'site-page', id: block.page_id }, tags: [] });
    return { id, pageId: block.page_id };
  },
});

/** Its words stay in the list of what was done. @throws Refusal changed-meanwhile, not-found */
export const removeBlock: Action<{ id: string; rev: number }, { id: string; pageId: string }> = action({
  name: 'homepages.remove-block',
  input: z.object({ id: z.uuid(), rev: z.coerce.number().int().min(1) }),
  async run(ctx, { id, rev }) {
    const block = await heldBlock(ctx, id);
    demandRev(block, rev);
    await dropBlocks(ctx, [id]);
    await noteEdit(ctx, block.page_id, { act: 'removed', blockId: id, kind: block.kind, before: block.content });
    await ctx.record({ verb: 'homepages.block-removed', object: { kind: 'site-page', id: block.page_id }, tags: [] });
    return { id, pageId: block.page_id };
  },
});

/** Takes blocks off a draft with what hangs on them; published versions keep theirs. */
export async function dropBlocks(ctx: ActionContext, ids: readonly string[]): Promise<void> {
  await Promise.all(ids.map((id) => detachAll(ctx, { kind: BLOCK, id })));
  await run(ctx.db, 'delete from site_blocks where hub_id = $1 and version = 0 and id = any($2::uuid[])', [
    ctx.hub.id,
    ids,
  ]);
}

/** What hangs on blocks at one version hangs on them at another, too. */
export async function copyFiles(ctx: ActionContext, ids: readonly string[], from: number, to: number): Promise<void> {
  await Promise.all(
    ids.map((id) => copyAll(ctx, { kind: BLOCK, id, version: from }, { kind: BLOCK, id, version: to })),
  );
}
