/**
 * Serves F1.3: a host of its own, at which one thing of a hub is shown and nothing else. Nobody is signed in there, no cookie is read or
 * set, no other address of the hub is answered. Its pages are kept like those of the hub, under its own name.
 */
import type { IncomingMessage } from 'node:http';
import type { Hub } from '../context.ts';
import { Refusal, refuse } from '../refusal.ts';
import { databaseAway } from './failure.ts';
import { FormRefusal } from './form-data.ts';
import { langOf } from './language.ts';
import type { ListenerParts } from './listener-parts.ts';
import { checkOrigin } from './origin-check.ts';
import { type Reply, text } from './reply.ts';
import { Visit } from './visit.ts';
import type { Served } from './writing.ts';

export interface OwnHost {
  hub: Hub;
  /** scheme and host as the browser sees it */
  origin: string;
  /** the thing shown */
  thingId: string;
}

export interface OwnHosts {
  of(host: string | undefined): OwnHost | null;
  /** Refusals are shown as `refused` says. `path`: of the address, undecoded */
  answer(visit: Visit, own: OwnHost, path: string): Promise<Reply>;
  refused(visit: Visit, own: OwnHost, refusal: Refusal): Promise<Reply>;
}

interface Answered {
  reply: Reply;
  route: string;
  secure: boolean;
  keep?: (served: Served) => void;
}

const METHODS = new Set(['GET', 'HEAD', 'POST']);

export async function answerOwn(
  parts: ListenerParts,
  own: OwnHost,
  asked: { request: IncomingMessage; rawUrl: string; path: string; requestId: string; key: string },
): Promise<Answered> {
  const { request, rawUrl, requestId } = asked;
  const { hub, origin } = own;
  const now = parts.now();
  const ticket = parts.cache.begin();
  const method = request.method ?? 'GET';
  const done = { route: `${method === 'POST' ? 'POST' : 'GET'} own host`, secure: origin.startsWith('https:') };
  const visit = new Visit({
    hub,
    lang: langOf(rawUrl, request.headers),
    reader: null,
    request,
    url: new URL(origin + rawUrl),
    params: {},
    cookies: new Map(),
    now,
    requestId,
    peer: parts.peerOf(request),
    hubwise: parts.hubwise,
    perform: parts.perform,
    assets: parts.assets,
    sentence: parts.sentence,
  });
  try {
    if (!METHODS.has(method))
      return { ...done, reply: { ...text('', undefined, 405), headers: { allow: 'GET, HEAD, POST' } } };
    if (method === 'POST') refuseForeign(request, origin);
    if (!parts.admit(visit.peer, now)) throw refuse('too-fast', { status: 429, facts: { minutes: 1 } });
    if (method === 'POST' && parts.diskLow?.()) return { ...done, reply: text('', undefined, 503) };
    const reply = await parts.ownHosts!.answer(visit, own, asked.path);
    const isKept = method !== 'POST' && reply.status === 200 && visit.tags.size > 0 && !reply.headers['set-cookie'];
    if (!isKept) return { ...done, reply };
    return {
      ...done,
      reply,
      keep: (served) =>
        void parts.cache.store(asked.key, ticket, {
          tags: [...visit.tags].map((tag) => `${hub.id}:${tag}`),
          validUntil: visit.validUntil?.getTime() ?? Number.POSITIVE_INFINITY,
          ...served,
        }),
    };
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal) return { ...done, reply: await parts.ownHosts!.refused(visit, own, refusal) };
    if (databaseAway(error)) parts.log.warn('the database is away', { requestId, error });
    else parts.log.error('a request failed', { requestId, error });
    return { ...done, reply: text('', undefined, databaseAway(error) ? 503 : 500) };
  }
}

function refusalIn(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (!(error instanceof FormRefusal)) return null;
  return refuse(error.status === 413 ? 'too-large' : 'broken-text', { status: error.status });
}

function refuseForeign(request: IncomingMessage, origin: string): void {
  const verdict = checkOrigin({
    method: 'POST',
    originHeader: request.headers.origin,
    secFetchSite: request.headers['sec-fetch-site'] as string | undefined,
    expectedOrigins: [origin],
  });
  if (verdict === 'forged') throw refuse('forged', { status: 403 });
}
