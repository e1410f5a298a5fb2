// Serves X12 and P4 (everything public is quick to read): anonymous pages are kept whole, ready to be sent, and are exact
// to the delivery of an invalidation. A page that is rendered while its data changes is never kept: each process counts the
// invalidations that reach it; a render notes the count before its first query, and is stored only if none of its
// tags has been invalidated since. What tells this process of changes is `page-cache-listener.ts`.

import { AskedBefore } from './asked-before.ts';

/**
 * An answer as it goes out. `headers` is name, value, name, value… without the entity tag; many answers share one such list.
 * `body` is compressed when `gzipped`.
 */
export interface ReadyAnswer {
  status: number;
  headers: readonly string[];
  body: Buffer;
  gzipped: boolean;
  etag: string;
}

export interface KeptPage extends ReadyAnswer {
  /** A page for people who are signed in, to be put together for each; `body` is empty then. */
  frame?: { readonly bytes: number };
  /** What the page shows, each tag with its hub (`scopedTag`). */
  tags: readonly string[];
  /** Milliseconds since 1970; from then on the page is rendered anew. `Infinity`: only an invalidation ends it. */
  validUntil: number;
}

/** Taken before the first query of a render, handed back with its page. */
export interface RenderTicket {
  readonly seq: number;
  readonly epoch: number;
}

export interface PageCacheOptions {
  /** Bytes of keys, headers, tags and bodies together, default 90 MB. Pages nobody asked for lately go first. */
  maxBytes?: number;
  /** How many tags are remembered with the count of their last invalidation, default 50,000. */
  maxTags?: number;
  /** False, the default: nothing is kept until the listener is connected and calls `enable`. */
  enabled?: boolean;
}

/** Counts since the start, and what is kept now. */
export interface PageCacheFigures {
  enabled: boolean;
  pages: number;
  bytes: number;
  hits: number;
  misses: number;
  stores: number;
  /** Pages not kept: changed while they were rendered, keeping switched off, too large, or asked with a question nobody had before. */
  refusedStores: number;
  /** Pages dropped for room, by age (`validUntil`) or by invalidation. */
  evictions: number;
  invalidations: number;
}

/** A tag belongs to a hub: those of two hubs are never the same. */
export function scopedTag(hubId: number, tag: string): string {
  return `${hubId}:${tag}`;
}

interface Held extends KeptPage {
  bytes: number;
  asked: boolean;
}

// Maps, the page object and the buffer around the bytes that are counted one by one.
const OVERHEAD_BYTES = 600;

function bytesOf(key: string, page: KeptPage): number {
  // Letters of keys, tags and entity tags are all of one byte. Headers are shared.
  let letters = key.length + page.etag.length;
  for (const tag of page.tags) letters += tag.length;
  return page.body.length + (page.frame?.bytes ?? 0) + letters + OVERHEAD_BYTES;
}

export class PageCache {
  readonly #maxBytes: number;
  readonly #maxTags: number;
  /** In the order in which room is made; a page asked for since its last turn gets another (moving it at each hit cost a tenth of all). */
  readonly #pages = new Map<string, Held>();
  /** Most tags belong to one page: its key stands alone then. */
  readonly #keysOfTag = new Map<string, string | Set<string>>();
  readonly #questions = new AskedBefore();
  /** In the order of their last invalidation. */
  readonly #seqOfTag = new Map<string, number>();
  /** No forgotten tag was invalidated later than this. */
  #forgottenSeq = 0;
  #seq = 0;
  #epoch = 0;
  #enabled: boolean;
  #bytes = 0;
  readonly #counts = { hits: 0, misses: 0, stores: 0, refusedStores: 0, evictions: 0, invalidations: 0 };

  constructor({ maxBytes = 90 * 1024 * 1024, maxTags = 50_000, enabled = false }: PageCacheOptions = {}) {
    this.#maxBytes = maxBytes;
    this.#maxTags = maxTags;
    this.#enabled = enabled;
  }

