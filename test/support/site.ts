/** All modules' pages behind the real listener, read and used as somebody who is signed in, or as nobody. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HtmlValidate } from 'html-validate';
import { programs } from '#channels/api/index.ts';
import {
  awayPage,
  faultPage,
  functionPage,
  isOpen,
  movedPage,
  noTownPage,
  notFoundPage,
  refusedPage,
  wrongMethodPage,
} from '#commons/hubs/index.ts';
import { performer } from '#kernel/action.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Log } from '#kernel/log.ts';
import { type Route, routesOf } from '#kernel/module.ts';
import { PageCache } from '#kernel/page-cache.ts';
import { listener, SESSION_COOKIE } from '#kernel/web/listener.ts';
import { text } from '#kernel/web/reply.ts';
import { Routes } from '#kernel/web/router.ts';
import { modules } from '../../src/modules.ts';
import { ownSites } from '../../src/own-sites.ts';
import { eventParts, refusalOf, sentence } from '../../src/parts.ts';
import type { TestTown } from './town.ts';

export interface SitePage {
  status: number;
  type: string;
  location: string | null;
  body: string;
}

export type Fields = Record<string, string> | [string, string][];

export interface TestSite {
  /** the town as the pages know it: a change here is seen by the next request */
  hub: Hub;
  /** scheme and host it listens at, for requests of another kind */
  origin: string;
  /** the path percent-encoded or not; redirects are followed where `get` ends on a page */
  get(path: string, reader?: Reader | null, lang?: Lang): Promise<SitePage>;
  post(path: string, fields: Fields, reader?: Reader | null, accept?: string): Promise<SitePage>;
  /** anything else: files sent, parts asked for; redirects are not followed */
  fetch(path: string, init?: RequestInit, reader?: Reader | null, lang?: Lang): Promise<Response>;
  /** what went wrong without a refusal */
  faults: string[];
  /** hosts of their own, each with the id of what is shown there (F1.3) */
  ownHosts: Map<string, string>;
  close(): Promise<void>;
}

export interface SiteOptions {
  /** only those of the module that is tested; otherwise all modules' */
  routes?: readonly Route[];
  /** whether `get` goes on to the address that a page has now; yes, unless told otherwise */
  follows?: boolean;
}

export async function openSite(town: TestTown, { routes, follows = true }: SiteOptions = {}): Promise<TestSite> {
  const faults: string[] = [];
  const keep = (message: string, fields?: { error?: unknown }) => void faults.push(`${message} ${fields?.error ?? ''}`);
  const log: Log = { debug: () => {}, info: () => {}, warn: keep, error: keep, child: () => log, flush: () => {} };
  const sessions = new Map<string, Reader>();
  const hub: Hub = { ...town.hub };
  const { hubwise } = town;
  const served = new Routes(routes ?? routesOf(modules));
  const ownHosts = new Map<string, string>();
  const byOwnHost = (host = '') => {
    const thingId = ownHosts.get(host.replace(/:\d+$/, ''));
    return thingId === undefined ? null : { hub, thingId, origin: `http://${host}` };
  };
  const server = createServer(
    listener({
      routes: served,
      ownHosts: ownSites({ byOwnHost }, served),
      hubByHost: () => hub,
      hubwise,
      perform: performer({ ...eventParts, hubwise, evict: () => {}, notifyPayloads: () => [], refusalOf }),
      cache: new PageCache(),
      readSession: async (token) => sessions.get(token) ?? null,
      sentence,
      pages: {
        noTown: noTownPage,
        notFound: notFoundPage,
        wrongMethod: wrongMethodPage,
        moved: movedPage,
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
      log,
      programs: programs({ isOpen, log }),
      operations: async () => null,
      observe: () => {},
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  hub.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function send(path: string, init: RequestInit, reader: Reader | null, lang: Lang): Promise<Response> {
    const token = randomId();
    if (reader) sessions.set(token, reader);
    const cookie = [`minna_lang=${lang}`, ...(reader ? [`${SESSION_COOKIE}=${token}`] : [])].join('; ');
    const headers = { origin: hub.origin, ...(init.headers as Record<string, string>), cookie };
    return fetch(hub.origin + path, { ...init, headers, redirect: 'manual' });
  }

  async function ask(path: string, init: RequestInit, reader: Reader | null, lang: Lang): Promise<SitePage> {
    const response = await send(path, init, reader, lang);
    const location = response.headers.get('location');
    if (follows && init.method !== 'POST' && response.status === 301 && location)
      return ask(location, init, reader, lang);
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      location,
      body: await response.text(),
    };
  }

  return {
    hub,
    origin: hub.origin,
    faults,
    ownHosts,
    fetch: (path, init = {}, reader = null, lang = 'ja') => send(path, init, reader, lang),
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

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'no-inline-style': 'error', 'no-autofocus': 'off', 'no-trailing-whitespace': 'off' },
});

/** Mistakes in the markup of a page. */
export async function markupMistakes(markup: string): Promise<string[]> {
  const report = await validator.validateString(markup);
  return report.results.flatMap((result) => result.messages.map((m) => `${m.ruleId} ${m.message} ${m.selector}`));
}
