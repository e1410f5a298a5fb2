/** F1.3 Pages and news of a site as drafts: begun, named, put in the menu's order, taken down. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { slug as slugOf } from '#kernel/ids.ts';
import { line } from '#kernel/text.ts';
import { type BlockInput, blockInput, MOST_BLOCKS } from './block.ts';
import { insertBlock, readContent } from './draft-blocks.ts';
import { type HeldSite, heldPage, heldSite, noteEdit } from './editing.ts';
import { inMenuOrder, type MenuFacts, mayGoUnder } from './rules.ts';
import { isReserved, type PageKind, refusalFor, SITE_LIMITS, siteTags } from './site.ts';

const title = line({ max: SITE_LIMITS.pageTitle });
const blocks = z.array(blockInput).max(MOST_BLOCKS).optional().default([]);

export interface NewPage {
  kind: PageKind;
  title: string;
  /** a name for the address; left out: made from the title */
  slug?: string;
  parentId?: string | null;
  inMenu?: boolean;
  blocks?: readonly BlockInput[];
}

interface Sibling extends MenuFacts {
  slug: string;
}

async function freeSlug(pages: readonly Sibling[], wanted: string): Promise<string> {
  const base = slugOf(wanted) || 'page';
  const taken = new Set(pages.map((page) => page.slug));
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(slug) && !isReserved(slug)) return slug;
  }
}

/**
 * Begins a page or a piece of news as a draft, with its blocks, on a site that is held already (`heldSite`). Gives the ids of the blocks in
 * their order, so that files can be hung on them (`hangFile`). @throws Refusal too-many-pages, bad-link, of the schemas
 */
export async function beginPage(
  ctx: ActionContext,
  site: Pick<HeldSite, 'id'>,
  page: NewPage,
): Promise<{ id: string; blockIds: string[] }> {
  const isPost = page.kind === 'post';
  const [pages, counted] = await Promise.all([
    run<Sibling>(ctx.db, `select id, slug, parent_id, place from site_pages where site_id = $1 and kind = 'page'`, [
      site.id,
    ]),
    run<{ n: number }>(ctx.db, `select count(*)::int as n from site_pages where site_id = $1 and kind = 'post'`, [
      site.id,
    ]),
  ]);
  if (!isPost && pages.length >= SITE_LIMITS.pages)
    throw refusalFor('too-many-pages', undefined, { most: SITE_LIMITS.pages });
  if (isPost && (counted[0]?.n ?? 0) >= SITE_LIMITS.posts)
    throw refusalFor('too-many-pages', undefined, { most: SITE_LIMITS.posts });
  const id = ctx.newId();
  const parent = isPost ? null : (page.parentId ?? null);
  const no = parent && mayGoUnder({ id, parent_id: null, place: 0 }, parent, pages);
  if (no) throw refusalFor(no);
  await ctx.db
    .insertInto('site_pages')
    .values({
      hub_id: ctx.hub.id,
      id,
      site_id: site.id,
      kind: page.kind,
      slug: isPost ? '' : await freeSlug(pages, page.slug || page.title),
      title: page.title,
      parent_id: parent,
      place: Math.max(0, ...pages.map((one) => one.place)) + 1,
      in_menu: page.inMenu ?? true,
      person_id: ctx.person.id,
      made_at: ctx.now,
      saved_by: ctx.person.id,
      saved_at: ctx.now,
    })
    .execute();
  const contents = (page.blocks ?? []).map(({ kind, ...fields }) => ({ kind, content: readContent(kind, fields) }));
  const blockIds = await Promise.all(contents.map((block, at) => insertBlock(ctx, id, { ...block, place: at + 1 })));
  await noteEdit(ctx, id, { act: 'begun' });
  return { id, blockIds };
}

const created = { siteId: z.uuid(), title, blocks };

/** @throws Refusal not-of-the-group, too-many-pages, bad-link, … */
export const createPage = action({
  name: 'homepages.create-page',
  input: z.object({
    ...created,
    slug: line({ min: 0, max: 40 }).optional().default(''),
    parentId: z
      .union([z.uuid(), z.literal('')])
      .optional()
      .default(''),
  }),
  async run(ctx, { siteId, parentId, ...page }): Promise<{ id: string; blockIds: string[] }> {
    const site = await heldSite(ctx, siteId);
    const made = await beginPage(ctx, site, { ...page, kind: 'page', parentId: parentId || null });
    await ctx.record({ verb: 'homepages.page-begun', object: { kind: 'site-page', id: made.id }, tags: [] });
    return made;
  },
});

export const createPost = action({
  name: 'homepages.create-post',
  input: z.object(created),
  async run(ctx, { siteId, ...post }): Promise<{ id: string; blockIds: string[] }> {
    const site = await heldSite(ctx, siteId);
    const made = await beginPage(ctx, site, { ...post, kind: 'post' });
    await ctx.record({ verb: 'homepages.page-begun', object: { kind: 'site-page', id: made.id }, tags: [] });
    return made;
  },
});

