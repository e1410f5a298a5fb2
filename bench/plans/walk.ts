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
}

const routes = new Routes(routesOf(modules));
const HREF = /\shref="([^"]+)"/g;
const MOST = 400;
const MOST_BYTES = 8 * 1024 * 1024;

/** Every route that can be reached by links, at most `each` addresses of it. */
export async function walk(
  base: string,
  { name, cookie, starts }: Walker,
  listening: Listening,
  each: number,
): Promise<Visited[]> {
  const queue = [...starts];
  const seen = new Set<string>();
  const perRoute = new Map<string, number>();
  const visited: Visited[] = [];
  while (queue.length > 0 && visited.length < MOST) {
    const path = queue.shift()!;
    if (seen.has(path)) continue;
    seen.add(path);
    const route = routes.match('GET', path.split('?')[0]!)?.route.path;
    const kind = route && `${route}${/[?&](before|after|page|from)=/.test(path) ? ' (further page)' : ''}`;
    if (!kind || (perRoute.get(kind) ?? 0) >= each) continue;
    perRoute.set(kind, (perRoute.get(kind) ?? 0) + 1);
    listening.take();
    const answer = await fetch(base + path, { headers: { cookie }, redirect: 'manual' });
    const body = await beginningOf(answer);
    visited.push({ route: kind, path, as: name, status: answer.status, bytes: body.length, asked: listening.take() });
    const type = answer.headers.get('content-type') ?? '';
    if (answer.status !== 200 || route === '/gallery') continue;
    if (type.startsWith('text/html')) queue.push(...linksOf(body.toString(), path));
    if (route === '/sitemap.xml') queue.push(...partsIn(body.toString()));
  }
  return visited;
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
