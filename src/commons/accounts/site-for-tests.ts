/** The pages of accounts, actors and mail behind the real listener, for tests that go through them as a browser does. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mail } from '#channels/mail/module.ts';
import { actors } from '#commons/actors/module.ts';
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
import type { Hub } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import type { Log, LogFields } from '#kernel/log.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { PageCache } from '#kernel/page-cache.ts';
import { listener } from '#kernel/web/listener.ts';
import type { ListenerParts } from '#kernel/web/listener-parts.ts';
import { text } from '#kernel/web/reply.ts';
import { Routes } from '#kernel/web/router.ts';
import type { TestTown } from '#test/support/town.ts';
import { eventParts, refusalOf, sentence } from '../../parts.ts';
import { accounts } from './module.ts';
import { sessionReader } from './read-session.ts';
import { resumePage } from './resume.ts';

export interface TestPage {
  status: number;
  location: string | null;
  body: string;
}

/** Keeps cookies, follows nothing by itself. */
export interface TestBrowser {
  get(path: string): Promise<TestPage>;
  post(path: string, fields: Record<string, string> | [string, string][]): Promise<TestPage>;
  cookies: Map<string, string>;
}

export interface TestSite {
  hub: Hub;
  /** the neighbouring town, at another host of the same server */
  neighbour: Hub;
  /** `at`: the town its paths are of */
  browser(at?: Hub): TestBrowser;
  /** what went wrong without a refusal */
  faults: string[];
  close(): Promise<void>;
}

/** A log that keeps what went wrong in `lines`. */
export function collector(lines: string[]): Log {
  const keep = (message: string, fields?: LogFields) =>
    void lines.push(`${message} ${JSON.stringify(fields ?? {})} ${fields?.error ?? ''}`);
  const log: Log = { debug: () => {}, info: () => {}, warn: keep, error: keep, child: () => log, flush: () => {} };
  return log;
}

/** A page somebody writes on, as functions have them: shows what it was sent. */
const echo: Route[] = [
  get('/notes', 'person', ['P1'], async () => text('the form')),
  post('/notes', 'person', ['P1'], async (visit) => text(JSON.stringify([...(await visit.form()).entries()]))),
];

const NO_ASSETS: ListenerParts['assets'] = {
  css: '/assets/style.css',
  icon: '/assets/icon.svg',
  island: (name) => `/assets/${name}.js`,
  file: () => undefined,
};

/** Two names of this machine, as two hosts that know nothing of each other. */
const HOSTS = { hub: '127.0.0.1', neighbour: 'localhost' };

/** @param more routes beside those of accounts, actors and mail */
export async function openTestSite(
  town: TestTown,
  assets = NO_ASSETS,
  hosts = HOSTS,
  more: readonly Route[] = [],
): Promise<TestSite> {
  const faults: string[] = [];
  const hub: Hub = { ...town.hub, isDemo: true };
  const neighbour: Hub = { ...town.neighbour, isDemo: true };
  const perform = performer({
    ...eventParts,
    hubwise: town.hubwise,
    evict: () => {},
    notifyPayloads: () => [],
    refusalOf,
  });
  const handle = listener({
    routes: new Routes([...accounts.routes, ...actors.routes, ...mail.routes, ...echo, ...more]),
    hubByHost: (host) => (host?.startsWith(hosts.neighbour) ? neighbour : hub),
    hubwise: town.hubwise,
    perform,
    cache: new PageCache(),
    readSession: sessionReader(town.hubwise),
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
      resume: resumePage,
    },
    isOpen,
    assets,
    now: () => town.now(),
    newRequestId: randomId,
    peerOf: () => '192.0.2.1',
    admit: () => true,
    demo: true,
    log: collector(faults),
    operations: async () => null,
    observe: () => {},
  });
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  hub.origin = `http://${hosts.hub}:${port}`;
  neighbour.origin = `http://${hosts.neighbour}:${port}`;
  return {
    hub,
    neighbour,
    faults,
    browser: (at = hub) => newBrowser(at.origin),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function newBrowser(origin: string): TestBrowser {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit): Promise<TestPage> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) };
    const response = await fetch(origin + path, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (line.includes('Max-Age=0')) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    // To another host a page leads on by itself, see hand-over.
    const onward = response.headers.get('refresh')?.replace(/^0; url=/, '') ?? null;
    const location = response.headers.get('location') ?? onward;
    return { status: response.status, location, body: await response.text() };
  };
  return {
    cookies,
    get: (path) => ask(path, {}),
    post: (path, fields) => ask(path, { method: 'POST', headers: { origin }, body: new URLSearchParams(fields) }),
  };
}

export { markupMistakes } from '#test/support/site.ts';

/** The hidden fields of a page's forms, in their order, without those of the buttons that only a script can press. */
export function hiddenFields(page: string): [string, string][] {
  const markup = page.replace(/<passkey-button[\s\S]*?<\/passkey-button>/g, '');
  const decode = (value: string) =>
    value
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return [...markup.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name, value]) => [
    decode(name!),
    decode(value!),
  ]);
}
