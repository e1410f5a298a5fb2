/** Walks a town's addresses by their links, one request after the other, and keeps what each asked of the database. */
import { routesOf } from '#kernel/module.ts';
import { Routes } from '#kernel/web/router.ts';
import { modules } from '../../src/modules.ts';
import type { Asked, Listening } from './listening.ts';

export interface Visited {
  route: string;
  path: string;
  as: string;
  status: number;
  bytes: number;
  asked: Asked[];
}

export interface Walker {
  name: string;
  cookie: string;
  starts: readonly string[];
  /** routes that are passed by */
  skips?(route: string): boolean;
}

const routes = new Routes(routesOf(modules));
const HREF = /\shref="([^"]+)"/g;
const MOST = 600;
const MOST_BYTES = 8 * 1024 * 1024;

/** Every page with one address, for whoever may see it: to some no link leads but in a letter. */
export const FIXED_PAGES: readonly string[] = routesOf(modules)
  .filter(({ method, path, access }) => method === 'GET' && access !== 'demo' && !/[:*]/.test(path))
  .map(({ path }) => path);

/** Every route that can be reached by links, one address of it, and one of its further pages. What isn't for this reader is passed by, and so is what `skips` says. */
export async function walk(
  base: string,
  { name, cookie, starts, skips }: Walker,
  listening: Listening,
): Promise<Visited[]> {
  const queue = [...starts];
  const seen = new Set<string>();
  const done = new Set<string>();
  const visited: Visited[] = [];
  while (queue.length > 0 && visited.length < MOST) {
    const path = queue.shift()!;
    if (seen.has(path)) continue;
    seen.add(path);
    const found = routes.match('GET', path.split('?')[0]!)?.route;
    // What only a demo has is no page of a town.
    const route = found?.access === 'demo' ? undefined : found?.path;
    const kind = route && `${route}${/[?&](before|after|page|from)=/.test(path) ? ' (further page)' : ''}`;
    if (!kind || done.has(kind) || skips?.(kind)) continue;
    listening.take();
    const answer = await fetch(base + path, { headers: { cookie }, redirect: 'manual' });
    const body = await beginningOf(answer);
    if (isRefused(answer)) continue;
    done.add(kind);
    visited.push({ route: kind, path, as: name, status: answer.status, bytes: body.length, asked: listening.take() });
    const type = answer.headers.get('content-type') ?? '';
    if (answer.status !== 200 || route === '/gallery') continue;
    if (type.startsWith('text/html')) queue.push(...linksOf(body.toString(), path));
    if (route === '/sitemap.xml') queue.push(...partsIn(body.toString()));
  }
  return visited;
}

function isRefused(answer: Response): boolean {
  return (answer.status >= 400 && answer.status < 500) || /^\/sign-in\b/.test(answer.headers.get('location') ?? '');
}

/** All of a page; a list as a file goes on in the same way, with a million entries too, and is left after so much. */
async function beginningOf(answer: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    parts.push(part);
    bytes += part.length;
    if (bytes > MOST_BYTES) break;
  }
  return Buffer.concat(parts);
}

/** The index of the sitemap names its parts by whole addresses. */
function partsIn(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname);
}

function linksOf(html: string, path: string): string[] {
  return [...html.matchAll(HREF)].flatMap(([, href]) => {
    const target = href!.replaceAll('&amp;', '&').replaceAll('&#39;', "'").split('#')[0]!;
    if (target.startsWith('?')) return [path.split('?')[0] + target];
    return target.startsWith('/') && !target.startsWith('//') && !target.startsWith('/assets/') ? [target] : [];
  });
}
