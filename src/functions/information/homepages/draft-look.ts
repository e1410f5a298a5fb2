/** F1.3 A draft as it would look: for its editors, and for who has a link. */
import type { Db } from '#kernel/database/dialect.ts';
import { formatDateTime } from '#kernel/dates.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { notice } from '#ui/notice.ts';
import { siteData } from './data.ts';
import { type Draft, draftById, type EditedSite } from './draft-queries.ts';
import { previewOf } from './previews.ts';
import { type ShownPage, type ShownSite, siteById } from './queries.ts';
import { notFound } from './site.ts';
import type { BlockProps } from './views/blocks.ts';
import { pageHtml } from './views/site-page.ts';
import { townWays } from './ways.ts';
import { words } from './words.ts';

/** The draft in the shape of a published page. */
export function draftPage(draft: Draft, now: Date): ShownPage {
  return {
    id: draft.id,
    site_id: draft.site_id,
    kind: draft.kind,
    slug: draft.slug,
    title: draft.title,
    version: 0,
    words: '',
    valid_from: now,
    first_at: draft.shown_at ?? now,
    hiding: null,
    hidden_at: null,
    blocks: draft.blocks,
  };
}

/** What the editor shows its blocks with: as they will look, from the files of the draft. */
export async function draftBlockProps(visit: Visit, db: Db, site: EditedSite, draft: Draft): Promise<BlockProps> {
  const { hub, lang, now } = visit;
  const data = await siteData(db, { hub, lang, site, blocks: draft.blocks, now });
  const shown: ShownSite = { ...site, menu: [], next_change: null, has_news: data.posts.length > 0 };
  const ways = townWays({ site, assets: visit.assets, canonical: null, contact: null });
  return { lang, site: shown, ways, data };
}

/** @throws Refusal not-found: no such link, or it ended */
export async function previewNotice(visit: Visit, key: string): Promise<string> {
  const { hub, lang, now } = visit;
  const found = await visit.read((db) => previewOf(db, key, now));
  if (!found) throw notFound();
  const draft = await visit.read((db) => draftById(db, found.page_id, now));
  const site = await visit.read((db) => siteById(db, draft.site_id, now));
  if (!site || site.hidden_at || site.group_hidden) throw notFound();
  const data = await visit.read((db) => siteData(db, { hub, lang, site, blocks: draft.blocks, now }));
  const ways = townWays({ site, assets: visit.assets, canonical: null, contact: null, fileKey: key });
  const w = words(lang).preview;
  const notices = notice({
    tone: 'warn',
    title: w.isDraft,
    body: w.until(formatDateTime(found.expires_at, lang, 'short')),
  });
  return pageHtml({
    lang,
    site,
    ways,
    town: hub.town[lang],
    page: draftPage(draft, now),
    data,
    notices,
    indexed: false,
  });
}
