/**
 * From a request on the wire to an answer. Kept anonymous pages are answered before anything else is looked at;
 * everything else passes: host → origin → session → access → handler → answer, with every failure turned into a clear page.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hub, Reader } from '../context.ts';
import type { Lang } from '../lang.ts';
import { Refusal, refuse } from '../refusal.ts';
import { parseCookies } from './cookies.ts';
import { databaseAway } from './failure.ts';
import { FormRefusal } from './form-data.ts';
import { filled, filledAfterFailure, fromFrame, intoFrame } from './framed.ts';
import { fromReplica, isPlain, mayBeOlder, mayLag, wroteCookie } from './from-replica.ts';
import { langCookie, langOf } from './language.ts';
import type { ListenerParts } from './listener-parts.ts';
import { newAddress, staysAfterMoving } from './moved.ts';
import { checkOrigin } from './origin-check.ts';
import { answerOwn } from './own-host.ts';
import { type Reply, text } from './reply.ts';
import { askToSignIn, toSignIn } from './to-sign-in.ts';
import { Visit } from './visit.ts';
import { type Served, writeKept, writeReply } from './writing.ts';

export const SESSION_COOKIE = 'minna_session';
/** Below this address programs are answered, not browsers. */
export const PROGRAM_PATH = '/api/v1/';
const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const LOOPBACK_PEER = /^(::1|127\.|::ffff:127\.)/;

export function listener(parts: ListenerParts): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const started = performance.now();
    // Two strokes at the start would name another host to whatever resolves the address.
    const url = (request.url ?? '/').replace(/^\/{2,}/, '/');
    const cookie = request.headers.cookie;
    const kept = (request.method === 'GET' || request.method === 'HEAD') && !cookie?.includes(SESSION_COOKIE);
    if (kept && url.startsWith('/')) {
      const lang = langOf(url, request.headers);
      const entry = parts.cache.lookup(cacheKey(request.headers.host, url, lang), parts.now().getTime());
      if (entry) {
        writeKept(request, response, entry, langCookie(url, cookie));
        parts.shown?.(request, url);
        parts.observe('kept', 200, (performance.now() - started) / 1000);
        return;
      }
    }
    void answer(parts, request, response, url, started);
  };
}

async function answer(
  parts: ListenerParts,
  request: IncomingMessage,
  response: ServerResponse,
  rawUrl: string,
  started: number,
): Promise<void> {
  const requestId = parts.newRequestId();
  let route = 'none';
  let status = 500;
  try {
    const path = rawUrl.split('?', 1)[0] ?? '/';
    const asset = parts.assets.file(path);
    if (asset) {
      status = writeKept(request, response, asset, null);
      route = 'asset';
      return;
    }
    const operation = await parts.operations(path, {
      remote: request.socket.remoteAddress ?? '',
      forwarded: 'x-forwarded-for' in request.headers || 'forwarded' in request.headers,
      authorization: request.headers.authorization ?? '',
    });
    if (operation) {
      status = await writeReply(request, response, operation, { requestId, secure: false });
      route = path;
      return;
    }
    const found = await dispatch(parts, request, rawUrl, path, requestId);
    route = found.route;
    if (parts.replica && UNSAFE.has(request.method ?? 'GET') && !path.startsWith(PROGRAM_PATH))
      addCookie(found.reply, wroteCookie(found.secure));
    status = await writeReply(request, response, found.reply, {
      requestId,
      secure: found.secure,
      keep: found.keep,
    });
    if (status === 200 || status === 304) parts.shown?.(request, rawUrl);
  } catch (error) {
    parts.log.error('the answer could not be written', { requestId, error });
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
    response.end();
  } finally {
    const seconds = (performance.now() - started) / 1000;
    parts.observe(route, status, seconds);
    if (status >= 500 || route !== 'asset')
      parts.log.info('request', { requestId, method: request.method, route, status, ms: Math.round(seconds * 1000) });
  }
}

interface Dispatched {
  reply: Reply;
  route: string;
  secure: boolean;
  keep?: (served: Served) => void;
}