/** `of`: the draft's version as the form was shown. @throws Refusal changed-meanwhile */
export const renamePage = action({
  name: 'homepages.rename-page',
  input: z.object({ id: z.uuid(), was: z.string().max(200), title }),
  async run(ctx, { id, was, title: typed }): Promise<{ id: string }> {
    const { page } = await heldPage(ctx, id);
    if (page.title === typed) return { id };
    if (page.title !== was) throw refusalFor('changed-meanwhile', undefined, { who: page.title });
    await run(ctx.db, 'update site_pages set title = $3 where hub_id = $1 and id = $2', [ctx.hub.id, id, typed]);
    await noteEdit(ctx, id, { act: 'renamed', before: { title: page.title } });
    await ctx.record({ verb: 'homepages.page-renamed', object: { kind: 'site-page', id }, tags: [] });
    return { id };
  },
});

type To = 'up' | 'down' | 'in' | 'out' | 'hide' | 'show';

interface Standing extends MenuFacts {
  in_menu: boolean;
}

/** The page's new place among all of them; the same list again where it can't go there. */
function moved(pages: readonly Standing[], id: string, to: 'up' | 'down' | 'in' | 'out'): Standing[] {
  const order = inMenuOrder(pages);
  const page = order.find((one) => one.id === id)!;
  const peers = order.filter((one) => one.parent_id === page.parent_id);
  const at = peers.indexOf(page);
  if (to === 'in') {
    const above = peers[at - 1];
    const no = above ? mayGoUnder(page, above.id, pages) : 'only-one-below';
    if (no) throw refusalFor(no);
    return order.map((one) => (one === page ? { ...page, parent_id: above!.id, place: 1e6 } : one));
  }
  if (to === 'out') {
    if (page.parent_id === null) return order;
    const parent = order.find((one) => one.id === page.parent_id)!;
    return order.map((one) => (one === page ? { ...page, parent_id: null, place: parent.place + 0.5 } : one));
  }
  const other = peers[at + (to === 'up' ? -1 : 1)];
  if (!other) return order;
  return order.map((one) => {
    if (one === page) return { ...one, place: other.place };
    return one === other ? { ...one, place: page.place } : one;
  });
}

/** Menu: up, down, below the page before it (in), out again, not in the menu (hide), in it (show). Takes effect at once. */
export const placePage = action({
  name: 'homepages.place-page',
  input: z.object({ id: z.uuid(), to: z.enum(['up', 'down', 'in', 'out', 'hide', 'show'], { error: 'not-a-choice' }) }),
  async run(ctx, { id, to }: { id: string; to: To }): Promise<{ id: string; siteId: string }> {
    const { page, site } = await heldPage(ctx, id);
    if (to === 'hide' || to === 'show')
      await run(ctx.db, 'update site_pages set in_menu = $3 where hub_id = $1 and id = $2', [
        ctx.hub.id,
        id,
        to === 'show',
      ]);
    else {
      const pages = await run<Standing>(
        ctx.db,
        `select id, parent_id, place, in_menu from site_pages where site_id = $1 and kind = 'page' and (withdrawn_at is null or id = $2)`,
        [site.id, page.id],
      );
      const order = inMenuOrder(moved(pages, id, to));
      await run(
        ctx.db,
        `update site_pages p set place = t.place, parent_id = t.parent_id from unnest($2::uuid[], $3::int[], $4::uuid[]) as t(id, place, parent_id)
         where p.hub_id = $1 and p.id = t.id`,
        [ctx.hub.id, order.map((one) => one.id), order.map((_, at) => at + 1), order.map((one) => one.parent_id)],
      );
    }
    await ctx.record({
      verb: 'homepages.menu-changed',
      object: { kind: 'site', id: site.id, version: site.version },
      tags: siteTags(site.id, site.group_id),
    });
    return { id, siteId: site.id };
  },
});

/** What is shown is taken down; the draft and every version stay with the editors. Pages below it come up. @throws Refusal */
export const withdrawPage = action({
  name: 'homepages.withdraw-page',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ id: string; siteId: string }> {
    const { page, site } = await heldPage(ctx, id);
    if (page.withdrawn_at) return { id, siteId: site.id };
    await Promise.all([
      run(ctx.db, 'update site_pages set withdrawn_at = $3 where hub_id = $1 and id = $2', [ctx.hub.id, id, ctx.now]),
      run(ctx.db, 'update site_pages set parent_id = null where hub_id = $1 and parent_id = $2', [ctx.hub.id, id]),
      run(
        ctx.db,
        'update site_page_versions set cancelled_at = $3 where hub_id = $1 and page_id = $2 and valid_from > $3 and cancelled_at is null',
        [ctx.hub.id, id, ctx.now],
      ),
    ]);
    await noteEdit(ctx, id, { act: 'withdrawn' });
    const wasShown = page.shown_version > 0;
    await ctx.record({
      verb: 'homepages.page-withdrawn',
      object: { kind: 'site-page', id, version: Math.max(1, page.shown_version) },
      ...(wasShown ? { public: { title: page.title, site: site.id, key: site.key, group: site.group_id } } : {}),
      tags: siteTags(site.id, site.group_id),
      as: site.group_id,
    });
    return { id, siteId: site.id };
  },
});