  /**
   * To be called before the first query of a render; what is read afterwards comes from the primary database. A render that reads
   * from a replica needs the ticket of a moment that the replica has reached (`positions.ts`).
   */
  begin(): RenderTicket {
    return { seq: this.#seq, epoch: this.#epoch };
  }

  /**
   * Keeps a rendered page, unless it may have become old while it was rendered. Tells whether it is kept. One whose address holds a
   * question is kept when it was asked a second time: anybody can make up any number of them.
   */
  store(key: string, ticket: RenderTicket, page: KeptPage): boolean {
    const bytes = bytesOf(key, page);
    const isNew = key.includes('?') && !this.#questions.has(key);
    if (isNew || !this.#enabled || bytes > this.#maxBytes / 8 || this.changedSince(ticket, page.tags)) {
      this.#counts.refusedStores += 1;
      return false;
    }
    this.#drop(key);
    this.#pages.set(key, { ...page, body: ownCopy(page.body), bytes, asked: false });
    this.#bytes += bytes;
    for (const tag of page.tags) this.#note(tag, key);
    this.#counts.stores += 1;
    this.#makeRoom();
    return true;
  }

  /** True when something that these (scoped) tags name has changed since, or may have. */
  changedSince(ticket: RenderTicket, tags: readonly string[]): boolean {
    if (ticket.epoch !== this.#epoch) return true;
    return tags.some((tag) => (this.#seqOfTag.get(tag) ?? this.#forgottenSeq) > ticket.seq);
  }

  /** To be called when the frame kept under this key may have grown. */
  grown(key: string): void {
    const page = this.#pages.get(key);
    if (!page) return;
    const bytes = bytesOf(key, page);
    this.#bytes += bytes - page.bytes;
    page.bytes = bytes;
    this.#makeRoom();
  }

  /** False while nothing is kept. */
  get isEnabled(): boolean {
    return this.#enabled;
  }

  /** The page to send, or null. `now` in milliseconds since 1970. */
  lookup(key: string, now: number): KeptPage | null {
    const page = this.#pages.get(key);
    if (page && now < page.validUntil) {
      page.asked = true;
      this.#counts.hits += 1;
      return page;
    }
    if (page) this.#evict(key);
    this.#counts.misses += 1;
    return null;
  }

  /** Drops every page that shows one of these (scoped) tags, and keeps those from being kept that are being rendered. */
  invalidate(tags: readonly string[]): void {
    this.#counts.invalidations += tags.length;
    for (const tag of tags) {
      this.#seq += 1;
      this.#seqOfTag.delete(tag);
      this.#seqOfTag.set(tag, this.#seq);
      const keys = this.#keysOfTag.get(tag);
      if (typeof keys === 'string') this.#evict(keys);
      else for (const key of keys ?? []) this.#evict(key);
    }
    for (const [tag, seq] of this.#seqOfTag) {
      if (this.#seqOfTag.size <= this.#maxTags) break;
      this.#seqOfTag.delete(tag);
      this.#forgottenSeq = seq;
    }
  }

  /** Drops everything, also what is being rendered now. */
  invalidateAll(): void {
    this.#counts.invalidations += 1;
    this.#counts.evictions += this.#pages.size;
    this.#epoch += 1;
    this.#pages.clear();
    this.#keysOfTag.clear();
    this.#bytes = 0;
  }

  /** For when changes may go unheard: drops everything and keeps nothing. */
  disable(): void {
    this.#enabled = false;
    this.invalidateAll();
  }

  /** For when every change from now on will be heard. Renders that began before are not kept: they may have missed one. */
  enable(): void {
    this.invalidateAll();
    this.#enabled = true;
  }

  figures(): PageCacheFigures {
    return { enabled: this.#enabled, pages: this.#pages.size, bytes: this.#bytes, ...this.#counts };
  }

  #makeRoom(): void {
    // Those put back come round again at the end, no longer asked for: the loop ends.
    for (const [key, page] of this.#pages) {
      if (this.#bytes <= this.#maxBytes) break;
      if (page.asked) {
        page.asked = false;
        this.#pages.delete(key);
        this.#pages.set(key, page);
      } else this.#evict(key);
    }
  }

  #evict(key: string): void {
    this.#drop(key);
    this.#counts.evictions += 1;
  }

  #drop(key: string): void {
    const page = this.#pages.get(key);
    if (!page) return;
    this.#pages.delete(key);
    this.#bytes -= page.bytes;
    for (const tag of page.tags) {
      const keys = this.#keysOfTag.get(tag);
      if (typeof keys !== 'string') keys?.delete(key);
      if (keys === key || (typeof keys === 'object' && keys.size === 0)) this.#keysOfTag.delete(tag);
    }
  }

  #note(tag: string, key: string): void {
    const keys = this.#keysOfTag.get(tag);
    if (keys === undefined) this.#keysOfTag.set(tag, key);
    else if (typeof keys !== 'string') keys.add(key);
    else if (keys !== key) this.#keysOfTag.set(tag, new Set([keys, key]));
  }
}

/** Compressed bodies are slices of larger buffers, which would stay in memory with them, uncounted. */
function ownCopy(body: Buffer): Buffer {
  if (body.buffer.byteLength === body.length) return body;
  const copy = Buffer.allocUnsafeSlow(body.length);
  body.copy(copy);
  return copy;
}