async function dispatch(
  parts: ListenerParts,
  request: IncomingMessage,
  rawUrl: string,
  path: string,
  requestId: string,
): Promise<Dispatched> {
  // Written out whole (as to a proxy) an address could name another host than the one that was asked.
  if (!rawUrl.startsWith('/'))
    return { reply: text('an address begins with a stroke', undefined, 400), route: 'none', secure: false };
  // No text may hold it, so nothing is found by it; the database would stop at it.
  if (rawUrl.includes('%00'))
    return { reply: text('no address holds this character', undefined, 400), route: 'none', secure: false };
  const own = parts.ownHosts?.of(request.headers.host) ?? null;
  if (own) {
    const key = cacheKey(request.headers.host, rawUrl, langOf(rawUrl, request.headers));
    return answerOwn(parts, own, { request, rawUrl, path, requestId, key });
  }
  const hub = parts.hubByHost(request.headers.host);
  if (!hub) return { reply: parts.pages.noTown(parts.assets), route: 'no-hub', secure: false };
  const secure = hub.origin.startsWith('https:');
  const cookies = parseCookies(request.headers.cookie ?? '');
  const now = parts.now();
  let ticket = parts.cache.begin();
  const base = {
    hub,
    // Programs are told in the language their address names: what a machine is set to is nobody's wish.
    lang: langOf(rawUrl, path.startsWith(PROGRAM_PATH) ? {} : request.headers),
    request,
    // Put behind the origin, not resolved against it: `/\\host` would name another host, `/\\` none at all.
    url: new URL(hub.origin + rawUrl),
    cookies,
    now,
    requestId,
    peer: parts.peerOf(request),
    hubwise: parts.hubwise,
    perform: parts.perform,
    sentence: parts.sentence,
    assets: parts.assets,
  };
  const replica = parts.replica && mayBeOlder(request, secure) && fromReplica(parts.replica, parts.cache, ticket);
  if (parts.programs && path.startsWith(PROGRAM_PATH))
    return { ...(await parts.programs(replica ? { ...base, fromReplica: replica } : base)), secure };
  let visit = new Visit({ ...base, reader: null, params: {} });
  if (hub.movedTo && !staysAfterMoving(request.method ?? 'GET', path)) {
    const address = newAddress(hub, request.method ?? 'GET', rawUrl);
    return { reply: filledAfterFailure(visit, null, parts.pages.moved(visit, address)), route: 'moved', secure };
  }
  let reader: Reader | null = null;
  let routeName = 'none';
  try {
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
    if (UNSAFE.has(method) && !parts.routes.match(method, path)?.route.foreign) refuseForged(request, hub);
    if (!parts.admit(base.peer, now)) throw refuse('too-fast', { status: 429, facts: { minutes: 1 } });
    const match = parts.routes.match(method, path);
    if (!match) {
      const others = parts.routes.otherMethods(method, path);
      const reply = others.length > 0 ? parts.pages.wrongMethod(visit) : parts.pages.notFound(visit);
      if (others.length > 0) reply.headers.allow = others.join(', ');
      return { reply: filledAfterFailure(visit, null, reply), route: 'none', secure };
    }
    const { route } = match;
    routeName = `${route.method} ${route.path}`;
    const token = cookies.get(secure ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE);
    reader = token && !route.foreign ? await parts.readSession(token, hub, now) : null;
    const key = cacheKey(request.headers.host, rawUrl, base.lang);
    const keeping = { cache: parts.cache, hubwise: parts.hubwise, hubId: hub.id, key: `signed in ${key}`, now };
    const resting = route.function !== undefined && !parts.isOpen(hub, route.function);
    const kept = route.framed && reader && !resting ? await fromFrame(keeping, reader) : null;
    if (kept) return withLang(kept, rawUrl, request, { route: routeName, secure });
    visit = new Visit({ ...base, reader: route.framed ? 'unseen' : reader, params: match.params });
    if (resting)
      return {
        reply: await filled(visit, reader, await parts.pages.notOpen(visit, route.function!)),
        route: routeName,
        secure,
      };
    if (UNSAFE.has(method) && parts.diskLow?.()) {
      if (!route.streams) await visit.form();
      return {
        reply: filledAfterFailure(visit, reader, parts.pages.away(visit, await typed(visit))),
        route: routeName,
        secure,
      };
    }
    const closed = await checkAccess(parts, visit, route.access, reader, route.streams === true);
    if (closed) return { reply: await filled(visit, reader, closed), route: routeName, secure };
    const older =
      replica && !token && mayLag(route)
        ? await replica(async (reads) => {
            const { params } = match;
            const another = new Visit({ ...base, reads, reader: route.framed ? 'unseen' : null, params });
            return { visit: another, answer: await route.handle(another) };
          }, isPlain)
        : null;
    if (older) ({ visit, ticket } = older);
    const made = older?.answer ?? (await route.handle(visit));
    const reply =
      route.framed && reader
        ? await intoFrame(keeping, ticket, visit, reader, made)
        : await filled(visit, reader, made);
    const keepable =
      route.cached && !token && reply.status === 200 && !reply.headers['set-cookie'] && visit.tags.size > 0;
    const done: Omit<Dispatched, 'reply'> = { route: routeName, secure };
    if (keepable) {
      done.keep = (served) =>
        void parts.cache.store(key, ticket, {
          tags: [...visit.tags].map((tag) => `${hub.id}:${tag}`),
          validUntil: visit.validUntil?.getTime() ?? Number.POSITIVE_INFINITY,
          ...served,
        });
    }
    return withLang(reply, rawUrl, request, done);
  } catch (error) {
    const reply = await failed(parts, visit, error);
    return { reply: filledAfterFailure(visit, reader, reply), route: routeName, secure };
  }
}

