/** From method and path to a declared route. The first match wins; static paths stand before parameters. */
import { RegExpRouter } from 'hono/router/reg-exp-router';
import { SmartRouter } from 'hono/router/smart-router';
import { TrieRouter } from 'hono/router/trie-router';
import type { Route } from '../module.ts';

export interface Match {
  route: Route;
  params: Record<string, string>;
}

export class Routes {
  readonly all: readonly Route[];
  readonly #router = new SmartRouter<Route>({ routers: [new RegExpRouter(), new TrieRouter()] });

  constructor(routes: readonly Route[]) {
    this.all = [...routes].sort((a, b) => weight(a.path) - weight(b.path));
    const seen = new Set<string>();
    for (const route of this.all) {
      const key = `${route.method} ${route.path.replace(/:\w+/g, ':')}`;
      if (seen.has(key)) throw new Error(`two routes answer ${key}`);
      seen.add(key);
      this.#router.add(route.method, route.path, route);
    }
  }

  match(method: string, path: string): Match | null {
    const [handlers, stash] = this.#router.match(method, path);
    const first = handlers[0];
    if (!first) return null;
    const [route, found] = first;
    const params: Record<string, string> = {};
    for (const [name, value] of Object.entries(found)) {
      const raw = typeof value === 'number' ? stash?.[value] : value;
      const decoded = decodePath(raw ?? '');
      if (decoded === null) return null;
      params[name] = decoded;
    }
    return { route, params };
  }

  /** Methods other than `method` that this path answers, for 405. */
  otherMethods(method: string, path: string): string[] {
    return ['GET', 'POST'].filter((other) => other !== method && this.match(other, path) !== null);
  }
}

function weight(path: string): number {
  return path.split('/').reduce((sum, part, depth) => sum + (part.startsWith(':') ? 1 / (depth + 1) : 0), 0);
}

function decodePath(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
