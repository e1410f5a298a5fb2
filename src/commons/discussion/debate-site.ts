/** The pages of the debate behind the real listener, read and used as somebody who is signed in or as nobody. For tests. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collector } from '#commons/accounts/site-for-tests.ts';
import {
  awayPage,
  faultPage,
  functionPage,
  isOpen,
  notFoundPage,
  refusedPage,
  wrongMethodPage,
} from '#commons/hubs/index.ts';
import { performer } from '#kernel/action.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { PageCache } from '#kernel/page-cache.ts';
import { listener, SESSION_COOKIE } from '#kernel/web/listener.ts';
import { text } from '#kernel/web/reply.ts';
import { Routes } from '#kernel/web/router.ts';
import type { TestTown } from '#test/support/town.ts';
import { eventParts, refusalOf, sentence } from '../../parts.ts';
import { discussion } from './module.ts';

export interface Answer {
  status: number;
  location: string | null;
  body: string;
  type: string;
}

export interface DebateSite {
  hub: Hub;
  /** as `reader`, or as an anonymous visitor */
  get(path: string, reader?: Reader | null, lang?: Lang): Promise<Answer>;
  post(path: string, fields: Record<string, string>, reader?: Reader | null, accept?: string): Promise<Answer>;
  /** what went wrong without a refusal */
  faults: string[];
  close(): Promise<void>;
}

export async function openDebateSite(town: TestTown): Promise<DebateSite> {
  const faults: string[] = [];
  const sessions = new Map<string, Reader>();
  const hub: Hub = { ...town.hub };
  const perform = performer({
    ...eventParts,
    hubwise: town.hubwise,
    evict: () => {},
    notifyPayloads: () => [],
    refusalOf,
  });
  const server = createServer(
    listener({
      routes: new Routes(discussion.routes),
      hubByHost: () => hub,
      hubwise: town.hubwise,
      perform,
      cache: new PageCache(),
      readSession: async (token) => sessions.get(token) ?? null,
      sentence,
      pages: {
        notFound: notFoundPage,
        wrongMethod: wrongMethodPage,
        refused: refusedPage,
        away: awayPage,
        fault: faultPage,
        notOpen: functionPage,
        resume: (_, sent) => text(JSON.stringify(sent), 'application/json; charset=utf-8', 401),
      },
      isOpen,
      assets: {
        css: '/assets/style.css',
        icon: '/assets/icon.svg',
        island: (name) => `/assets/${name}.js`,
        file: () => undefined,
      },
      now: () => town.now(),
      newRequestId: randomId,
      peerOf: () => '192.0.2.1',
      admit: () => true,
      demo: false,
      log: collector(faults),
      operations: async () => null,
      observe: () => {},
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  hub.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function ask(path: string, init: RequestInit, reader: Reader | null, lang: Lang): Promise<Answer> {
    const token = randomId();
    if (reader) sessions.set(token, reader);
    const cookie = [`minna_lang=${lang}`, ...(reader ? [`${SESSION_COOKIE}=${token}`] : [])].join('; ');
    const headers = { ...(init.headers as Record<string, string>), cookie };
    const response = await fetch(hub.origin + path, { ...init, headers, redirect: 'manual' });
    return {
      status: response.status,
      location: response.headers.get('location'),
      body: await response.text(),
      type: response.headers.get('content-type') ?? '',
    };
  }

  return {
    hub,
    faults,
    get: (path, reader = null, lang = 'ja') => ask(path, {}, reader, lang),
    post: (path, fields, reader = null, accept = 'text/html') =>
      ask(
        path,
        { method: 'POST', headers: { origin: hub.origin, accept }, body: new URLSearchParams(fields) },
        reader,
        'ja',
      ),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The words of a page as they are read, without markup; white space is one space. */
export function readText(markup: string): string {
  return markup
    .replace(/<(script|style|head)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
