import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/support/database.ts';
import { steadyPool } from './database/steady-pool.ts';
import { createLog } from './log.ts';
import { type KeptPage, PageCache, scopedTag } from './page-cache.ts';
import { notifyPayloads, PAGES_CHANNEL, PageCacheListener } from './page-cache-listener.ts';
import type { Timers } from './timers.ts';

const HUB = 7;
const log = createLog({ sink: { write: (_text, done) => done(), writeNow: () => {} } });
let database: FreshDatabase;
let writer: pg.Client;
let listener: PageCacheListener;

function page(tags: string[], body = ''): KeptPage {
  return {
    status: 200,
    headers: [],
    body: Buffer.from(body),
    gzipped: false,
    etag: '',
    tags: tags.map((tag) => scopedTag(HUB, tag)),
    validUntil: Number.POSITIVE_INFINITY,
  };
}

/** A cache that tells what happens to it, so that tests wait for events, not for time. */
class ObservedCache extends PageCache {
  #waiting: { for: string; resolve: () => void }[] = [];

  happens(event: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ for: event, resolve }));
  }

  #tell(event: string): void {
    for (const waiting of this.#waiting) if (waiting.for === event) waiting.resolve();
    this.#waiting = this.#waiting.filter((waiting) => waiting.for !== event);
  }

  override invalidate(tags: readonly string[]): void {
    super.invalidate(tags);
    for (const tag of tags) this.#tell(tag);
  }

  override disable(): void {
    super.disable();
    this.#tell('disabled');
  }

  override enable(): void {
    super.enable();
    this.#tell('enabled');
  }
}

/** Time stands still until a test moves it; timers run when `run` says so. */
class StillTimers implements Timers {
  ms = 0;
  timers = new Map<number, () => void>();
  #count = 0;

  now(): number {
    return this.ms;
  }
  setTimeout(step: () => void): number {
    this.#count += 1;
    this.timers.set(this.#count, step);
    return this.#count;
  }
  clearTimeout(timer: unknown): void {
    this.timers.delete(timer as number);
  }
  run(): void {
    const due = [...this.timers.values()];
    this.timers.clear();
    for (const step of due) step();
  }
}

async function listen(timers?: Timers): Promise<ObservedCache> {
  const cache = new ObservedCache();
  listener = new PageCacheListener({ cache, connection: database.app, log, ...(timers ? { timers } : {}) });
  listener.start();
  await listener.listening();
  return cache;
}

async function notify(...tags: string[]): Promise<void> {
  for (const payload of notifyPayloads(HUB, tags))
    await writer.query('select pg_notify($1, $2)', [PAGES_CHANNEL, payload]);
}

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  writer = new pg.Client(database.app);
  await writer.connect();
});
afterEach(async () => {
  await listener.stop();
  await writer.end();
});

