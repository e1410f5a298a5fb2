/** F1.3 Reads for those who edit a site: drafts, who did what, versions, what waits for its moment. */
import { type AttachedFile, filesColumn } from '#commons/files/index.ts';
import type { Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { BlockContent, BlockKind } from './block.ts';
import type { Edit } from './editing.ts';
import { SITE_COLUMNS, SITES, type Site } from './queries.ts';
import { inMenuOrder, mayEdit } from './rules.ts';
import { notFound, type PageKind } from './site.ts';

export type EditedSite = Site;

/** The site as those who edit it see it. @throws Refusal not-found to everybody else */
export async function editedSite(db: Db, id: string, reader: Reader): Promise<EditedSite> {
  const [site] = await run<EditedSite>(db, `select ${SITE_COLUMNS} from ${SITES} where s.id = $1`, [id]);
  const no = site ? mayEdit(reader, site) : 'not-of-the-group';
  if (!site || (no !== null && no !== 'withdrawn')) throw notFound();
  return site;
}

export interface DraftedPage {
  id: string;
  kind: PageKind;
  slug: string;
  title: string;
  parent_id: string | null;
  place: number;
  in_menu: boolean;
  shown_version: number;
  shown_at: Date | null;
  withdrawn_at: Date | null;
  saved_at: Date;
  saved_by: string;
  /** the last thing that was done to it */
  last_act: Edit['act'];
  /** when what waits begins to be shown */
  scheduled_at: Date | null;
}

const DRAFTED = `p.id, p.kind, p.slug, p.title, p.parent_id, p.place, p.in_menu, p.shown_version, p.shown_at, p.withdrawn_at, p.saved_at,
  a.name as saved_by, (select e.act from site_edits e where e.hub_id = p.hub_id and e.page_id = p.id order by e.id desc limit 1) as last_act,
  (select min(v.valid_from) from site_page_versions v where v.hub_id = p.hub_id and v.page_id = p.id and v.cancelled_at is null
    and v.valid_from > $2) as scheduled_at`;
const PAGES = 'site_pages p join actors a on a.hub_id = p.hub_id and a.id = p.saved_by';

const MOST_POSTS_LISTED = 50;

/** All pages in the order of the menu, those taken down last; the latest news. */
export async function draftedPages(
  db: Db,
  siteId: string,
  now: Date,
): Promise<{ pages: DraftedPage[]; posts: DraftedPage[] }> {
  const [pages, posts] = await Promise.all([
    run<DraftedPage>(db, `select ${DRAFTED} from ${PAGES} where p.site_id = $1 and p.kind = 'page'`, [siteId, now]),
    run<DraftedPage>(
      db,
      `select ${DRAFTED} from ${PAGES} where p.site_id = $1 and p.kind = 'post' order by p.id desc limit ${MOST_POSTS_LISTED}`,
      [siteId, now],
    ),
  ]);
  const standing = inMenuOrder(pages.filter((page) => page.withdrawn_at === null));
  return { pages: [...standing, ...pages.filter((page) => page.withdrawn_at !== null)], posts };
}

export interface DraftedBlock {
  id: string;
  kind: BlockKind;
  content: BlockContent & Record<string, unknown>;
  rev: number;
  changed_at: string;
  by: string;
  files: AttachedFile[];
}

export interface Draft extends DraftedPage {
  site_id: string;
  draft_version: number;
  words_shown: string | null;
  title_shown: string | null;
  preview_until: Date | null;
  blocks: DraftedBlock[];
}

/** A draft with its blocks. @throws Refusal not-found */
export async function draftById(db: Db, id: string, now: Date): Promise<Draft> {
  const [row] = await run<Draft>(
    db,
    `select ${DRAFTED}, p.site_id, p.draft_version, w.words as words_shown, w.title as title_shown,
       (select max(k.expires_at) from site_previews k where k.hub_id = p.hub_id and k.page_id = p.id and k.expires_at > $2) as preview_until,
       coalesce((select json_agg(json_build_object('id', b.id, 'kind', b.kind, 'content', b.content, 'rev', b.rev, 'changed_at', b.changed_at,
         'by', c.name, 'files', ${filesColumn('site-block', 'b', 'id', 'b.version')}) order by b.place, b.id)
         from site_blocks b join actors c on c.hub_id = b.hub_id and c.id = b.person_id
         where b.hub_id = p.hub_id and b.page_id = p.id and b.version = 0), '[]') as blocks
     from ${PAGES} left join site_page_versions w on w.hub_id = p.hub_id and w.page_id = p.id and w.version = p.shown_version
     where p.id = $1`,
    [id, now],
  );
  if (!row) throw notFound();
  return row;
}

/** The page a block of a draft is on. @throws Refusal not-found */
export async function pageOfBlock(db: Db, blockId: string): Promise<string> {
  const [row] = await run<{ page_id: string }>(db, 'select page_id from site_blocks where id = $1 and version = 0', [
    blockId,
  ]);
  if (!row) throw notFound();
  return row.page_id;
}

export interface EditLine {
  id: string;
  act: Edit['act'];
  kind: string;
  before: Record<string, unknown> | null;
  by: string;
  at: Date;
}

/** Who did what, newest first, the latest forty. */
export function editsOf(db: Db, pageId: string): Promise<EditLine[]> {
  return run<EditLine>(
    db,
    `select e.id, e.act, e.kind, e.before, a.name as by, e.at from site_edits e
     join actors a on a.hub_id = e.hub_id and a.id = e.person_id where e.page_id = $1 order by e.id desc limit 40`,
    [pageId],
  );
}

export interface PageVersion {
  version: number;
  title: string;
  words: string;
  changed: string;
  by: string;
  written_at: Date;
  valid_from: Date;
  cancelled_at: Date | null;
}

const MOST_VERSIONS = 100;

/** Newest first. */
export function pageVersions(db: Db, pageId: string): Promise<PageVersion[]> {
  return run<PageVersion>(
    db,
    `select v.version, v.title, v.words, v.changed, a.name as by, v.written_at, v.valid_from, v.cancelled_at from site_page_versions v
     join actors a on a.hub_id = v.hub_id and a.id = v.person_id where v.page_id = $1 order by v.version desc limit ${MOST_VERSIONS}`,
    [pageId],
  );
}

/** What this person said of being named; null: nothing. */
export async function ownNaming(db: Db, siteId: string, personId: string): Promise<{ words: string } | null> {
  const [row] = await run<{ words: string }>(
    db,
    'select words from site_members where site_id = $1 and person_id = $2',
    [siteId, personId],
  );
  return row ?? null;
}
