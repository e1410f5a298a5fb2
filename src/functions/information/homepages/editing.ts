/** F1.3 What stands at the beginning of every act on a site: the site or page held against others, and whether this reader may. */
import { isDeepStrictEqual } from 'node:util';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { type GroupStanding, mayEdit } from './rules.ts';
import { notFound, type PageKind, refusalFor } from './site.ts';

export interface HeldSite extends GroupStanding {
  id: string;
  key: string;
  title: string;
  tagline: string;
  theme: string;
  colour: string;
  version: number;
  closed_at: Date | null;
  hidden_at: Date | null;
  group_name: string;
}

export interface HeldPage {
  id: string;
  site_id: string;
  kind: PageKind;
  slug: string;
  title: string;
  parent_id: string | null;
  place: number;
  draft_version: number;
  shown_version: number;
  withdrawn_at: Date | null;
}

const SITE = `select s.id, s.key, s.title, s.tagline, s.theme, s.colour, s.version, s.closed_at, s.hidden_at, s.group_id,
  g.name as group_name, g.actor_id, g.withdrawn_at from sites s join groups g on g.hub_id = s.hub_id and g.id = s.group_id`;

/** The site, held until the act is done. @throws Refusal not-found, not-of-the-group, withdrawn */
export async function heldSite(ctx: ActionContext, id: string): Promise<HeldSite> {
  const [site] = await run<HeldSite>(ctx.db, `${SITE} where s.id = $1 for update of s`, [id]);
  if (!site) throw notFound();
  const no = mayEdit(ctx.reader, site);
  if (no) throw refusalFor(no);
  return site;
}

const PAGE = `select id, site_id, kind, slug, title, parent_id, place, draft_version, shown_version, withdrawn_at from site_pages`;

/** The page and its site, both held. @throws Refusal not-found, not-of-the-group, withdrawn */
export async function heldPage(ctx: ActionContext, id: string): Promise<{ page: HeldPage; site: HeldSite }> {
  const [found] = await run<{ site_id: string }>(ctx.db, 'select site_id from site_pages where id = $1', [id]);
  if (!found) throw notFound();
  const site = await heldSite(ctx, found.site_id);
  const [page] = await run<HeldPage>(ctx.db, `${PAGE} where id = $1 for update`, [id]);
  if (!page) throw notFound();
  return { page, site };
}

export interface Edit {
  act:
    | 'begun'
    | 'added'
    | 'changed'
    | 'moved'
    | 'removed'
    | 'renamed'
    | 'restored'
    | 'published'
    | 'scheduled'
    | 'unscheduled'
    | 'withdrawn'
    | 'returned';
  blockId?: string;
  kind?: string;
  /** what stood there before */
  before?: unknown;
}

/** Says who did what to a draft, and that the draft is another one now. */
export async function noteEdit(
  ctx: ActionContext,
  pageId: string,
  { act, blockId, kind = '', before }: Edit,
): Promise<void> {
  await Promise.all([
    run(
      ctx.db,
      `insert into site_edits (hub_id, id, page_id, block_id, act, kind, before, person_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ctx.hub.id,
        ctx.newId(),
        pageId,
        blockId ?? null,
        act,
        kind,
        before === undefined ? null : JSON.stringify(before),
        ctx.person.id,
        ctx.now,
      ],
    ),
    run(
      ctx.db,
      `update site_pages set draft_version = draft_version + 1, saved_by = $3, saved_at = $4 where hub_id = $1 and id = $2`,
      [ctx.hub.id, pageId, ctx.person.id, ctx.now],
    ),
  ]);
}

export function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));
}
