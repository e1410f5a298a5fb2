/**
 * X8, F1.3: something fetched from an address that somebody else wrote: only out in the world, only over http(s) and its usual ports, as
 * long and as much as is said; each step of a redirection is looked at like the first.
 */
import type { lookup as lookUp } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, PrivateAddress, publicLookup } from './addresses.ts';

export type FetchFailure =
  | 'private-address'
  | 'no-address'
  | 'too-slow'
  | 'unreachable'
  | 'too-large'
  | 'redirected'
  | 'refused';

export type Fetched = { bytes: Buffer; type: string; failure: null } | { failure: FetchFailure };

export interface PublicAsk {
  mostBytes: number;
  /** for everything together, default 15,000 */
  patienceMs?: number;
  /** default 3 */
  mostRedirects?: number;
  accept?: string;
  /** which addresses may be connected to; public ones, unless told otherwise */
  permits?: (address: string) => boolean;
  find?: typeof lookUp;
  /** besides 80 and 443 */
  ports?: readonly string[];
}

/** Never throws: what went wrong is told. */
export async function fetchPublic(address: string, ask: PublicAsk): Promise<Fetched> {
  const giveUp = AbortSignal.timeout(ask.patienceMs ?? 15_000);
  let next = address;
  for (let step = 0; step <= (ask.mostRedirects ?? 3); step += 1) {
    const url = URL.parse(next);
    if (!url || !mayBeAsked(url, ask)) return { failure: 'private-address' };
    const got = await get(url, ask, giveUp);
    if (!('location' in got)) return got;
    next = URL.parse(got.location, url.href)?.href ?? '';
  }
  return { failure: 'redirected' };
}

function mayBeAsked(url: URL, { permits = isPublicAddress, ports = [] }: PublicAsk): boolean {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  if (url.username !== '' || url.password !== '') return false;
  if (url.port !== '' && !ports.includes(url.port)) return false;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 || permits(host);
}

function get(url: URL, ask: PublicAsk, signal: AbortSignal): Promise<Fetched | { location: string }> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const asked = request(url, {
      headers: { accept: ask.accept ?? '*/*', 'user-agent': 'Minna/1', 'accept-encoding': 'identity' },
      agent: false,
      signal,
      lookup: publicLookup(ask.find, ask.permits),
    });
    asked.on('response', (response) => {
      const { statusCode = 0, headers } = response;
      const isOver = () => asked.destroy();
      if (statusCode >= 300 && statusCode < 400 && headers.location) {
        resolve({ location: headers.location });
        isOver();
      } else if (statusCode !== 200) {
        resolve({ failure: 'refused' });
        isOver();
      } else
        taken(response, ask.mostBytes).then(resolve, (error: unknown) =>
          resolve({ failure: failureOf(error, signal) }),
        );
    });
    asked.on('error', (error) => resolve({ failure: failureOf(error, signal) }));
    asked.end();
  });
}

async function taken(response: IncomingMessage, mostBytes: number): Promise<Fetched> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > mostBytes) {
      response.destroy();
      return { failure: 'too-large' };
    }
    pieces.push(piece);
  }
  return { bytes: Buffer.concat(pieces), type: response.headers['content-type'] ?? '', failure: null };
}

function failureOf(error: unknown, signal: AbortSignal): FetchFailure {
  if (signal.aborted) return 'too-slow';
  if (error instanceof PrivateAddress) return 'private-address';
  return (error as NodeJS.ErrnoException).code === 'ENOTFOUND' ? 'no-address' : 'unreachable';
}
