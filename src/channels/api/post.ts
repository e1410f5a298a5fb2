/** X8: one message on its way to an address somebody gave: followed nowhere, waited for briefly, its answer not read. */

import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { PrivateAddress, publicLookup, refusesUrl } from '#commons/programs/index.ts';

export interface Tried {
  /** what was answered; null: nothing */
  status: number | null;
  failure: 'private-address' | 'no-address' | 'too-slow' | 'unreachable' | null;
}

export type Sender = (
  url: string,
  body: string,
  headers: Record<string, string>,
  allowsPrivate: boolean,
) => Promise<Tried>;

const PATIENCE_MS = 15_000;

export const post: Sender = (url, body, headers, allowsPrivate) => {
  // Names may have come to mean something else since the webhook was added, and rules may have become stricter.
  if (refusesUrl(url, allowsPrivate)) return Promise.resolve({ status: null, failure: 'private-address' });
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const settle = (tried: Tried) => {
      clearTimeout(timer);
      resolve(tried);
      sent.destroy();
    };
    const sent = request(url, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Minna-Webhooks/1',
      },
      agent: false,
      ...(allowsPrivate ? {} : { lookup: publicLookup() }),
    });
    const timer = setTimeout(() => settle({ status: null, failure: 'too-slow' }), PATIENCE_MS);
    sent.on('response', (response) => settle({ status: response.statusCode ?? null, failure: null }));
    sent.on('error', (error) => settle({ status: null, failure: failureOf(error) }));
    sent.end(body);
  });
};

function failureOf(error: NodeJS.ErrnoException): Tried['failure'] {
  if (error instanceof PrivateAddress) return 'private-address';
  return error.code === 'ENOTFOUND' ? 'no-address' : 'unreachable';
}
