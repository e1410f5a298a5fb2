/** F1.3, X8: homepages for programs: reading what is published, and everything editors do. */
import { z } from 'zod';
import { filesData } from '#commons/files/index.ts';
import { type ApiOperation, act, camelled, gives, list, slice, thing, WHEN, within } from '#kernel/api.ts';
import { isUuid } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { addBlockFile, describeBlockFile, moveBlockFile, removeBlockFile } from './block-files.ts';
import { BLOCK } from './described.ts';
import { addBlock, changeBlock, moveBlock, removeBlock } from './draft-blocks.ts';
import { nameOneself } from './members.ts';
import { createPage, createPost, placePage, renamePage, withdrawPage } from './pages.ts';
import { endPreviews, makePreview } from './previews.ts';
import { publishAll, publishPage, restoreVersion, unschedulePage } from './publish.ts';
import { listedSites, postsOf, shownPage, siteByKey } from './queries.ts';
import { notFound, SITE_LIMITS } from './site.ts';
import { changeSite, closeSite, createSite } from './sites.ts';
import { isAway } from './views/site-page.ts';

const LISTED = z.object({
  id: z.uuid(),
  key: z.string(),
  title: z.string(),
  tagline: z.string(),
  groupId: z.uuid(),
  groupName: z.string(),
  changedAt: WHEN,
});
const MENU = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  parentId: z.uuid().nullable(),
  inMenu: z.boolean(),
});
const SITE = LISTED.extend({ theme: z.string(), colour: z.string(), pages: z.array(MENU) });
const POST = z.object({ id: z.uuid(), title: z.string(), words: z.string(), firstAt: WHEN, validFrom: WHEN });
const PAGE = z.object({
  id: z.uuid(),
  kind: z.enum(['page', 'post']),
  slug: z.string(),
  title: z.string(),
  version: z.int(),
  words: z.string(),
  validFrom: WHEN,
  blocks: z.array(BLOCK),
});

/** Nothing of a site that is closed or hidden is given out. */
async function openSite(visit: Visit) {
  const site = await visit.read((db) => siteByKey(db, visit.params.key ?? '', visit.now));
  if (!site || isAway(site)) throw notFound();
  return site;
}

function listedSite(site: {
  id: string;
  key: string;
  title: string;
  tagline: string;
  group_id: string;
  group_name: string;
  changed_at: Date;
}) {
  const { id, key, title, tagline, group_id, group_name, changed_at } = site;
  return { id, key, title, tagline, groupId: group_id, groupName: group_name, changedAt: changed_at };
}

const OWN = { id: 'id' };
const SITE_ID = { id: 'siteId' };
const BLOCK_FILE = { id: 'id', file: 'fileId' };
const MADE_SITE = { answer: z.object({ id: z.uuid(), key: z.string(), pageIds: z.array(z.uuid()) }) };
const NAMED_SITE = { answer: z.object({ id: z.uuid(), key: z.string() }) };
const MADE_PAGE = { answer: z.object({ id: z.uuid(), blockIds: z.array(z.uuid()) }) };
const PUBLISHED = { answer: z.object({ id: z.uuid(), version: z.int(), siteId: z.uuid() }) };
const OF_PAGE = { answer: z.object({ id: z.uuid(), pageId: z.uuid() }) };

const ITSELF = gives({ id: z.uuid() });
const OF_SITE = gives({ id: z.uuid(), siteId: z.uuid() });

export const homepagesApi: readonly ApiOperation[] = [
  list('/sites', 'homepages:list', LISTED, async (visit, keyset) => {
    const { sites } = await visit.read((db) => listedSites(db, { before: null, limit: 1000 }));
    return slice(sites.map(listedSite), keyset);
  }),
  thing('/sites/:key', 'homepages:show', SITE, async (visit) => {
    const site = await openSite(visit);
    const pages = site.menu.map(({ id, slug, title, parent_id, in_menu }) => ({
      id,
      slug,
      title,
      parentId: parent_id,
      inMenu: in_menu,
    }));
    return { ...listedSite(site), theme: site.theme, colour: site.colour, pages };
  }),
  list('/sites/:key/news', 'homepages:news', POST, async (visit, keyset) => {
    const site = await openSite(visit);
    const { posts } = await visit.read((db) =>
      postsOf(db, site.id, visit.now, { before: null, limit: SITE_LIMITS.posts }),
    );
    return slice(
      posts.map(({ id, title, words, first_at, valid_from }) => ({
        id,
        title,
        words,
        firstAt: first_at,
        validFrom: valid_from,
      })),
      keyset,
    );
  }),
  thing('/sites/:key/pages/:page', 'homepages:page', PAGE, async (visit) => {
    const site = await openSite(visit);
    const asked = visit.params.page ?? '';
    const page = await visit.read((db) =>
      shownPage(db, site.id, isUuid(asked) ? { id: asked } : { slug: asked }, visit.now),
    );
    if (!page) throw notFound();
    const { blocks, ...facts } = page;
    const { origin } = visit.hub;
    const given = blocks.map(({ files, ...block }) => ({ ...block, files: filesData(files, origin) }));
    return { ...camelled(facts), blocks: given as z.input<typeof BLOCK>[] };
  }),
  ...within('organise', [
    act('/sites', createSite, {}, MADE_SITE),
    act('/sites/:id/settings', changeSite, OWN, NAMED_SITE),
    act('/sites/:id/closure', closeSite, OWN, gives({ id: z.uuid(), key: z.string() })),
    act('/sites/:id/naming', nameOneself, OWN, ITSELF),
    act('/sites/:id/pages', createPage, SITE_ID, MADE_PAGE),
    act('/sites/:id/posts', createPost, SITE_ID, MADE_PAGE),
    act('/sites/:id/publication', publishAll, SITE_ID, gives({ siteId: z.uuid(), pages: z.int() })),
    act('/site-pages/:id/title', renamePage, OWN, ITSELF),
    act('/site-pages/:id/place', placePage, OWN, OF_SITE),
    act('/site-pages/:id/withdrawal', withdrawPage, OWN, OF_SITE),
    act('/site-pages/:id/publication', publishPage, OWN, PUBLISHED),
    act('/site-pages/:id/unscheduling', unschedulePage, OWN, OF_SITE),
    act('/site-pages/:id/restoration', restoreVersion, OWN, ITSELF),
    act('/site-pages/:id/preview-links', makePreview, OWN, {
      answer: z.object({ id: z.uuid(), key: z.string(), until: WHEN }),
    }),
    act('/site-pages/:id/preview-links/end', endPreviews, OWN, ITSELF),
    act('/site-pages/:id/blocks', addBlock, { id: 'pageId' }, OF_PAGE),
    act('/site-blocks/:id', changeBlock, OWN, OF_PAGE),
    act('/site-blocks/:id/place', moveBlock, OWN, OF_PAGE),
    act('/site-blocks/:id/removal', removeBlock, OWN, OF_PAGE),
    act('/site-blocks/:id/files', addBlockFile, OWN, OF_PAGE),
    act('/site-blocks/:id/files/:file/label', describeBlockFile, BLOCK_FILE, OF_PAGE),
    act('/site-blocks/:id/files/:file/place', moveBlockFile, BLOCK_FILE, OF_PAGE),
    act('/site-blocks/:id/files/:file/removal', removeBlockFile, BLOCK_FILE, OF_PAGE),
  ]),
];
