/** F1.3 Sites as everybody reads them. */
import { atomReply } from '#channels/feeds/atom.ts';
import { page } from '#commons/hubs/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { isUuid, parseRef, parseShortId } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { pagePath, sitePath } from './addresses.ts';
import { siteData } from './data.ts';
import { documentReply, publicFrame } from './frame.ts';
import { listedSites, postsOf, type ShownPage, type ShownSite, shownPage, siteByKey } from './queries.ts';
import { notFound } from './site.ts';
import { readStyleName, siteCss } from './themes.ts';
import { siteListMain } from './views/list.ts';
import { awayHtml, emptyHtml, isAway, newsHtml, pageHtml } from './views/site-page.ts';
import { words } from './words.ts';

const PAGE_SIZE = 20;

/** Both halves of the key of a list in order of time. */
function afterIn(visit: Visit, name: string): { at: Date; id: string } | null {
  const [at = '', id = ''] = visit.query(name).split('_');
  const moment = new Date(Number(at));
  return isUuid(id) && /^\d{1,15}$/.test(at) && !Number.isNaN(moment.getTime()) ? { at: moment, id } : null;
}

export function keyOf(at: Date, id: string): string {
  return `${at.getTime()}_${id}`;
}

async function siteAt(visit: Visit): Promise<ShownSite> {
  const site = await visit.read((db) => siteByKey(db, (visit.params.key ?? '').toLowerCase(), visit.now));
  if (!site) throw notFound();
  return site;
}

/** An earlier short name leads on to the present one. */
function ledOn(visit: Visit, site: ShownSite): Reply | null {
  const asked = visit.params.key ?? '';
  if (asked === site.key) return null;
  visit.tag('sites', `site:${site.id}`);
  const rest = visit.url.pathname.split('/').slice(3).join('/');
  return movedTo(`${sitePath(site.key)}${rest === '' ? '' : `/${rest}`}${visit.url.search}`);
}

async function shown(visit: Visit, site: ShownSite, found: ShownPage): Promise<Reply> {
  const { hub, lang, now } = visit;
  const frame = publicFrame(visit, site);
  const data = await visit.read((db) => siteData(db, { hub, lang, site, blocks: found.blocks, now }));
  if (found.blocks.some(({ kind }) => kind === 'events')) {
    visit.tag('events', `actor:${site.group_id}`);
    visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  }
  if (found.blocks.some(({ kind }) => kind === 'map')) visit.tag('outline');
  return documentReply(pageHtml({ ...frame, page: found, data }));
}

async function home(visit: Visit): Promise<Reply> {
  const site = await siteAt(visit);
  const moved = ledOn(visit, site);
  if (moved) return moved;
  if (isAway(site)) return documentReply(awayHtml(publicFrame(visit, site)));
  const [first] = site.menu;
  const found = first ? await visit.read((db) => shownPage(db, site.id, { id: first.id }, visit.now)) : null;
  return found ? shown(visit, site, found) : documentReply(emptyHtml(publicFrame(visit, site)));
}

async function onePage(visit: Visit): Promise<Reply> {
  const site = await siteAt(visit);
  const moved = ledOn(visit, site);
  if (moved) return moved;
  if (isAway(site)) return documentReply(awayHtml(publicFrame(visit, site)));
  const slug = (visit.params.page ?? '').normalize('NFC');
  const found = await visit.read((db) => shownPage(db, site.id, { slug }, visit.now));
  if (!found) throw notFound();
  if (found.id === site.menu[0]?.id) return movedTo(sitePath(site.key));
  return shown(visit, site, found);
}

async function news(visit: Visit): Promise<Reply> {
  const site = await siteAt(visit);
  const moved = ledOn(visit, site);
  if (moved) return moved;
  const frame = publicFrame(visit, site);
  if (isAway(site)) return documentReply(awayHtml(frame));
  const before = afterIn(visit, 'after');
  const { posts, more } = await visit.read((db) => postsOf(db, site.id, visit.now, { before, limit: PAGE_SIZE }));
  const last = posts.at(-1);
  return documentReply(newsHtml({ ...frame, posts, older: more && last ? keyOf(last.first_at, last.id) : null }));
}

