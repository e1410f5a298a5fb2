/** X8: an answer with its entity tag: whoever has it already is told so and sent nothing. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Reply } from '#kernel/web/reply.ts';

export interface Entity {
  /** JSON; null: there is nothing to say */
  body: string | null;
  /** the same for everybody */
  isPublic: boolean;
  /** path of the next page of a list */
  next?: string | null;
}

export function answerReply(request: IncomingMessage, { body, isPublic, next }: Entity): Reply {
  if (body === null) return { status: 204, headers: { 'cache-control': 'no-store' }, body: null };
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': isPublic ? 'public, no-cache' : 'private, no-cache',
    vary: 'authorization, accept-encoding',
  };
  if (next) headers.link = `<${next}>; rel="next"`;
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 200, headers, body };
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  headers.etag = etag;
  return isKnown(request.headers['if-none-match'], etag)
    ? { status: 304, headers, body: null }
    : { status: 200, headers, body };
}

/** Compared weakly (RFC 9110, 13.1.2). */
function isKnown(known: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return (known ?? '').split(',').some((one) => one.trim() === '*' || bare(one) === bare(etag));
}
