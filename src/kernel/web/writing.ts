/** Writing answers: compressed once, with an entity tag, headers of safety, and HEAD without a body. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { securityHeaders } from './headers.ts';
import { gzipOf, type Piece, plainOf } from './pieces.ts';
import type { Reply } from './reply.ts';

/** A ready-made answer: body compressed with gzip where that pays. */
export interface Served {
  status: number;
  /** name, value, name, value… without content-length, etag and set-cookie */
  headers: readonly string[];
  body: Buffer;
  gzipped: boolean;
  etag: string;
}

const COMPRESSIBLE =
  /^(text\/|application\/(json|problem\+json|xml|atom\+xml|ld\+json|manifest\+json|javascript)|image\/svg)/;
const SMALL = 1000;

/** Writes a ready-made answer; the status it was given is returned. */
export function writeKept(
  request: IncomingMessage,
  response: ServerResponse,
  entry: Served,
  setCookie: string | null,
): number {
  if (!setCookie && hasAlready(request.headers['if-none-match'], entry.etag)) {
    response.writeHead(304, [...stillTrue(entry.headers), 'etag', entry.etag]).end();
    return 304;
  }
  const plain = entry.gzipped && !acceptsGzip(request);
  const body = plain ? gunzipSync(entry.body) : entry.body;
  const headers = [...entry.headers, 'etag', entry.etag, 'content-length', String(body.length)];
  if (entry.gzipped && !plain) headers.push('content-encoding', 'gzip');
  if (setCookie) headers.push('set-cookie', setCookie);
  response.writeHead(entry.status, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
  return entry.status;
}

/** What a reader keeps is compared weakly (RFC 9110, 13.1.2): a proxy that compressed it again calls it so. */
function hasAlready(known: string | undefined, etag: string): boolean {
  if (known === undefined || known === etag) return known !== undefined;
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

/** What has to stand on a 304 as it stood on the 200 (RFC 9110, 15.4.5), or a cache on the way would forget what the page depends on. */
const STANDS_ON_304 = new Set(['cache-control', 'vary', 'expires', 'content-location', 'date']);

function stillTrue(headers: readonly string[]): string[] {
  return headers.flatMap((name, at) =>
    at % 2 === 0 && STANDS_ON_304.has(name.toLowerCase()) ? [name, headers[at + 1]!] : [],
  );
}

interface Writing {
  requestId: string;
  secure: boolean;
  keep?: ((served: Served) => void) | undefined;
}

export async function writeReply(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  { requestId, secure, keep }: Writing,
): Promise<number> {
  const headers: Record<string, string | string[]> = {
    ...securityHeaders(secure),
    'cache-control': 'private, no-cache',
    vary: 'cookie, accept-language, accept-encoding',
    'x-request-id': requestId,
    ...reply.headers,
  };
  if (reply.body instanceof Readable) {
    response.writeHead(reply.status, headers);
    if (request.method === 'HEAD') {
      reply.body.destroy();
      response.end();
    } else await pipeline(reply.body, response).catch(unlessGone);
    return reply.status;
  }
  if (isPieces(reply.body)) {
    const gzipped = acceptsGzip(request);
    const body = gzipped ? gzipOf(reply.body) : plainOf(reply.body);
    if (gzipped) headers['content-encoding'] = 'gzip';
    headers['content-length'] = String(body.length);
    response.writeHead(reply.status, headers);
    response.end(request.method === 'HEAD' ? undefined : body);
    return reply.status;
  }
  const identity = typeof reply.body === 'string' ? Buffer.from(reply.body) : (reply.body ?? Buffer.alloc(0));
  const type = String(headers['content-type'] ?? '');
  if (reply.status === 200 && !headers.etag && SUBSCRIBED.test(type)) {
    const etag = etagOf(identity);
    headers.etag = etag;
    if (hasAlready(request.headers['if-none-match'], etag)) {
      response.writeHead(304, [...stillTrue(flat(headers)), 'etag', etag]).end();
      return 304;
    }
  }
  const gzipped = identity.length > SMALL && COMPRESSIBLE.test(type) && (keep !== undefined || acceptsGzip(request));
  // A kept page is compressed once and sent often; another is compressed for one reader, while others wait.
  const body = gzipped ? gzipSync(identity, { level: keep ? 6 : constants.Z_BEST_SPEED }) : identity;
  if (keep && reply.status === 200) {
    delete headers['x-request-id'];
    const etag = etagOf(identity);
    // The cookie of this reader is not part of what everybody gets.
    const setCookie = reply.headers['set-cookie'];
    const served: Served = {
      status: 200,
      headers: shared(flat({ ...headers, 'set-cookie': [] })),
      body,
      gzipped,
      etag,
    };
    keep(served);
    return writeKept(request, response, served, setCookie ? String(setCookie) : null);
  }
  if (gzipped) headers['content-encoding'] = 'gzip';
  headers['content-length'] = String(body.length);
  response.writeHead(reply.status, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
  return reply.status;
}

/** What programs ask for again and again: whoever has it already is told so. */
const SUBSCRIBED = /^(application\/(atom\+xml|feed\+json|geo\+json)|text\/calendar)\b/;

const etagOf = (body: Buffer): string => `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** Whoever hangs up in the middle of a file has seen enough of it; that is no failure of ours. */
function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}

function isPieces(body: Reply['body']): body is readonly Piece[] {
  return Array.isArray(body);
}

const lists = new Map<string, readonly string[]>();

/** Pages differ in their bodies; the few different lists of headers are kept once for all of them. */
function shared(headers: readonly string[]): readonly string[] {
  const key = headers.join('\n');
  const known = lists.get(key);
  if (known) return known;
  if (lists.size >= 100) lists.clear();
  lists.set(key, headers);
  return headers;
}

function flat(headers: Record<string, string | string[]>): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    Array.isArray(value) ? value.flatMap((one) => [name, one]) : [name, value],
  );
}

function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
}
