/**
 * X8: answers programs. Who asks is known by a token alone, never by a cookie; what it may do and see is decided by the same use cases
 * and reads as on the pages.
 */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { bearerOf } from '#commons/programs/index.ts';
import type { ApiOperation } from '#kernel/api.ts';
import type { Hub } from '#kernel/context.ts';
import { isUuid, shortId } from '#kernel/ids.ts';
import type { Log } from '#kernel/log.ts';
import { FloodGate } from '#kernel/rate-limiter.ts';
import { Refusal, refuse as refuseKernel } from '#kernel/refusal.ts';
import { databaseAway } from '#kernel/web/failure.ts';
import type { ProgramAsk } from '#kernel/web/listener-parts.ts';
import { type Reply, text } from '#kernel/web/reply.ts';
import { Routes } from '#kernel/web/router.ts';
import { Visit, type VisitParts } from '#kernel/web/visit.ts';
import { answerReply, type Entity } from './answer.ts';
import { openApiDocument } from './document.ts';
import { readJson, type Sent } from './json-body.ts';
import { problemReply, refuse } from './problem.ts';
import { readToken, type TokenHolder } from './read-token.ts';
import { apiAreas, apiOperations } from './registry.ts';

export const BASE = '/api/v1';

export interface ServingParts {
  isOpen(hub: Hub, name: string): boolean;
  diskLow?: () => boolean;
  log: Log;
}

interface Limits {
  /** without a token, by address */
  reads: FloodGate;
  /** with something that may be a token, by address: guessing ends here */
  bearers: FloodGate;
  /** by token */
  tokenReads: FloodGate;
  acts: FloodGate;
}

/** What the listener is given to answer programs with. */
export function programs(parts: ServingParts): (ask: ProgramAsk) => Promise<{ reply: Reply; route: string }> {
  const byRoute = new Map<string, ApiOperation>();
  const documents = new Map<string, string>();
  const routes = new Routes(
    apiOperations().map((operation) => {
      const { method, access } = operation;
      const path = BASE + operation.path;
      byRoute.set(`${method} ${path}`, operation);
      return { method, path, access, serves: [], handle: () => Promise.reject(new Error('answered by its operation')) };
    }),
  );
  const limits: Limits = {
    reads: new FloodGate({ perSecond: 5, burst: 200 }),
    bearers: new FloodGate({ perSecond: 40, burst: 800 }),
    tokenReads: new FloodGate({ perSecond: 20, burst: 400 }),
    acts: new FloodGate({ perSecond: 2, burst: 120 }),
  };
  return async (ask) => {
    const method = ask.request.method === 'HEAD' ? 'GET' : (ask.request.method ?? 'GET');
    const path = ask.url.pathname;
    const problem = (refusal: Refusal) =>
      problemReply({
        refusal,
        sentence: (item) => ask.sentence(ask.lang, refusal.module, item),
        requestId: ask.requestId,
        isRead: method === 'GET',
      });
    let route = 'none';
    try {
      if (ask.hub.movedTo) throw refuse('moved', { status: 410, facts: { to: ask.hub.movedTo } });
      if (method === 'OPTIONS') return { reply: preflight(), route: 'OPTIONS' };
      if (method === 'GET' && path === `${BASE}/openapi.json`) {
        const body = answerReply(ask.request, { body: documentOf(documents, ask.hub.origin), isPublic: true });
        return { reply: shared(body), route: 'GET /api/v1/openapi.json' };
      }
      const match = routes.match(method, path);
      if (!match) throw missing(routes, method, path);
      route = `${method} ${match.route.path}`;
      const operation = byRoute.get(route)!;
      const entity = await carryOut(parts, limits, ask, operation, match.params);
      return { reply: shared(answerReply(ask.request, entity)), route };
    } catch (error) {
      return { reply: shared(withAllowed(problem(refusalOf(parts, ask, error)), routes, method, path)), route };
    }
  };
}

async function carryOut(
  serving: ServingParts,
  limits: Limits,
  ask: ProgramAsk,
  operation: ApiOperation,
  params: Record<string, string>,
): Promise<Entity> {
  const { hub, now, request } = ask;
  const bearer = bearerOf(request.headers.authorization);
  if (!LOOPBACK.test(ask.peer)) slow(bearer ? limits.bearers : limits.reads, ask.peer, now);
  const holder = bearer ? await readToken(ask.hubwise, bearer, hub, now) : null;
  if (bearer !== null && !holder) throw refuse('token-unknown', { status: 401 });
  permit(operation, holder);
  if (operation.function !== undefined && !serving.isOpen(hub, operation.function))
    throw refuse('function-closed', { status: 404 });
  const isAct = operation.kind === 'act';
  if (holder) slow(isAct ? limits.acts : limits.tokenReads, holder.reader.sessionId, now);
  if (isAct && serving.diskLow?.()) throw refuse('no-room', { status: 503 });
  // Whoever sends a condition relies on it: an act that went past it could write over what somebody else wrote.
  if (isAct && CONDITIONS.some((name) => name in request.headers)) throw refuse('precondition', { status: 412 });
  const body = isAct ? (operation.streams ? NOTHING : await readJson(request)) : null;
  const { fromReplica, ...parts } = ask;
  const visitOf = (more: Partial<VisitParts> = {}) =>
    new Visit({ ...parts, cookies: new Map(), reader: holder?.reader ?? null, params: withRefs(params), ...more });
  if (!body) {
    const make = async (visit: Visit) => ({ visit, answer: shaped(operation, await operation.run(visit, {})) });
    const older = holder
      ? null
      : await fromReplica?.(
          (reads) => make(visitOf({ reads })),
          () => true,
        );
    const { visit, answer } = older ?? (await make(visitOf()));
    return {
      body: JSON.stringify(answer),
      isPublic: !holder,
      ...(operation.kind === 'list' ? { next: nextOf(visit, answer) } : {}),
    };
  }
  const visit = visitOf(holder ? sentOnce(ask, holder, body) : {});
  const given = shaped(operation, await done(operation, visit, body));
  return { body: given === undefined || given === null ? null : JSON.stringify(given), isPublic: false };
}

