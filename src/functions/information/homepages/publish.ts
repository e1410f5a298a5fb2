/** F1.3 From a draft to what everybody reads: now, or from a moment on. Each publication is a version that stays. */
import { z } from 'zod';
import { filesOf } from '#commons/files/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext, EventInput } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { type KeptBlock, pageText } from './block.ts';
import { BLOCK, copyFiles, dropBlocks } from './draft-blocks.ts';
import { type HeldPage, type HeldSite, heldPage, heldSite, noteEdit } from './editing.ts';
import { mayScheduleAt } from './rules.ts';
import { notFound, refusalFor, SITE_LIMITS, siteTags } from './site.ts';

type Block = KeptBlock & { place: number };

async function blocksAt(ctx: ActionContext, pageId: string, version: number): Promise<Block[]> {
  return run<Block>(
    ctx.db,
    'select id, kind, content, place from site_blocks where page_id = $1 and version = $2 order by place, id',
    [pageId, version],
  );
}

export interface Publishing {
  site: Pick<HeldSite, 'id' | 'key' | 'group_id'>;
  page: Pick<HeldPage, 'id' | 'kind' | 'title'>;
  version: number;
}

/** The event of a page that begins to be shown, whoever's act or the clock makes it so. */
export function shownEvent({ site, page, version }: Publishing, content: Record<string, unknown>): EventInput {
  return {
    verb: page.kind === 'post' ? 'homepages.post-published' : 'homepages.page-published',
    object: { kind: 'site-page', id: page.id, version },
    public: { title: page.title, site: site.id, key: site.key, group: site.group_id },
    parts: [{ part: 'page', actorId: site.group_id, content }],
    tags: siteTags(site.id, site.group_id),
    as: site.group_id,
  };
}

/** `YYYY-MM-DDTHH:MM` of Tokyo, as date fields send it; null when nothing was typed. */
export function momentOf(typed: string): Date | null {
  if (typed.trim() === '') return null;
  const at = new Date(`${typed.trim().slice(0, 16)}:00+09:00`);
  return Number.isNaN(at.getTime()) ? null : at;
}

const moment = z
  .string()
  .optional()
  .default('')
  .refine((typed) => typed.trim() === '' || momentOf(typed) !== null, 'not-a-date');

/** What is published: `at` a moment to come, null now; `since` a moment gone by, for what was published elsewhere before it came here. */
export interface PublishHow {
  at: Date | null;
  since?: Date;
  changed: string;
}

