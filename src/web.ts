/** The web process: routes of all modules behind one listener, page cache, health and metrics. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClientConfig } from 'pg';
import { programs } from '#channels/api/index.ts';
import { keepSitemaps } from '#channels/open-data/index.ts';
import { openAccounts, type Provider, resumePage, sessionReader } from '#commons/accounts/index.ts';
import {
  awayPage,
  faultPage,
  functionPage,
  HubDirectory,
  isOpen,
  movedPage,
  noTownPage,
  notFoundPage,
  refusedPage,
  wrongMethodPage,
} from '#commons/hubs/index.ts';
import { WRITE_FLOOR_BYTES } from '#db/embedded/index.ts';
import { openContactStamps } from '#functions/information/site-contact/index.ts';
import { VisitCounter, writeVisits } from '#functions/information/site-visits/index.ts';
import { performer } from '#kernel/action.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';
import { Replica } from '#kernel/database/replica.ts';
import { randomId } from '#kernel/ids.ts';
import type { Log } from '#kernel/log.ts';
import { Metrics } from '#kernel/metrics.ts';
import { routesOf } from '#kernel/module.ts';
import { PageCache } from '#kernel/page-cache.ts';
import { notifyPayloads, PageCacheListener } from '#kernel/page-cache-listener.ts';
import { peerReader } from '#kernel/peer-address.ts';
import { Positions } from '#kernel/positions.ts';
import {
  measureHttp,
  measureJobs,
  measurePageCache,
  measurePool,
  measureProcess,
  measureReplica,
} from '#kernel/process-metrics.ts';
import { FloodGate } from '#kernel/rate-limiter.ts';
import { isSameText } from '#kernel/same-text.ts';
import { systemTimers, type Timers } from '#kernel/timers.ts';
import { listener } from '#kernel/web/listener.ts';
import { json, type Reply, text } from '#kernel/web/reply.ts';
import { Routes } from '#kernel/web/router.ts';
import { countJobs } from './job-counts.ts';
import { modules } from './modules.ts';
import { ownSites, siteAt } from './own-sites.ts';
import { eventParts, refusalOf, sentence } from './parts.ts';
import { refreshTown } from './refresh-town.ts';
import { siteAssets } from './site-assets.ts';

export interface WebSettings {
  app: ClientConfig;
  /** where changes are heard, past any pooler; `app` unless given */
  direct?: ClientConfig;
  /** a replica, for reads that may be seconds old */
  replica?: (ClientConfig & { prepare?: boolean }) | null;
  /** by which the age of what the replica shows is counted */
  timers?: Pick<Timers, 'now'>;
  port: number;
  host: string;
  origin: string | null;
  demo: boolean;
  secret: string;
  trustedProxies: string;
  metricsToken: string | null;
  /** X1: providers of OpenID Connect, and the host where everybody signs in */
  providers?: readonly Provider[];
  accountsOrigin?: string | null;
  now: () => Date;
  log: Log;
  /** true while the worker beside this process is up; undefined: it runs elsewhere */
  workerUp?: () => boolean;
  poolSize?: number;
  /** how long a closing process still answers */
  drainMs?: number;
  /** free bytes where the database keeps its files; undefined: the operator's server watches its own disk */
  freeBytes?: () => Promise<number>;
}

export interface Web {
  address: string;
  hubs: HubDirectory;
  hubwise: Hubwise;
  cache: PageCache;
  replica: Replica | null;
  /** what /readyz says */
  isReady(): Promise<boolean>;
  /** /readyz says no, then new connections are refused, those under way finish, the database is closed */
  stop(): Promise<void>;
}

const LOOPBACK = /^(::1|127\.|::ffff:127\.)/;
const HUBS_AGAIN_MS = 60_000;
const DISK_EVERY_MS = 5_000;
const VISITS_EVERY_MS = 20_000;
const SITEMAPS_EVERY_MS = 3_600_000;