describe('PageCacheListener', () => {
  test('drops a page when another connection commits a change, and not before', async () => {
    const cache = await listen();
    cache.store('/a', cache.begin(), page(['a']));
    await writer.query('begin');
    await notify('a');
    const other = cache.happens(scopedTag(HUB, 'other'));
    const second = new pg.Client(database.app);
    await second.connect();
    await second.query('select pg_notify($1, $2)', [PAGES_CHANNEL, notifyPayloads(HUB, ['other'])[0]]);
    await second.end();
    await other;
    expect(cache.lookup('/a', 0)).not.toBeNull();
    const heard = cache.happens(scopedTag(HUB, 'a'));
    await writer.query('commit');
    await heard;
    expect(cache.lookup('/a', 0)).toBeNull();
  });

  test('PostgreSQL carries a long list of tags', async () => {
    const cache = await listen();
    const tags = Array.from({ length: 3000 }, (_, at) => `提案-${at}`);
    cache.store('/last', cache.begin(), page([tags.at(-1)!]));
    const heard = cache.happens(scopedTag(HUB, tags.at(-1)!));
    await notify(...tags);
    await heard;
    expect(cache.lookup('/last', 0)).toBeNull();
    expect(cache.figures().invalidations).toBeGreaterThanOrEqual(3000);
  });

  test('a killed connection empties the cache at once; after the next one pages are kept again', async () => {
    const cache = await listen();
    cache.store('/a', cache.begin(), page(['a']));
    const before = cache.begin();
    const disabled = cache.happens('disabled');
    const enabled = cache.happens('enabled');
    const admin = new pg.Client(database.superuser);
    await admin.connect();
    await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'minna pages' and datname = current_database()",
    );
    await admin.end();
    await disabled;
    expect(cache.lookup('/a', 0)).toBeNull();
    expect(cache.store('/a', cache.begin(), page(['a']))).toBe(false);
    await enabled;
    expect(cache.store('/a', before, page(['a']))).toBe(false);
    expect(cache.store('/a', cache.begin(), page(['a']))).toBe(true);
    const heard = cache.happens(scopedTag(HUB, 'a'));
    await notify('a');
    await heard;
    expect(cache.lookup('/a', 0)).toBeNull();
  });

  test('three seconds of silence count as lost', async () => {
    const timers = new StillTimers();
    const cache = await listen(timers);
    cache.store('/a', cache.begin(), page(['a']));
    timers.ms += 2_999;
    timers.run();
    expect(cache.figures()).toMatchObject({ enabled: true, pages: 1 });
    timers.ms += 3_000;
    timers.run();
    expect(cache.figures()).toMatchObject({ enabled: false, pages: 0 });
    const enabled = cache.happens('enabled');
    timers.run();
    await enabled;
    expect(cache.figures().enabled).toBe(true);
  });

  test('its own beat keeps it alive', async () => {
    const timers = new StillTimers();
    const cache = await listen(timers);
    const admin = new pg.Client(database.app);
    await admin.connect();
    const beat = new Promise((resolve) => admin.once('notification', resolve));
    await admin.query('listen minna_beat');
    timers.ms += 2_000;
    timers.run();
    await beat;
    // The listener has heard the same beat once this later notification has come through.
    const heard = cache.happens(scopedTag(HUB, 'after'));
    await notify('after');
    await heard;
    timers.ms += 2_000;
    timers.run();
    expect(cache.figures().enabled).toBe(true);
    await admin.end();
  });

  test('a page read before a change and finished after it was told is not kept', async () => {
    const cache = await listen();
    const ticket = cache.begin();
    const heard = cache.happens(scopedTag(HUB, 'a'));
    await notify('a');
    await heard;
    expect(cache.store('/a', ticket, page(['a']))).toBe(false);
    expect(cache.store('/b', ticket, page(['b']))).toBe(true);
  });

  test('under writers and renderers at the same time, no page stays old', async () => {
    const cache = await listen();
    const owner = new pg.Client(database.owner);
    await owner.connect();
    await owner.query('create table shown (tag int primary key, version int not null)');
    await owner.query('insert into shown select n, 0 from generate_series(0, 99) n');
    // The pool doesn't wait for its connections to close; the database is dropped under them.
    const pool = steadyPool({ ...database.owner, max: 6 }, () => {});
    const write = async (turn: number): Promise<void> => {
      const tag = (turn * 7) % 100;
      await pool.query(
        `with changed as (update shown set version = version + 1 where tag = $1 returning tag) select pg_notify($2, $3) from changed`,
        [tag, PAGES_CHANNEL, notifyPayloads(HUB, [`${tag}`])[0]],
      );
    };
    const render = async (turn: number): Promise<void> => {
      const tag = (turn * 7) % 100;
      if (cache.lookup(`/${tag}`, 0)) return void (await pool.query('select 1'));
      const ticket = cache.begin();
      const { rows } = await pool.query('select version from shown where tag = $1', [tag]);
      for (let more = 0; more < 3; more += 1) await pool.query('select 1');
      cache.store(`/${tag}`, ticket, page([`${tag}`], String(rows[0].version)));
    };
    const line = async (step: (turn: number) => Promise<void>, turns: number, from: number) => {
      for (let turn = 0; turn < turns; turn += 1) await step(from + turn);
    };
    await Promise.all([
      line(write, 150, 0),
      line(write, 150, 5),
      line(render, 300, 0),
      line(render, 300, 1),
      line(render, 300, 2),
    ]);
    await line(render, 100, 0);
    const heard = cache.happens(scopedTag(HUB, 'last'));
    await notify('last');
    await heard;
    const { rows } = await owner.query('select tag, version from shown');
    const kept = rows.filter(({ tag }) => cache.lookup(`/${tag}`, 0) !== null);
    expect(kept.length).toBeGreaterThan(0);
    for (const { tag, version } of kept) expect(cache.lookup(`/${tag}`, 0)!.body.toString()).toBe(String(version));
    await pool.end();
    await owner.end();
  });
});
