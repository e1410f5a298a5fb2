// Serves X12: answers that may be seconds old, made from a replica of the database. What this process knows to be over is never
// given, let alone kept: then, as for everything that isn't a plain page, the same is made again from the primary.
import type { IncomingMessage } from 'node:http';
import type { Reads, Replica } from '../database/replica.ts';
import type { Route } from '../module.ts';
import { type PageCache, type RenderTicket, scopedTag } from '../page-cache.ts';
import { readCookie, serialiseCookie } from './cookies.ts';
import type { Reply } from './reply.ts';
import type { Visit } from './visit.ts';

const WROTE_COOKIE = 'minna_wrote';
/** Longer than a replica that is read from may be behind. */
const WROTE_SECONDS = 10;

/** For whoever has just sent a form: what this browser asks for next is read from the primary, whichever process it comes to. */
export function wroteCookie(secure: boolean): string {
  return serialiseCookie(WROTE_COOKIE, '1', { secure, maxAgeSeconds: WROTE_SECONDS });
}

/** Nobody in particular asks, who has sent nothing lately. */
export function mayBeOlder({ headers, method }: IncomingMessage, secure: boolean): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && !headers.authorization && readCookie(headers.cookie, WROTE_COOKIE, { secure }) === undefined;
}

const LIST = /\.(csv|tsv|json|geojson|atom|ics|zip)$/;

/**
 * What everybody reads alike, and what does nothing when it is asked for: it may be made twice. Addresses of letters (keys that can be
 * used once) and the journal's files (whose readers hold one answer against the one before) are not among it.
 */
export function mayLag({ method, access, cached, path }: Route): boolean {
  return method === 'GET' && access === 'public' && (cached === true || LIST.test(path));
}

export interface Made<Answer> {
  visit: Visit;
  answer: Answer;
}

/** Makes an answer from the replica; null: it has to be made from the primary. The ticket is what the answer may be kept with. */
export type FromReplica = <Answer>(
  make: (reads: Reads) => Promise<Made<Answer>>,
  isGood: (answer: Answer) => boolean,
) => Promise<(Made<Answer> & { ticket: RenderTicket }) | null>;

/** `ticket`: of the moment before anything was read for this request. */
export function fromReplica(replica: Replica, cache: PageCache, ticket: RenderTicket): FromReplica {
  return async (make, isGood) => {
    const reading = replica.reading();
    if (!reading) return null;
    try {
      const made = await make(reading);
      // What isn't there, has moved or is refused may be so for a moment only.
      if (!isGood(made.answer)) return refused('other');
      const reached = reading.reached();
      const known = reached === 'primary' ? ticket : reached && older(ticket, reached.ticket);
      const { hub, tags } = made.visit;
      const shown = [...tags].map((tag) => scopedTag(hub.id, tag));
      if (known === null || cache.changedSince(known, shown)) return refused('over');
      replica.count('given');
      return { ...made, ticket: known };
    } catch {
      return refused('other');
    }
  };

  function refused(use: 'over' | 'other'): null {
    replica.count(use);
    return null;
  }
}

function older(one: RenderTicket, other: RenderTicket): RenderTicket {
  return one.epoch < other.epoch || (one.epoch === other.epoch && one.seq <= other.seq) ? one : other;
}

export function isPlain({ status }: Reply): boolean {
  return status === 200;
}