export async function startWeb(settings: WebSettings): Promise<Web> {
  const { log, now } = settings;
  const hubwise = new Hubwise({
    connection: settings.app,
    max: settings.poolSize ?? 10,
    applicationName: 'minna web',
    onError: (error) => log.warn('a database connection was lost', { error }),
  });
  const hubs = new HubDirectory(hubwise, settings.origin);
  const assets = await siteAssets();
  await hubs.load();
  const cache = new PageCache();
  const town = refreshTown(hubs, cache);
  const positions = new Positions(settings.timers ?? systemTimers);
  const replica = settings.replica
    ? new Replica({ connection: settings.replica, positions, primary: hubwise, log })
    : null;
  const pages = new PageCacheListener({
    cache: town.heard,
    connection: settings.direct ?? settings.app,
    log,
    ...(replica ? { replica: { positions, tickets: cache } } : {}),
  });
  pages.start();
  replica?.start();
  openAccounts({
    hubwise,
    secret: settings.secret,
    baseUrl: settings.origin ?? 'http://localhost',
    demo: settings.demo,
    providers: settings.providers ?? [],
    accountsOrigin: settings.accountsOrigin ?? null,
    events: eventParts,
    hubs: () => hubs.all(),
  });
  const metrics = new Metrics();
  const stopMeasuring = measureProcess(metrics);
  measurePageCache(metrics, cache);
  measurePool(metrics, hubwise.pool);
  if (replica) measureReplica(metrics, replica);
  const tellJobs = measureJobs(metrics);
  const acts = metrics.counter('minna_acts_total', 'Acts by name and outcome.', ['act', 'outcome']);
  const gate = new FloodGate({ perSecond: 40, burst: 400 });
  let closing = false;
  let diskLow = false;
  const watchDisk = async () => {
    const low = settings.freeBytes !== undefined && (await settings.freeBytes()) < WRITE_FLOOR_BYTES;
    if (low !== diskLow)
      log.warn(low ? 'the disk is nearly full: nothing more is accepted' : 'there is room on the disk again');
    diskLow = low;
  };
  await watchDisk();
  const disk = setInterval(
    () => void watchDisk().catch((error: unknown) => log.warn('the disk could not be looked at', { error })),
    DISK_EVERY_MS,
  );
  disk.unref();

  const perform = performer({
    ...eventParts,
    hubwise,
    evict: (hubId, tags) => town.evict(hubId, tags),
    notifyPayloads,
    refusalOf,
    onAct: (name, outcome) => acts.inc([name, outcome]),
  });
  const peerOf = peerReader(settings.trustedProxies);
  const routes = new Routes(routesOf(modules));
  const visits = new VisitCounter({ placeOf: siteAt(hubs), peerOf });
  const countVisits = () =>
    writeVisits(hubwise, visits).catch((error: unknown) => log.warn('visits could not be counted', { error }));
  const visiting = setInterval(() => void countVisits(), VISITS_EVERY_MS);
  visiting.unref();
  const sitemaps = setInterval(() => {
    keepSitemaps(hubwise, hubs.all()).catch((error: unknown) => log.warn('the sitemap could not be cut', { error }));
  }, SITEMAPS_EVERY_MS);
  sitemaps.unref();
  openContactStamps(settings.secret);
  const handle = listener({
    routes,
    hubByHost: (host) => hubs.byHost(host),
    ownHosts: ownSites(hubs, routes),
    shown: (request, url) => visits.seen(request, url, now()),
    hubwise,
    replica: replica ?? undefined,
    perform,
    cache,
    readSession: sessionReader(hubwise),
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
    now,
    newRequestId: randomId,
    peerOf,
    // Whatever stands on this machine (a proxy that isn't declared, the bench) speaks for many.
    admit: (peer, at) => LOOPBACK.test(peer) || gate.admit(peer, at),
    diskLow: () => diskLow,
    demo: settings.demo,
    log,
    programs: programs({ isOpen, diskLow: () => diskLow, log }),
    operations,
    observe: measureHttp(metrics),
  });

  async function operations(
    path: string,
    request: { remote: string; forwarded: boolean; authorization: string },
  ): Promise<Reply | null> {
    if (path === '/healthz') return text('ok\n');
    if (path === '/readyz') return ready();
    if (path !== '/metrics') return null;
    const local = LOOPBACK.test(request.remote) && !request.forwarded;
    const { metricsToken } = settings;
    const known = metricsToken !== null && isSameText(request.authorization, `Bearer ${metricsToken}`);
    if (!local && !known) return null;
    // Figures of this process matter most when the database doesn't answer: they are told without the queue's.
    await countJobs(hubwise).then(tellJobs, (error: unknown) => log.warn('the jobs could not be counted', { error }));
    return text(metrics.render(), 'text/plain; version=0.0.4; charset=utf-8');
  }

  async function ready(): Promise<Reply> {
    const database = await hubwise
      .deployment((db) => run(db, 'select 1'))
      .then(
        () => true,
        () => false,
      );
    const state = { database, pages: cache.figures().enabled, worker: settings.workerUp?.() ?? true, closing };
    const isReady = database && state.pages && state.worker && !closing;
    return json(state, isReady ? 200 : 503);
  }

  const again = setInterval(() => {
    town.again().catch((error: unknown) => log.warn('the hubs could not be read again', { error }));
  }, HUBS_AGAIN_MS);
  again.unref();

  const server = createServer(
    { keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 320_000 },
    (request, response) => {
      // Whoever asks a closing process asks another one next time.
      if (closing) response.shouldKeepAlive = false;
      return handle(request, response);
    },
  );
  await listen(server, settings.port, settings.host);
  const { port } = server.address() as AddressInfo;
  const shown = settings.host === '0.0.0.0' || settings.host === '::' ? 'localhost' : settings.host;
  return {
    address:
      settings.origin ??
      `http://${shown === '127.0.0.1' ? 'localhost' : shown.includes(':') ? `[${shown}]` : shown}:${port}`,
    hubs,
    hubwise,
    cache,
    replica,
    isReady: async () => (await ready()).status === 200,
    async stop() {
      closing = true;
      // A proxy may send something on a connection that it has open in the very moment in which it is closed; so it learns first.
      if (settings.drainMs) await new Promise((resolve) => setTimeout(resolve, settings.drainMs));
      clearInterval(again);
      clearInterval(disk);
      clearInterval(visiting);
      clearInterval(sitemaps);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      await countVisits();
      stopMeasuring();
      await pages.stop();
      await replica?.stop();
      await hubwise.close();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
