import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog } from './log.ts';
import { PageCache, scopedTag } from './page-cache.ts';
import { notifyPayloads, PageCacheListener, readPayload } from './page-cache-listener.ts';
import type { Timers } from './timers.ts';

describe('payloads', () => {
  test('carry every tag once, scoped, and are short enough for PostgreSQL', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 400 }),
        (hub, tags) => {
          const payloads = notifyPayloads(hub, tags);
          for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(7_500);
          const read = payloads.flatMap(readPayload);
          expect(read).toEqual([...new Set(tags)].map((tag) => scopedTag(hub, tag)));
        },
      ),
    );
    expect(notifyPayloads(1, [])).toEqual([]);
    expect(
      notifyPayloads(
        1,
        Array.from({ length: 2000 }, (_, at) => `tag-${at}`),
      ).length,
    ).toBeGreaterThan(1);
  });

  test('a tag too long to be told means everything', () => {
    const payloads = notifyPayloads(1, ['a', 'あ'.repeat(5000)]);
    expect(payloads.map(readPayload)).toEqual(['all']);
  });

  test('what is not understood means everything', () => {
    for (const payload of ['', '{', 'null', '[]', '{"all":true}', '{"h":"1","t":[]}', '{"h":1,"t":[2]}', '{"h":1}']) {
      expect(readPayload(payload)).toBe('all');
    }
  });
});

test('while the database is away nothing is kept, and each try waits longer, up to five seconds', async () => {
  const waits: number[] = [];
  const enough = Promise.withResolvers<void>();
  const timers: Timers = {
    now: () => 0,
    setTimeout: (step, ms) => {
      waits.push(ms);
      if (waits.length === 8) enough.resolve();
      else queueMicrotask(step);
    },
    clearTimeout: () => {},
  };
  const cache = new PageCache();
  const log = createLog({ sink: { write: (_text, done) => done(), writeNow: () => {} } });
  const listener = new PageCacheListener({ cache, connection: { host: '/nonexistent', port: 1 }, log, timers });
  listener.start();
  await enough.promise;
  expect(waits).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000]);
  expect(cache.figures().enabled).toBe(false);
  await listener.stop();
});
