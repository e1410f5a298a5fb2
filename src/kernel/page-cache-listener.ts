// Serves X12: tells this process's page cache what other processes changed. One connection LISTENs; a process that can't
// be sure of hearing every change keeps no page. Sure means: LISTEN was answered, and since then something was heard every
// three seconds at least, for which each process notifies itself every second.
import pg from 'pg';
import { breakOff } from './database/connection.ts';
import type { Log } from './log.ts';
import { type PageCache, scopedTag } from './page-cache.ts';
import { type Positions, PRIMARY_POSITION } from './positions.ts';
import { systemTimers, type Timers } from './timers.ts';

export const PAGES_CHANNEL = 'minna_pages';
export const BEAT_CHANNEL = 'minna_beat';

const BEAT_MS = 1_000;
const SILENCE_MS = 3_000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;
// PostgreSQL takes less than 8,000 bytes.
const PAYLOAD_BYTES = 7_400;

export interface PageCacheListenerOptions {
  cache: Pick<PageCache, 'enable' | 'disable' | 'invalidate' | 'invalidateAll'>;
  /** Where to connect: straight to the server, since a transaction pooler loses LISTEN. */
  connection: pg.ClientConfig;
  log: Log;
  timers?: Timers;
  /** where a replica is read from: told where the primary's log is after each change that is heard, and once a second */
  replica?: { positions: Positions; tickets: Pick<PageCache, 'begin'> };
}

/**
 * Payloads for `pg_notify(PAGES_CHANNEL, payload)` that invalidate the tags of a hub, each short enough; to be sent in
 * the transaction that made the change, or after it.
 */
export function notifyPayloads(hubId: number, tags: readonly string[]): string[] {
  const payloads: string[] = [];
  let part: string[] = [];
  let bytes = 0;
  const close = () => {
    if (part.length > 0) payloads.push(JSON.stringify({ h: hubId, t: part }));
    part = [];
    bytes = 0;
  };
  for (const tag of new Set(tags)) {
    const own = Buffer.byteLength(JSON.stringify(tag)) + 1;
    // A tag too long to be told: forgetting everything is never wrong.
    if (own > PAYLOAD_BYTES) return [JSON.stringify({ all: true })];
    if (bytes + own > PAYLOAD_BYTES) close();
    part.push(tag);
    bytes += own;
  }
  close();
  return payloads;
}

/** Scoped tags of a payload; 'all' when it says so, or can't be understood. */
export function readPayload(payload: string): string[] | 'all' {
  try {
    const { h, t } = JSON.parse(payload) as { h: unknown; t: unknown };
    if (typeof h !== 'number' || !Array.isArray(t) || !t.every((tag) => typeof tag === 'string')) return 'all';
    return t.map((tag) => scopedTag(h, tag));
  } catch {
    return 'all';
  }
}

export class PageCacheListener {
  readonly #options: PageCacheListenerOptions;
  readonly #timers: Timers;
  #client: pg.Client | undefined;
  #timer: unknown;
  #lastHeard = 0;
  #wait = FIRST_WAIT_MS;
  #stopped = true;
  #onListening: (() => void)[] = [];
  /** the primary is being asked where its log is; 'again': more was heard since */
  #asking: 'no' | 'yes' | 'again' = 'no';

  constructor(options: PageCacheListenerOptions) {
    this.#options = options;
    this.#timers = options.timers ?? systemTimers;
  }

  /** Connects in the background, and again whenever the connection is lost. */
  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    void this.#connect();
  }

  /** Resolves as soon as changes are heard and pages are kept: at once, or after the next connection. */
  listening(): Promise<void> {
    if (this.#client) return Promise.resolve();
    return new Promise((resolve) => this.#onListening.push(resolve));
  }

  /** Keeps no more pages and closes the connection. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timers.clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = undefined;
    this.#options.cache.disable();
    this.#options.replica?.positions.clear();
    await client?.end().catch(() => {});
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      ...this.#options.connection,
      application_name: 'minna pages',
      connectionTimeoutMillis: SILENCE_MS,
      keepAlive: true,
    });
    // Before LISTEN is answered a failure shows in the queries below, and only once.
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, new Error('the connection was closed')));
    client.on('notification', ({ channel, payload }) => this.#hear(client, channel, payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${BEAT_CHANNEL}`);
      await client.query(`listen ${PAGES_CHANNEL}`);
    } catch (error) {
      breakOff(client);
      if (!this.#stopped) this.#retry(error);
      return;
    }
    if (this.#stopped) {
      breakOff(client);
      return;
    }
    this.#client = client;
    this.#lastHeard = this.#timers.now();
    this.#wait = FIRST_WAIT_MS;
    this.#options.cache.enable();
    this.#asking = 'no';
    this.#ask(client);
    this.#beat(client);
    for (const resolve of this.#onListening.splice(0)) resolve();
  }

  #hear(client: pg.Client, channel: string, payload: string): void {
    if (client !== this.#client) return;
    this.#lastHeard = this.#timers.now();
    if (channel === PAGES_CHANNEL) {
      const tags = readPayload(payload);
      if (tags === 'all') this.#options.cache.invalidateAll();
      else this.#options.cache.invalidate(tags);
    }
    this.#ask(client);
  }

  /** Whatever was heard is committed, so it stands in the log before the position that is answered now. One question at a time. */
  #ask(client: pg.Client): void {
    const { replica } = this.#options;
    if (!replica || client !== this.#client) return;
    if (this.#asking !== 'no') {
      this.#asking = 'again';
      return;
    }
    this.#asking = 'yes';
    const mark = replica.positions.begin(replica.tickets.begin());
    client.query<{ position: number }>(PRIMARY_POSITION).then(
      ({ rows }) => {
        if (client !== this.#client) return;
        replica.positions.note(mark, rows[0]!.position);
        const isMore = this.#asking === 'again';
        this.#asking = 'no';
        if (isMore) this.#ask(client);
      },
      (error: unknown) => this.#lost(client, error),
    );
  }

  #beat(client: pg.Client): void {
    if (client !== this.#client) return;
    const silence = this.#timers.now() - this.#lastHeard;
    if (silence >= SILENCE_MS) {
      this.#lost(client, new Error(`nothing was heard for ${Math.round(silence)} ms`));
      return;
    }
    client.query(`notify ${BEAT_CHANNEL}`).catch((error: unknown) => this.#lost(client, error));
    this.#timer = this.#timers.setTimeout(() => this.#beat(client), BEAT_MS);
  }

  #lost(client: pg.Client, error: unknown): void {
    if (client !== this.#client) return;
    this.#client = undefined;
    this.#timers.clearTimeout(this.#timer);
    this.#options.cache.disable();
    this.#options.replica?.positions.clear();
    breakOff(client);
    this.#retry(error);
  }

  #retry(error: unknown): void {
    this.#options.log.warn('page changes are not heard, no page is kept', { error, againInMs: this.#wait });
    this.#timer = this.#timers.setTimeout(() => void this.#connect(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }
}
