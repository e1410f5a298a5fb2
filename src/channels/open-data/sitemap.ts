/** F1.2: which pages there are, for search engines (sitemaps.org): an index, and parts that stay small however large a town grows. */
import { parseShortId, shortId } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { type Reply, text } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { datasetsOf } from './registry.ts';
import { type Entry, pagesOf, partsOf, withPages } from './sitemap-parts.ts';

/** Pages of the town itself, whatever is open. */
const PLACES = ['/', '/activity', '/journal', '/functions', '/rules', '/moderation/rules', '/data', '/api'];

const SPECIAL: Record<string, string> = { '&': '&amp;', "'": '&apos;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

function address(origin: string, path: string): string {
  return (origin + encodeURI(path)).replace(/[&'"<>]/g, (char) => SPECIAL[char]!);
}

function xml(
  root: 'urlset' | 'sitemapindex',
  item: 'url' | 'sitemap',
  origin: string,
  entries: readonly Entry[],
): Reply {
  const lines = entries.map(
    ({ path, at }) =>
      `<${item}><loc>${address(origin, path)}</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ''}</${item}>`,
  );
  return text(
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</${root}>\n`,
    'application/xml; charset=utf-8',
  );
}

async function index(visit: Visit): Promise<Reply> {
  const { hub } = visit;
  const parts = await visit.read((db) => partsOf(db, withPages(datasetsOf(hub))));
  visit.tag('hub', 'activity');
  const paths = parts.map(({ list, after }) => `/sitemaps/${list}${after === null ? '' : `_${shortId(after)}`}.xml`);
  return xml(
    'sitemapindex',
    'sitemap',
    hub.origin,
    ['/sitemaps/places.xml', ...paths].map((path) => ({ path })),
  );
}

function places(visit: Visit): Reply {
  const { hub } = visit;
  const datasets = datasetsOf(hub);
  const paths = [...PLACES, ...datasets.map(({ page }) => page), ...datasets.map(({ name }) => `/data/${name}`)];
  visit.tag('hub');
  return xml(
    'urlset',
    'url',
    hub.origin,
    [...new Set(paths)].map((path) => ({ path })),
  );
}

/** `proposals.xml`: the oldest; `proposals_ID.xml`: those that came after that one, as far as the next part. */
async function part(visit: Visit): Promise<Reply> {
  const [, name, key] = /^([a-z-]+)(?:_(\w+))?\.xml$/.exec(visit.params.name ?? '') ?? [];
  if (name === 'places' && !key) return places(visit);
  const list = withPages(datasetsOf(visit.hub)).find((one) => one.name === name);
  const after = key === undefined ? null : parseShortId(key);
  if (!list || (key !== undefined && after === null)) throw refuse('not-found', { status: 404 });
  const entries = await visit.read((db) => pagesOf(db, list, after));
  // The format knows no empty part.
  if (entries.length === 0) throw refuse('not-found', { status: 404 });
  visit.tag('hub', 'activity');
  return xml('urlset', 'url', visit.hub.origin, entries);
}

/** Everything public may be found; pages that are a person's own, or forms, lead nowhere for a robot. */
const CLOSED = [
  '/account',
  '/notices',
  '/sign-in',
  '/sign-up',
  '/reports',
  '/acting-as',
  '/dev/',
  '/*?next=',
  '/*?done=',
];

async function robots(visit: Visit): Promise<Reply> {
  visit.tag('hub');
  const lines = [
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${visit.hub.origin}/sitemap.xml`,
  ];
  return text(`${lines.join('\n')}\n`);
}

export const sitemapRoutes: readonly Route[] = [
  get('/sitemap.xml', 'public', ['F1.2'], index, { cached: true }),
  get('/sitemaps/:name', 'public', ['F1.2'], part, { cached: true }),
  get('/robots.txt', 'public', ['F1.2'], robots, { cached: true }),
];