/** What the document says is what is answered: nothing more of a row gets out, and nothing less. */
function shaped({ kind, answer }: ApiOperation, found: unknown): unknown {
  if (!answer) return null;
  return (kind === 'list' ? z.object({ items: z.array(answer), next: z.string().nullable() }) : answer).parse(found);
}

function documentOf(made: Map<string, string>, origin: string): string {
  let document = made.get(origin);
  if (document === undefined) {
    document = JSON.stringify(openApiDocument(apiAreas(), origin));
    made.set(origin, document);
  }
  return document;
}

/** A key that was used for something else is the sender's mistake, not a forgery. */
async function done(operation: ApiOperation, visit: Visit, body: Sent): Promise<unknown> {
  try {
    return await operation.run(visit, body.value);
  } catch (error) {
    const isReused = error instanceof Refusal && error.module === 'kernel' && error.all[0]?.code === 'forged';
    throw isReused ? refuse('key-reused', { status: 409 }) : error;
  }
}

function permit(operation: ApiOperation, holder: TokenHolder | null): void {
  if (operation.access === 'public') return;
  if (!holder) throw refuse('no-token', { status: 401 });
  const { scope } = operation;
  if (scope !== null && !holder.scopes.has(scope)) throw refuse('scope', { status: 403, facts: { scope } });
}

function slow(gate: FloodGate, who: string, now: Date): void {
  if (!gate.admit(who, now)) throw refuseKernel('too-fast', { status: 429, facts: { minutes: 1 } });
}

// Whatever stands on this machine (a proxy that isn't declared) speaks for many.
const LOOPBACK = /^(::1|127\.|::ffff:127\.)/;

/** Forms with files are read as they come. */
const NOTHING: Sent = { value: {}, bytes: Buffer.alloc(0) };

const CONDITIONS = ['if-match', 'if-unmodified-since'];

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The sender's key becomes the number that forms carry; two people's equal keys are two numbers. */
function sentOnce(ask: ProgramAsk, { reader }: TokenHolder, { bytes }: Sent) {
  const key = ask.request.headers['idempotency-key'];
  if (key === undefined) return {};
  if (typeof key !== 'string' || !KEY.test(key)) throw refuse('bad-key', { status: 400 });
  const hash = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
  const number = hash(JSON.stringify([reader.person.id, reader.acting.id, key]));
  const once = number.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
  return { sent: { once, print: hash(Buffer.concat([Buffer.from(`${ask.url.pathname}\n`), bytes])) } };
}

/** Pages know things by ref; programs may name them by id as well. */
function withRefs(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      (name === 'ref' || name === 'debate') && isUuid(value) ? shortId(value) : value,
    ]),
  );
}

function nextOf(visit: Visit, found: unknown): string | null {
  const { next } = found as { next: string | null };
  if (next === null) return null;
  const url = new URL(visit.url);
  url.searchParams.set('after', next);
  return url.pathname + url.search;
}

function missing(routes: Routes, method: string, path: string): Refusal {
  return routes.otherMethods(method, path).length > 0
    ? refuse('wrong-method', { status: 405 })
    : refuse('no-such-address', { status: 404 });
}

function withAllowed(reply: Reply, routes: Routes, method: string, path: string): Reply {
  if (reply.status === 405) reply.headers.allow = [...routes.otherMethods(method, path), 'OPTIONS'].join(', ');
  return reply;
}

function refusalOf(parts: ServingParts, ask: ProgramAsk, error: unknown): Refusal {
  if (error instanceof Refusal) {
    const signIn = error.module === 'kernel' && error.all[0]?.code === 'sign-in';
    return signIn ? refuse('no-token', { status: 401 }) : error;
  }
  const { requestId } = ask;
  if (databaseAway(error)) {
    parts.log.warn('the database is away', { requestId, error });
    return refuse('no-room', { status: 503 });
  }
  parts.log.error('a request of a program failed', { requestId, error });
  return refuse('fault', { status: 500 });
}

// Nothing is told apart by cookies here, so any site's scripts may ask; a token they must bring themselves.
function shared(reply: Reply): Reply {
  return {
    ...reply,
    headers: {
      ...reply.headers,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'link, etag, retry-after, x-request-id',
    },
  };
}

function preflight(): Reply {
  const reply = shared({ ...text(''), status: 204, body: null });
  return {
    ...reply,
    headers: {
      ...reply.headers,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-none-match',
      'access-control-max-age': '86400',
    },
  };
}