/** Writes the draft of a held page as its next version. @throws Refusal nothing-to-publish, too-late, too-far */
export async function publishHeld(
  ctx: ActionContext,
  { page, site }: { page: HeldPage; site: HeldSite },
  { at, since, changed }: PublishHow,
): Promise<number> {
  const no = mayScheduleAt(at, ctx.now);
  if (no) throw refusalFor(no, 'at');
  const blocks = await blocksAt(ctx, page.id, 0);
  if (blocks.length === 0) throw refusalFor('nothing-to-publish');
  const [[last], files] = await Promise.all([
    run<{ version: number }>(
      ctx.db,
      'select coalesce(max(version), 0)::int as version from site_page_versions where page_id = $1',
      [page.id],
    ),
    filesOf(
      ctx.db,
      BLOCK,
      blocks.map(({ id }) => ({ id })),
    ),
  ]);
  const version = last!.version + 1;
  const labels = blocks.flatMap(({ id }) => (files.get(id) ?? []).map((file) => file.label));
  const words = pageText(blocks, labels);
  await run(
    ctx.db,
    'update site_page_versions set cancelled_at = $3 where hub_id = $1 and page_id = $2 and valid_from > $3 and cancelled_at is null',
    [ctx.hub.id, page.id, ctx.now],
  );
  await run(
    ctx.db,
    `insert into site_page_versions (hub_id, page_id, version, title, words, changed, person_id, written_at, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [ctx.hub.id, page.id, version, page.title, words, changed, ctx.person.id, ctx.now, at ?? since ?? ctx.now],
  );
  await run(
    ctx.db,
    `insert into site_blocks (hub_id, id, version, page_id, place, kind, content, rev, person_id, changed_at)
     select hub_id, id, $3::int, page_id, place, kind, content, rev, person_id, changed_at from site_blocks
     where hub_id = $1 and page_id = $2 and version = 0`,
    [ctx.hub.id, page.id, version],
  );
  await copyFiles(ctx, [...files.keys()], 0, version);
  await noteEdit(ctx, page.id, { act: at ? 'scheduled' : 'published' });
  if (at) {
    await ctx.record({
      verb: 'homepages.page-scheduled',
      object: { kind: 'site-page', id: page.id, version },
      tags: siteTags(site.id, site.group_id),
    });
    return version;
  }
  await run(
    ctx.db,
    `update site_pages set shown_version = $3, shown_at = coalesce(shown_at, $4), withdrawn_at = null where hub_id = $1 and id = $2`,
    [ctx.hub.id, page.id, version, since ?? ctx.now],
  );
  await run(ctx.db, 'update sites set changed_at = $3 where hub_id = $1 and id = $2', [ctx.hub.id, site.id, ctx.now]);
  const committed = [...files.values()].flat().map(({ label, sha256, bytes }) => ({ title: label, sha256, bytes }));
  const content = { title: page.title, words, ...(committed.length > 0 ? { files: committed } : {}) };
  await ctx.record(shownEvent({ site, page, version }, content));
  return version;
}

/**
 * `draftVersion`: of the draft as it was looked at; 0 when nobody looked (a program). `at`: from when on; '' now. What was scheduled before
 * is not shown any more. @throws Refusal changed-meanwhile, nothing-to-publish, too-late, too-far, site-closed
 */
export const publishPage = action({
  name: 'homepages.publish-page',
  input: z.object({
    id: z.uuid(),
    draftVersion: z.coerce.number().int().min(0).optional().default(0),
    at: moment,
    changed: line({ min: 0, max: SITE_LIMITS.changed }).optional().default(''),
  }),
  async run(ctx, { id, draftVersion, at, changed }): Promise<{ id: string; version: number; siteId: string }> {
    const held = await heldPage(ctx, id);
    if (held.site.closed_at) throw refusalFor('site-closed');
    if (draftVersion > 0 && held.page.draft_version !== draftVersion)
      throw refusalFor('changed-meanwhile', undefined, { who: '' });
    const version = await publishHeld(ctx, held, { at: momentOf(at), changed });
    return { id, version, siteId: held.site.id };
  },
});

/** Everything that never was published, at once: the three pages of the start. @throws Refusal nothing-to-publish, site-closed */
export const publishAll = action({
  name: 'homepages.publish-all',
  input: z.object({ siteId: z.uuid() }),
  async run(ctx, { siteId }): Promise<{ siteId: string; pages: number }> {
    const site = await heldSite(ctx, siteId);
    if (site.closed_at) throw refusalFor('site-closed');
    const due = await run<{ id: string }>(
      ctx.db,
      `select p.id from site_pages p where p.site_id = $1 and p.kind = 'page' and p.withdrawn_at is null and p.shown_version = 0
         and not exists (select from site_page_versions v where v.hub_id = p.hub_id and v.page_id = p.id and v.cancelled_at is null)
         and exists (select from site_blocks b where b.hub_id = p.hub_id and b.page_id = p.id and b.version = 0) order by p.place`,
      [siteId],
    );
    if (due.length === 0) throw refusalFor('nothing-to-publish');
    for (const { id } of due) await publishHeld(ctx, await heldPage(ctx, id), { at: null, changed: '' });
    return { siteId, pages: due.length };
  },
});

/** What waits for its moment isn't shown then. @throws Refusal not-scheduled */
export const unschedulePage = action({
  name: 'homepages.unschedule-page',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ id: string; siteId: string }> {
    const { page, site } = await heldPage(ctx, id);
    const gone = await run(
      ctx.db,
      `update site_page_versions set cancelled_at = $3 where hub_id = $1 and page_id = $2 and valid_from > $3 and cancelled_at is null
       returning version`,
      [ctx.hub.id, page.id, ctx.now],
    );
    if (gone.length === 0) throw refusalFor('not-scheduled');
    await noteEdit(ctx, id, { act: 'unscheduled' });
    await ctx.record({
      verb: 'homepages.page-unscheduled',
      object: { kind: 'site-page', id, version: Math.max(1, page.shown_version) },
      tags: siteTags(site.id, site.group_id),
    });
    return { id, siteId: site.id };
  },
});

/** The draft becomes what a version was; what stood in it is kept in the list of what was done. @throws Refusal not-found */
export const restoreVersion = action({
  name: 'homepages.restore-version',
  input: z.object({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  async run(ctx, { id, version }): Promise<{ id: string }> {
    const { page } = await heldPage(ctx, id);
    const [[old], blocks, now] = await Promise.all([
      run<{ title: string }>(ctx.db, 'select title from site_page_versions where page_id = $1 and version = $2', [
        id,
        version,
      ]),
      blocksAt(ctx, id, version),
      blocksAt(ctx, id, 0),
    ]);
    if (!old) throw notFound();
    await dropBlocks(
      ctx,
      now.map((block) => block.id),
    );
    await run(
      ctx.db,
      `insert into site_blocks (hub_id, id, version, page_id, place, kind, content, rev, person_id, changed_at)
       select hub_id, id, 0, page_id, place, kind, content, rev + 1000, $4, $5 from site_blocks
       where hub_id = $1 and page_id = $2 and version = $3`,
      [ctx.hub.id, id, version, ctx.person.id, ctx.now],
    );
    await copyFiles(
      ctx,
      blocks.map((block) => block.id),
      version,
      0,
    );
    await run(ctx.db, 'update site_pages set title = $3 where hub_id = $1 and id = $2', [ctx.hub.id, id, old.title]);
    await noteEdit(ctx, id, { act: 'restored', before: { title: page.title, words: pageText(now) } });
    await ctx.record({ verb: 'homepages.page-restored', object: { kind: 'site-page', id }, tags: [] });
    return { id };
  },
});
