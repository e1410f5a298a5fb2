/**
 * F1.3 A site under a host of its own: its pages, its news and their feed, its pictures, the form to write to the group. Nothing else of
 * the town is found there.
 */
import { atomReply } from '#channels/feeds/atom.ts';
import { isOpen } from '#commons/hubs/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { isUuid, parseRef, parseShortId } from '#kernel/ids.ts';
import { htmlLang, LANGS } from '#kernel/lang.ts';
import { Refusal, refuse as refuseKernel } from '#kernel/refusal.ts';
import type { OwnHost } from '#kernel/web/own-host.ts';
import { movedTo, type Reply, text } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { html } from '#ui/html.ts';
import {
  awayHtml,
  emptyHtml,
  frameHtml,
  isAway,
  newsHtml,
  pageHtml,
  pageOfOldPath,
  postsOf,
  type ShownSite,
  type SiteFrameProps,
  shownPage,
  siteById,
  siteData,
  siteTags,
} from '../homepages/index.ts';
import { sendMessage, showContact } from '../site-contact/index.ts';
import { PROOF_FILE, proofOf } from './domain.ts';
import { ownWays } from './own-ways.ts';
import { domainOf } from './queries.ts';
import { domainWords } from './words.ts';

/** Answers an address of the town's that a site needs, too; null: there is none. */
export type Deliver = (visit: Visit, path: string) => Promise<Reply> | null;

const PAGE_SIZE = 20;
const notThere = () => refuseKernel('not-found', { status: 404 });

interface Seen {
  visit: Visit;
  site: ShownSite;
  frame: SiteFrameProps;
}

async function seen(visit: Visit, own: OwnHost): Promise<Seen> {
  const site = await visit.read((db) => siteById(db, own.thingId, visit.now));
  if (!site) throw notThere();
  visit.tag('hub', ...siteTags(site.id, site.group_id));
  if (site.next_change) visit.expiresAt(site.next_change);
  const { hub, lang, url, assets } = visit;
  const canonical = own.origin + url.pathname;
  const names = domainWords(lang).languages;
  const languages = LANGS.map((one) => ({
    lang: one,
    text: names[one],
    href: `${url.pathname}?lang=${one}`,
    ...(one === lang ? { current: true } : {}),
  }));
  const ways = ownWays({ site, assets, town: hub.origin, canonical });
  return { visit, site, frame: { lang, site, ways, town: hub.town[lang], languages } };
}

function shown(markup: string, { visit }: Seen, status = 200): Reply {
  // Items of other modules lead to the town by paths of the town.
  const body = markup.replace(/ href="\/(events|groups|town-map|proposals)(?=[/"?])/g, ` href="${visit.hub.origin}/$1`);
  return text(body, 'text/html; charset=utf-8', status);
}

async function pageReply(it: Seen, at: { slug: string } | { id: string }): Promise<Reply> {
  const { visit, site, frame } = it;
  const { hub, lang, now } = visit;
  const page = await visit.read((db) => shownPage(db, site.id, at, now));
  if (!page) throw notThere();
  const data = await visit.read((db) => siteData(db, { hub, lang, site, blocks: page.blocks, now }));
  if (page.blocks.some(({ kind }) => kind === 'events')) {
    visit.tag('events', `actor:${site.group_id}`);
    visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  }
  if (page.blocks.some(({ kind }) => kind === 'map')) visit.tag('outline');
  return shown(pageHtml({ ...frame, page, data }), it);
}

async function newsReply(it: Seen): Promise<Reply> {
  const { visit, site, frame } = it;
  const [at = '', id = ''] = visit.query('after').split('_');
  const before = /^\d{1,15}$/.test(at) && isUuid(id) ? { at: new Date(Number(at)), id } : null;
  const { posts, more } = await visit.read((db) => postsOf(db, site.id, visit.now, { before, limit: PAGE_SIZE }));
  const last = posts.at(-1);
  const older = more && last ? `${last.first_at.getTime()}_${last.id}` : null;
  return shown(newsHtml({ ...frame, posts, older }), it);
}

async function feedReply({ visit, site, frame }: Seen, origin: string): Promise<Reply> {
  const { posts } = await visit.read((db) => postsOf(db, site.id, visit.now, { before: null, limit: PAGE_SIZE }));
  return atomReply({
    href: `${origin}/news`,
    self: `${origin}/news.atom`,
    title: site.title,
    lang: htmlLang(visit.lang),
    updated: posts[0]?.valid_from ?? site.made_at,
    entries: posts.map((post) => ({
      href: origin + encodeURI(frame.ways.post(post)),
      id: `urn:uuid:${post.id}`,
      title: post.title,
      author: site.group_name,
      at: post.first_at,
      summary: post.words.slice(0, 300),
    })),
  });
}

