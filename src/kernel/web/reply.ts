/** An answer to a request, before it is written to the wire. */
import type { Readable } from 'node:stream';
import type { Piece } from './pieces.ts';

export interface Reply {
  status: number;
  headers: Record<string, string | string[]>;
  /** pieces: compressed already */
  body: string | Buffer | Readable | readonly Piece[] | null;
}

export function text(body: string, type = 'text/plain; charset=utf-8', status = 200): Reply {
  return { status, headers: { 'content-type': type }, body };
}

export function json(value: unknown, status = 200, type = 'application/json; charset=utf-8'): Reply {
  return { status, headers: { 'content-type': type }, body: JSON.stringify(value) };
}

/** After a successful write: 303, so that reloading never repeats the act. */
export function seeOther(location: string, cookies: string[] = []): Reply {
  return { status: 303, headers: { location, ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}) }, body: null };
}

export function movedTo(location: string): Reply {
  return { status: 301, headers: { location }, body: null };
}

/** A file to save; `name` may be Japanese (RFC 6266 both ways). */
export function download(body: string | Buffer | Readable, type: string, name: string): Reply {
  const ascii = name.replace(/[^\w.-]+/g, '_');
  return {
    status: 200,
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    body,
  };
}
