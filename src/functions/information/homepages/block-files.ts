/** F1.3, X10 Pictures and documents on a block of a draft: added, described, put in order, taken off; and who may see them. */
import { z } from 'zod';
import { detachFile, fileRefusal, guardFiles, LABEL_MAX, labelFile, moveFile } from '#commons/files/index.ts';
import { action } from '#kernel/action.ts';
import type { Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { NEEDS_FILE } from './block.ts';
import { BLOCK, fileFields, hangFile, heldBlock, writeContent } from './draft-blocks.ts';
import { noteEdit } from './editing.ts';
import { keyHash } from './preview-key.ts';
import { refusalFor } from './site.ts';

const place = { id: z.uuid(), fileId: z.uuid() };
type Done = { id: string; pageId: string };

async function done(ctx: Parameters<typeof heldBlock>[0], block: Awaited<ReturnType<typeof heldBlock>>): Promise<Done> {
  await writeContent(ctx, block, block.content);
  await noteEdit(ctx, block.page_id, { act: 'changed', blockId: block.id, kind: block.kind });
  await ctx.record({ verb: 'homepages.block-changed', object: { kind: 'site-page', id: block.page_id }, tags: [] });
  return { id: block.id, pageId: block.page_id };
}

/** @throws Refusal no-file, required (label), picture-needed, document-only, too-many-on-block */
export const addBlockFile = action({
  name: 'homepages.add-file',
  input: z.object({ id: z.uuid(), ...fileFields }),
  async run(ctx, { id, fileId, label }): Promise<Done> {
    const block = await heldBlock(ctx, id);
    if (fileId === '') throw fileRefusal('no-file', { field: 'file' });
    await hangFile(ctx, block, fileId, label);
    return done(ctx, block);
  },
});

export const describeBlockFile = action({
  name: 'homepages.describe-file',
  input: z.object({ ...place, label: line({ max: LABEL_MAX }) }),
  async run(ctx, { id, fileId, label }): Promise<Done> {
    const block = await heldBlock(ctx, id);
    await labelFile(ctx, { kind: BLOCK, id }, { fileId, label });
    return done(ctx, block);
  },
});

export const moveBlockFile = action({
  name: 'homepages.move-file',
  input: z.object({ ...place, to: z.enum(['up', 'down'], { error: 'not-a-choice' }) }),
  async run(ctx, { id, fileId, to }): Promise<Done> {
    const block = await heldBlock(ctx, id);
    await moveFile(ctx, { kind: BLOCK, id }, fileId, to === 'up');
    return done(ctx, block);
  },
});

/** @throws Refusal last-file: the block is nothing without; take the block off instead */
export const removeBlockFile = action({
  name: 'homepages.remove-file',
  input: z.object(place),
  async run(ctx, { id, fileId }): Promise<Done> {
    const block = await heldBlock(ctx, id);
    const [row] = await run<{ n: number }>(
      ctx.db,
      'select count(*)::int as n from attachments where thing_kind = $1 and thing_id = $2 and version = 0',
      [BLOCK, id],
    );
    if (NEEDS_FILE.includes(block.kind) && (row?.n ?? 0) <= 1) throw refusalFor('last-file');
    await detachFile(ctx, { kind: BLOCK, id }, fileId);
    return done(ctx, block);
  },
});

interface Seen {
  id: string;
  version: number;
  group_id: string;
  is_open: boolean;
  is_looked_at: boolean;
}

function speaks(reader: Reader | null, groupId: string): boolean {
  return reader?.roles.some(({ role, organisation }) => role !== 'member' && organisation.id === groupId) ?? false;
}

/** What was published is for everybody from its moment on, while nothing of it is hidden; drafts are for editors and for who has a link. */
async function sights(
  db: Db,
  things: readonly { id: string; version: number }[],
  now: Date,
  key: string,
): Promise<Seen[]> {
  return run<Seen>(
    db,
    `select b.id, b.version, s.group_id,
       b.version > 0 and p.hidden_at is null and p.withdrawn_at is null and s.hidden_at is null and s.closed_at is null
         and exists (select from site_page_versions v where v.hub_id = b.hub_id and v.page_id = b.page_id and v.version = b.version
           and v.cancelled_at is null and v.valid_from <= $3) as is_open,
       b.version = 0 and exists (select from site_previews k where k.hub_id = b.hub_id and k.page_id = b.page_id and k.key_hash = $4
         and k.expires_at > $3) as is_looked_at
     from unnest($1::uuid[], $2::int[]) as t(id, version)
     join site_blocks b on b.id = t.id and b.version = t.version
     join site_pages p on p.hub_id = b.hub_id and p.id = b.page_id
     join sites s on s.hub_id = p.hub_id and s.id = p.site_id`,
    [things.map(({ id }) => id), things.map(({ version }) => version), now, key === '' ? '' : keyHash(key)],
  );
}

guardFiles(BLOCK, async (db, things, { reader, now, key }) => {
  const rows = await sights(db, things, now, key);
  return things.map(({ id, version }) => {
    const row = rows.find((one) => one.id === id && one.version === version);
    if (!row) return null;
    if (row.is_open) return 'everybody';
    return row.is_looked_at || speaks(reader, row.group_id) ? 'reader' : null;
  });
});

guardFiles('site', async (db, things) => {
  const rows = await run<{ id: string }>(
    db,
    'select id from sites where id = any($1::uuid[]) and hidden_at is null and closed_at is null',
    [things.map(({ id }) => id)],
  );
  const open = new Set(rows.map((row) => row.id));
  return things.map(({ id }) => (open.has(id) ? 'everybody' : null));
});