/** A language chosen by a link is remembered for the pages after it. */
function withLang(reply: Reply, url: string, request: IncomingMessage, rest: Omit<Dispatched, 'reply'>): Dispatched {
  const chosen = langCookie(url, request.headers.cookie);
  if (chosen) addCookie(reply, chosen);
  return { ...rest, reply };
}

function addCookie(reply: Reply, cookie: string): void {
  reply.headers['set-cookie'] = [...[reply.headers['set-cookie'] ?? []].flat(), cookie];
}

async function checkAccess(
  parts: ListenerParts,
  visit: Visit,
  access: string,
  reader: Reader | null,
  streams: boolean,
): Promise<Reply | null> {
  if (access === 'demo') {
    const local = LOOPBACK_PEER.test(visit.request.socket.remoteAddress ?? '');
    return parts.demo && visit.hub.isDemo && local ? null : parts.pages.notFound(visit);
  }
  return access === 'public' || reader ? null : askToSignIn(parts.pages, visit, streams);
}

function refuseForged(request: IncomingMessage, hub: Hub): void {
  const verdict = checkOrigin({
    method: request.method ?? 'POST',
    originHeader: request.headers.origin,
    secFetchSite: request.headers['sec-fetch-site'] as string | undefined,
    expectedOrigins: [hub.origin],
  });
  if (verdict === 'forged') throw refuse('forged', { status: 403 });
}

async function failed(parts: ListenerParts, visit: Visit, error: unknown): Promise<Reply> {
  const values = await typed(visit);
  if (error instanceof FormRefusal) {
    const code = error.status === 413 ? 'too-large' : error.status === 408 ? 'too-fast' : 'broken-text';
    return parts.pages.refused(visit, visit.problem(refuse(code, { status: error.status })), {});
  }
  if (error instanceof Refusal) {
    if (error.status === 401) {
      const path = visit.url.pathname + visit.url.search;
      return visit.request.method === 'POST' ? parts.pages.resume(visit, { path, values }) : toSignIn(visit);
    }
    return parts.pages.refused(visit, visit.problem(error), values);
  }
  if (databaseAway(error)) {
    parts.log.warn('the database is away', { requestId: visit.requestId, error });
    return parts.pages.away(visit, values);
  }
  parts.log.error('a request failed', { requestId: visit.requestId, error });
  return parts.pages.fault(visit, values);
}

/** What was typed, for the pages that give it back; empty when no form was read. */
async function typed(visit: Visit): Promise<Record<string, string>> {
  if (visit.request.method !== 'POST' || !visit.formRead) return {};
  try {
    const form = await visit.form();
    return Object.fromEntries([...form.entries()].map(([name, value]) => [name, String(value)]));
  } catch {
    return {};
  }
}

/** Kept pages differ by host, address and language; the host stands for hub and origin. */
export function cacheKey(host: string | undefined, url: string, lang: Lang): string {
  return `${lang} ${host ?? ''}${url}`;
}