/** Only what hangs on this site: the town's other files have their own address. */
async function isOfSite(visit: Visit, siteId: string, short: string): Promise<boolean> {
  const id = parseShortId(short);
  if (!id) return false;
  const rows = await visit.read((db) =>
    run(
      db,
      `select x.file_id from attachments x where x.file_id = $1 and (x.thing_kind = 'site' and x.thing_id = $2
         or x.thing_kind = 'site-block' and exists (select from site_blocks b join site_pages p on p.hub_id = b.hub_id and p.id = b.page_id
           where b.hub_id = x.hub_id and b.id = x.thing_id and b.version = x.version and b.version > 0 and p.site_id = $2)) limit 1`,
      [id, siteId],
    ),
  );
  return rows.length > 0;
}

async function proofReply(visit: Visit, own: OwnHost): Promise<Reply> {
  const domain = await visit.read((db) => domainOf(db, own.thingId));
  if (!domain) throw notThere();
  return text(`${proofOf(domain.token)}\n`);
}

async function sitemapReply({ site, frame }: Seen, origin: string): Promise<Reply> {
  const [first, ...others] = site.menu;
  const paths = [
    ...(first ? ['/'] : []),
    ...others.map((page) => frame.ways.page(page)),
    ...(site.has_news ? ['/news'] : []),
  ];
  const urls = paths.map((path) => `<url><loc>${new URL(path, origin).href.replaceAll('&', '&amp;')}</loc></url>`);
  return text(
    `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`,
    'application/xml; charset=utf-8',
  );
}

/** Every address of an own host, in one place. */
export async function answerOwnSite(visit: Visit, own: OwnHost, rawPath: string, deliver: Deliver): Promise<Reply> {
  if (!isOpen(visit.hub, 'information')) throw notThere();
  const path = decoded(rawPath);
  const isPost = visit.request.method === 'POST';
  if (isPost && path !== '/contact') throw notThere();
  if (path === PROOF_FILE) return proofReply(visit, own);
  if (path === '/robots.txt') return text(`User-agent: *\nAllow: /\nSitemap: ${own.origin}/sitemap.xml\n`);
  const [, place = '', rest] = /^\/([^/]*)(?:\/(.*))?$/.exec(path) ?? [];
  if (place === 'files' || place === 'site-styles') {
    const isOurs = place === 'site-styles' || (await isOfSite(visit, own.thingId, rest?.split('/')[0] ?? ''));
    const reply = isOurs ? deliver(visit, rawPath) : null;
    if (!reply) throw notThere();
    return reply;
  }
  const it = await seen(visit, own);
  const { site } = it;
  if (isAway(site)) return shown(awayHtml(it.frame), it, site.hidden_at ? 410 : 200);
  const asksByNumber = path === '/' && visit.url.search !== '';
  const moved = asksByNumber && !isPost ? await movedPage(it) : null;
  if (moved) return moved;
  try {
    return await ownReply(it, own.origin, path);
  } catch (error) {
    const stood = error instanceof Refusal && error.status === 404 && !isPost ? await movedPage(it) : null;
    if (stood) return stood;
    throw error;
  }
}

async function ownReply(it: Seen, origin: string, path: string): Promise<Reply> {
  const { visit, site, frame } = it;
  const [, place = '', rest] = /^\/([^/]*)(?:\/(.*))?$/.exec(path) ?? [];
  if (path === '/contact')
    return visit.request.method === 'POST' ? sendMessage(visit, frame) : showContact(visit, frame);
  if (path === '/sitemap.xml') return sitemapReply(it, origin);
  if (path === '/news.atom') return feedReply(it, origin);
  if (path === '/news') return newsReply(it);
  if (place === 'news') return newsPage(it, rest ?? '');
  if (rest !== undefined) throw notThere();
  const [first] = site.menu;
  if (place !== '') return first?.slug === place ? movedTo('/') : pageReply(it, { slug: place });
  return first ? pageReply(it, { id: first.id }) : shown(emptyHtml(frame), it);
}

/** An address of the homepage the group had before leads to what was brought in from it; null: nothing was. */
async function movedPage({ visit, site, frame }: Seen): Promise<Reply | null> {
  const page = await visit.read((db) => pageOfOldPath(db, site.id, visit.url, visit.now));
  if (!page) return null;
  const at = page.kind === 'post' ? frame.ways.post(page) : page.id === site.menu[0]?.id ? '/' : frame.ways.page(page);
  return at === visit.url.pathname ? null : movedTo(encodeURI(at));
}

async function newsPage(it: Seen, asked: string): Promise<Reply> {
  const id = parseRef(asked);
  if (!id) throw notThere();
  return pageReply(it, { id });
}

/** Why nothing is shown, in the frame of the site where there is one. */
export async function refusedOwnSite(visit: Visit, own: OwnHost, refusal: Refusal): Promise<Reply> {
  const it = await seen(visit, own).catch(() => null);
  const [item] = visit.problem(refusal).items;
  const title = refusal.status === 404 ? domainWords(visit.lang).notThere : (item?.message ?? '');
  if (!it) return text(title, undefined, refusal.status);
  const main = html`<h1>${title}</h1><p><a href="/">${domainWords(visit.lang).toHome(it.site.title)}</a></p>`;
  return shown(frameHtml({ ...it.frame, title, main }), it, refusal.status);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw notThere();
  }
}
