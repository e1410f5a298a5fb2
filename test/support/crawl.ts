/** Walks the town's pages by their links, a few of each route, and says which routes have a page. */
import { routesOf } from '#kernel/module.ts';
import { Routes } from '#kernel/web/router.ts';
import { modules } from '../../src/modules.ts';

export interface Crawled {
  url: string;
  route: string;
  body: string;
}

const routes = new Routes(routesOf(modules));

/** Route pattern of a local address, e.g. `/proposals/:ref`; null for what no route answers. */
export function routeOf(path: string): string | null {
  return routes.match('GET', path.split(/[?#]/)[0] ?? '/')?.route.path ?? null;
}

/** Patterns of all pages (not files) that anybody may open. */
export function publicPages(): string[] {
  return routes.all
    .filter(
      (route) =>
        route.method === 'GET' &&
        route.access === 'public' &&
        !/\.(csv|tsv|json|jsonld|ttl|geojson|atom|ics|pdf|zip|js|xml|txt)$/.test(route.path),
    )
    .map((route) => route.path);
}

const LINK = /<a\b[^>]*\shref="([^"]+)"/g;

/** HTML pages reached from `starts` by links, at most `each` of a route, in the order they were found. */
export async function crawl(
  base: string,
  starts: readonly string[],
  options: { each: number; eachOf?: Readonly<Record<string, number>>; cookie?: string; most?: number },
): Promise<{ pages: Crawled[]; broken: { url: string; status: number; from: string }[] }> {
  const { each, eachOf = {}, cookie, most = 600 } = options;
  const queue = starts.map((url) => ({ url, from: '' }));
  const seen = new Set<string>();
  const perRoute = new Map<string, number>();
  const pages: Crawled[] = [];
  const broken: { url: string; status: number; from: string }[] = [];
  while (queue.length > 0 && pages.length < most) {
    const { url, from } = queue.shift()!;
    if (seen.has(url)) continue;
    seen.add(url);
    const route = routeOf(url);
    if (route === null) {
      broken.push({ url, status: 0, from });
      continue;
    }
    const count = perRoute.get(route) ?? 0;
    if (count >= (eachOf[route] ?? each)) continue;
    perRoute.set(route, count + 1);
    const answer = await fetch(base + url, { ...(cookie ? { headers: { cookie } } : {}) });
    const body = await answer.text();
    if (answer.status >= 400) broken.push({ url, status: answer.status, from });
    if (!answer.headers.get('content-type')?.startsWith('text/html') || answer.status >= 400) continue;
    pages.push({ url, route, body });
    // The gallery's samples point to nothing that is there.
    if (route === '/gallery') continue;
    for (const [, href] of body.matchAll(LINK)) {
      const target = href!.replaceAll('&amp;', '&').replaceAll('&#39;', "'");
      if (target.startsWith('/') && !target.startsWith('//')) queue.push({ url: target.split('#')[0]!, from: url });
      else if (target.startsWith('?')) queue.push({ url: url.split('?')[0] + target.split('#')[0]!, from: url });
    }
  }
  return { pages, broken };
}
