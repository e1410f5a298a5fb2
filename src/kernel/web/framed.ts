// Serves X12: pages with personal parts on their way out: filled for one reader, or kept as a frame for all who are signed in.
import type { Reader } from '../context.ts';
import type { Hubwise } from '../database/database.ts';
import type { PageCache, RenderTicket } from '../page-cache.ts';
import { Frame } from './frame.ts';
import { fillParts, NOBODY, ownOf } from './personal-parts.ts';
import type { Reply } from './reply.ts';
import type { Visit } from './visit.ts';

/** `reply` with the parts of `visit` as `reader` sees them. */
export async function filled(visit: Visit, reader: Reader | null, reply: Reply): Promise<Reply> {
  if (visit.parts.length === 0 || typeof reply.body !== 'string') return reply;
  const own = await ownOf(reader, visit.ownReads, (work) => visit.read(work));
  return { ...reply, body: fillParts(reply.body, visit.parts, own) };
}

/** The same for a page that tells of a failure: nothing is read any more. */
export function filledAfterFailure(visit: Visit, reader: Reader | null, reply: Reply): Reply {
  if (visit.parts.length === 0 || typeof reply.body !== 'string') return reply;
  return { ...reply, body: fillParts(reply.body, visit.parts, { ...NOBODY, reader }) };
}

export interface FrameKeeping {
  cache: PageCache;
  hubwise: Hubwise;
  hubId: number;
  key: string;
  now: Date;
}

interface KeptFrame extends Frame {
  headers: Reply['headers'];
}

/** The page for `reader` out of the frame that is kept, or null when there is none. */
export async function fromFrame(
  { cache, hubwise, hubId, key, now }: FrameKeeping,
  reader: Reader,
): Promise<Reply | null> {
  const frame = cache.lookup(key, now.getTime())?.frame as KeptFrame | undefined;
  if (!frame) return null;
  const own = await ownOf(reader, frame.reads, (work) => hubwise.read(hubId, work));
  const body = frame.pieces(own);
  cache.grown(key);
  return { status: 200, headers: { ...frame.headers }, body };
}

/** Keeps `reply` as a frame, if it may be kept, and gives the page for `reader`. */
export async function intoFrame(
  { cache, hubId, key }: FrameKeeping,
  ticket: RenderTicket,
  visit: Visit,
  reader: Reader,
  reply: Reply,
): Promise<Reply> {
  const { body, headers, status } = reply;
  const isKeepable = status === 200 && typeof body === 'string' && !headers['set-cookie'] && visit.tags.size > 0;
  if (!isKeepable || !cache.isEnabled) return filled(visit, reader, reply);
  const frame = Object.assign(new Frame(body, visit.parts, visit.ownReads), { headers: { ...headers } });
  const own = await ownOf(reader, visit.ownReads, (work) => visit.read(work));
  const pieces = frame.pieces(own);
  cache.store(key, ticket, {
    status,
    headers: [],
    body: Buffer.alloc(0),
    gzipped: false,
    etag: '',
    tags: [...visit.tags].map((tag) => `${hubId}:${tag}`),
    validUntil: visit.validUntil?.getTime() ?? Number.POSITIVE_INFINITY,
    frame,
  });
  return { ...reply, body: pieces };
}