async function post(visit: Visit): Promise<Reply> {
  const site = await siteAt(visit);
  const moved = ledOn(visit, site);
  if (moved) return moved;
  if (isAway(site)) return documentReply(awayHtml(publicFrame(visit, site)));
  const id = parseRef(visit.params.ref ?? '');
  const found = id ? await visit.read((db) => shownPage(db, site.id, { id }, visit.now)) : null;
  if (found?.kind !== 'post') throw notFound();
  const at = pagePath(site.key, found);
  if (decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  return shown(visit, site, found);
}

async function feed(visit: Visit): Promise<Reply> {
  const site = await siteAt(visit);
  const moved = ledOn(visit, site);
  if (moved) return moved;
  const { posts } = isAway(site)
    ? { posts: [] }
    : await visit.read((db) => postsOf(db, site.id, visit.now, { before: null, limit: 30 }));
  const { hub, lang, url } = visit;
  return atomReply({
    href: `${hub.origin}${sitePath(site.key)}`,
    self: hub.origin + url.pathname + url.search,
    title: words(lang).frame.feedOf(site.title),
    lang: htmlLang(lang),
    updated: posts[0]?.valid_from ?? site.made_at,
    entries: posts.map((one) => ({
      href: hub.origin + encodeURI(pagePath(site.key, one)),
      title: one.title,
      author: site.group_name,
      at: one.first_at,
      summary: one.words.slice(0, 300),
    })),
  });
}

/** Where a page is, by its id alone: notices and search lead here. */
async function leadOn(visit: Visit): Promise<Reply> {
  const id = parseShortId(visit.params.id ?? '');
  const found = id
    ? await visit.read((db) =>
        db
          .selectFrom('site_pages')
          .innerJoin('sites', (join) =>
            join.onRef('sites.hub_id', '=', 'site_pages.hub_id').onRef('sites.id', '=', 'site_pages.site_id'),
          )
          .select(['site_pages.id', 'site_pages.kind', 'site_pages.slug', 'site_pages.title', 'sites.key'])
          .where('site_pages.id', '=', id)
          .where('site_pages.shown_version', '>', 0)
          .executeTakeFirst(),
      )
    : null;
  if (!found) throw notFound();
  return movedTo(encodeURI(pagePath(found.key, found)));
}

async function list(visit: Visit): Promise<Reply> {
  const before = afterIn(visit, 'after');
  const { sites, more } = await visit.read((db) => listedSites(db, { before, limit: PAGE_SIZE }));
  visit.tag('sites');
  const w = words(visit.lang).list;
  const last = sites.at(-1);
  return page(visit, {
    title: w.title,
    description: w.lead,
    place: 'groups',
    breadcrumb: [{ text: w.groups, href: '/groups' }, { text: w.title }],
    dataLinks: [
      { href: '/sites.csv', text: w.csv, type: 'text/csv' },
      { href: '/sites.json', text: w.json, type: 'application/json' },
      { href: '/sites.atom', text: w.feed, type: 'application/atom+xml' },
    ],
    main: siteListMain(visit.lang, sites, more && last ? keyOf(last.changed_at, last.id) : null),
  });
}

async function style(visit: Visit): Promise<Reply> {
  const asked = readStyleName(visit.params.name ?? '');
  if (!asked) throw notFound();
  return {
    status: 200,
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' },
    body: siteCss(asked.theme, asked.colour),
  };
}

const kept = { cached: true, framed: true };

export const publicRoutes: readonly Route[] = [
  get('/sites', 'public', ['F1.3'], list, kept),
  get('/sites/:key', 'public', ['F1.3'], home, kept),
  get('/sites/:key/news', 'public', ['F1.3'], news, kept),
  get('/sites/:key/news.atom', 'public', ['F1.3'], feed),
  get('/sites/:key/news/:ref', 'public', ['F1.3'], post, kept),
  get('/sites/:key/:page', 'public', ['F1.3'], onePage, kept),
  get('/site-pages/:id', 'public', ['F1.3'], leadOn),
  get('/site-styles/:name', 'public', ['F1.3', 'X6'], style),
];
