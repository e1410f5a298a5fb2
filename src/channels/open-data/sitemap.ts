/** F1.2: which pages there are, for search engines (sitemaps.org): an index, and parts that stay small however large a town grows. */
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { parseShortId, shortId } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import type { Dataset, SitePages } from '#kernel/open-data.ts';
import { refuse } from '#kernel/refusal.ts';
import { type Reply, text } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { datasetsOf } from './registry.ts';

/** The protocol allows 50,000; half of that stays well below its 50 MB, too. */
const MOST = 25_000;

/** Pages of the town itself, whatever is open. */
const PLACES = ['/', '/activity', '/journal', '/functions', '/rules', '/moderation/rules', '/data', '/api'];

interface Entry {
  path: string;
  at?: Date;
}

interface PageRow {
  id: string;
  title: string;
  at: Date;
}

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

type WithPages = Dataset & { pages: SitePages };

function withPages(hub: Pick<Hub, 'rules'>): WithPages[] {
  return datasetsOf(hub).filter((dataset): dataset is WithPages => dataset.pages !== undefined);
}

interface Parts {
  any: boolean;
  /** last ids of full parts; the next one begins below each */
  ends: string[];
}

/** @param most how many pages a part holds */
export async function partsOf(db: Db, { rows }: SitePages, most: number): Promise<Parts> {
  const [found] = await run<{ n: number; ends: string[] | null }>(
    db,
    `select coalesce(max(place), 0)::int as n, array_agg(id order by place) filter (where place % $1::int = 0) as ends
     from (select p.id, row_number() over (order by p.id desc) as place from (${rows}) p) numbered`,
    [most],
  );
  const { n, ends } = found!;
  // After a part that is just full there is none.
  return { any: n > 0, ends: (ends ?? []).slice(0, Math.max(0, Math.ceil(n / most) - 1)) };
}

export async function pagesOf(db: Db, pages: SitePages, before: string | null, most: number): Promise<Entry[]> {
  const found = await run<PageRow>(
    db,
    `select p.id, p.title, p.at from (${pages.rows}) p where p.id < $1::uuid or $1 is null order by p.id desc limit $2`,
    [before, most],
  );
  return found.map((row) => ({ path: pages.path(row), at: row.at }));
}

async function index(visit: Visit): Promise<Reply> {
  const { hub } = visit;
  const datasets = withPages(hub);
  const parts = await visit.read((db) => Promise.all(datasets.map(({ pages }) => partsOf(db, pages, MOST))));
  visit.tag('hub', 'activity');
  const paths = datasets.flatMap(({ name }, at) => {
    const { any, ends } = parts[at]!;
    return [...(any ? [`/sitemaps/${name}.xml`] : []), ...ends.map((id) => `/sitemaps/${name}_${shortId(id)}.xml`)];
  });
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

/** `proposals.xml`: the newest; `proposals_ID.xml`: those that came before that one. */
async function part(visit: Visit): Promise<Reply> {
  const [, name, key] = /^([a-z-]+)(?:_(\w+))?\.xml$/.exec(visit.params.name ?? '') ?? [];
  if (name === 'places' && !key) return places(visit);
  const dataset = withPages(visit.hub).find((one) => one.name === name);
  const before = key === undefined ? null : parseShortId(key);
  if (!dataset || (key !== undefined && before === null)) throw refuse('not-found', { status: 404 });
  const entries = await visit.read((db) => pagesOf(db, dataset.pages, before, MOST));
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
