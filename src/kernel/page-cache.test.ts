import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KeptPage, PageCache, scopedTag } from './page-cache.ts';

const FOREVER = Number.POSITIVE_INFINITY;
const NOW = Date.parse('2031-04-01T00:00:00Z');

function page(tags: string[], body = 'body', validUntil = FOREVER): KeptPage {
  return {
    status: 200,
    headers: ['content-type', 'text/html'],
    body: Buffer.from(body),
    gzipped: false,
    etag: '"e"',
    tags,
    validUntil,
  };
}

describe('keeping', () => {
  test('a page is found until one of its tags is invalidated', () => {
    const cache = new PageCache({ enabled: true });
    expect(cache.store('/a', cache.begin(), page(['1:a', '1:b']))).toBe(true);
    expect(cache.store('/c', cache.begin(), page(['1:c']))).toBe(true);
    expect(cache.lookup('/a', NOW)?.body.toString()).toBe('body');
    cache.invalidate(['1:b']);
    expect(cache.lookup('/a', NOW)).toBeNull();
    expect(cache.lookup('/c', NOW)).not.toBeNull();
    expect(cache.figures()).toMatchObject({ pages: 1, hits: 2, misses: 1, stores: 2, evictions: 1, invalidations: 1 });
  });

  test('a page whose data changed while it was rendered is not kept', () => {
    const cache = new PageCache({ enabled: true });
    const ticket = cache.begin();
    cache.invalidate(['1:a']);
    expect(cache.store('/a', ticket, page(['1:a']))).toBe(false);
    expect(cache.store('/b', ticket, page(['1:b']))).toBe(true);
    expect(cache.store('/a', cache.begin(), page(['1:a']))).toBe(true);
    expect(cache.figures()).toMatchObject({ refusedStores: 1, stores: 2 });
  });

  test('a page ends at the moment it named', () => {
    const cache = new PageCache({ enabled: true });
    cache.store('/a', cache.begin(), page(['1:a'], 'body', NOW + 1000));
    expect(cache.lookup('/a', NOW + 999)).not.toBeNull();
    expect(cache.lookup('/a', NOW + 1000)).toBeNull();
    expect(cache.figures().pages).toBe(0);
  });

  test('an address with a question in it is kept when somebody asks it again', () => {
    const cache = new PageCache({ enabled: true });
    for (let n = 0; n < 100; n += 1) cache.store(`/a?n=${n}`, cache.begin(), page(['1:a']));
    expect(cache.figures()).toMatchObject({ pages: 0, refusedStores: 100 });
    expect(cache.store('/a?n=7', cache.begin(), page(['1:a']))).toBe(true);
    expect(cache.lookup('/a?n=7', NOW)).not.toBeNull();
  });

  test('two hubs never share a tag', () => {
    expect(scopedTag(1, '1:x')).not.toBe(scopedTag(11, ':x'));
    expect(scopedTag(1, 'x')).not.toBe(scopedTag(2, 'x'));
  });
});

describe('switching off', () => {
  test('nothing is kept or found until the listener is there, nor what was rendered before it was', () => {
    const cache = new PageCache();
    const early = cache.begin();
    expect(cache.store('/a', early, page(['1:a']))).toBe(false);
    cache.enable();
    expect(cache.store('/a', early, page(['1:a']))).toBe(false);
    const ticket = cache.begin();
    expect(cache.store('/a', ticket, page(['1:a']))).toBe(true);
    cache.disable();
    expect(cache.lookup('/a', NOW)).toBeNull();
    cache.enable();
    expect(cache.lookup('/a', NOW)).toBeNull();
    expect(cache.store('/a', ticket, page(['1:a']))).toBe(false);
  });

  test('invalidating everything drops what is being rendered, too', () => {
    const cache = new PageCache({ enabled: true });
    const ticket = cache.begin();
    cache.store('/a', cache.begin(), page(['1:a']));
    cache.invalidateAll();
    expect(cache.lookup('/a', NOW)).toBeNull();
    expect(cache.store('/a', ticket, page(['1:a']))).toBe(false);
    expect(cache.store('/a', cache.begin(), page(['1:a']))).toBe(true);
  });
});

describe('room', () => {
  test('the least recently used pages go first', () => {
    const cache = new PageCache({ enabled: true, maxBytes: 35_000 });
    const large = 'x'.repeat(3_000);
    for (let n = 0; n < 11; n += 1) {
      cache.store(`/${n}`, cache.begin(), page(['1:a'], large));
      cache.lookup('/0', NOW);
    }
    expect(cache.figures().bytes).toBeLessThanOrEqual(35_000);
    expect(cache.lookup('/0', NOW)).not.toBeNull();
    expect(cache.lookup('/1', NOW)).toBeNull();
    expect(cache.lookup('/10', NOW)).not.toBeNull();
  });

  test('one page can not push everything out', () => {
    const cache = new PageCache({ enabled: true, maxBytes: 40_000 });
    cache.store('/a', cache.begin(), page(['1:a']));
    expect(cache.store('/b', cache.begin(), page(['1:b'], 'x'.repeat(6_000)))).toBe(false);
    expect(cache.lookup('/a', NOW)).not.toBeNull();
  });

  test('a compressed body is kept in a buffer of its own size', () => {
    const cache = new PageCache({ enabled: true });
    const body = gzipSync('x'.repeat(10_000));
    cache.store('/a', cache.begin(), { ...page(['1:a']), body });
    const kept = cache.lookup('/a', NOW)!.body;
    expect(kept).toEqual(body);
    expect(kept.buffer.byteLength).toBe(body.length);
  });

  test('what is counted is what is kept, whatever happened', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('store' as const), key: fc.nat(5), tag: fc.nat(3), size: fc.nat(500) }),
      fc.record({ do: fc.constant('invalidate' as const), key: fc.nat(5), tag: fc.nat(3), size: fc.nat(500) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const cache = new PageCache({ enabled: true, maxBytes: 5 * 1_300 });
        for (const { do: act, key, tag, size } of steps) {
          if (act === 'store') cache.store(`/${key}`, cache.begin(), page([`1:${tag}`, '1:all'], 'x'.repeat(size)));
          else cache.invalidate([`1:${tag}`]);
          expect(cache.figures().bytes).toBeLessThanOrEqual(5 * 1_300);
        }
        cache.invalidate(['1:all']);
        expect(cache.figures()).toMatchObject({ pages: 0, bytes: 0 });
      }),
    );
  });
});

describe('exactness', () => {
  const TAGS = 4;
  const tagName = (tag: number) => `1:${tag}`;
  const step = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('begin' as const),
        slot: fc.nat(3),
        tags: fc.subarray([0, 1, 2, 3], { minLength: 1, maxLength: 2 }),
      }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('read' as const), slot: fc.nat(3) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('store' as const), slot: fc.nat(3) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('commit' as const), tag: fc.nat(TAGS - 1) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('deliver' as const) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('lookup' as const), slot: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('listen' as const) }) },
  );

  // The model: each tag has a version in the database; a page shows the versions it has read, one query a tag, at
  // different moments. A commit raises a version and queues a notification, which is delivered some time later, or is
  // lost with the connection.
  test('no page is older than an invalidation that was delivered before it was looked up', () => {
    let stored = 0;
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 30, maxLength: 150, size: 'max' }),
        fc.constantFrom(1, 2, 100),
        (steps, maxTags) => {
          const cache = new PageCache({ enabled: true, maxTags });
          const versions = new Array<number>(TAGS).fill(0);
          const delivered = new Array<number>(TAGS).fill(0);
          let queue: { tag: number; version: number }[] = [];
          let connected = true;
          const renders = new Map<
            number,
            { ticket: ReturnType<PageCache['begin']>; tags: number[]; seen: Map<number, number> }
          >();
          const deliver = () => {
            const note = queue.shift();
            if (!note) return;
            delivered[note.tag] = note.version;
            cache.invalidate([tagName(note.tag)]);
          };
          const check = (slot: number, atLeast: number[]) => {
            const found = cache.lookup(`/${slot}`, NOW);
            if (!found) return;
            for (const [tag, version] of JSON.parse(found.body.toString())) {
              expect(version).toBeGreaterThanOrEqual(atLeast[tag]!);
            }
          };
          for (const act of steps) {
            if (act.do === 'begin' && renders.has(act.slot)) continue;
            if (act.do === 'begin') renders.set(act.slot, { ticket: cache.begin(), tags: act.tags, seen: new Map() });
            else if (act.do === 'commit') {
              versions[act.tag]! += 1;
              if (connected) queue.push({ tag: act.tag, version: versions[act.tag]! });
            } else if (act.do === 'deliver') deliver();
            else if (act.do === 'lookup') check(act.slot, delivered);
            else if (act.do === 'lose') {
              connected = false;
              queue = [];
              cache.disable();
            } else if (act.do === 'listen') {
              connected = true;
              cache.enable();
            } else {
              const render = renders.get(act.slot);
              if (!render) continue;
              const next = render.tags.find((tag) => !render.seen.has(tag));
              if (next !== undefined) render.seen.set(next, versions[next]!);
              if (act.do === 'store' && render.seen.size === render.tags.length) {
                renders.delete(act.slot);
                const body = JSON.stringify([...render.seen]);
                if (cache.store(`/${act.slot}`, render.ticket, page(render.tags.map(tagName), body))) stored += 1;
              }
            }
          }
          while (queue.length > 0) deliver();
          for (let slot = 0; slot < 4; slot += 1) check(slot, versions);
        },
      ),
      { numRuns: 2000 },
    );
    // Keeping nothing would be exact, too.
    expect(stored).toBeGreaterThan(300);
  });

  test('a tag that was forgotten keeps nothing old: what began before its invalidation is refused', () => {
    const cache = new PageCache({ enabled: true, maxTags: 2 });
    const ticket = cache.begin();
    cache.invalidate(['1:a', '1:b', '1:c', '1:d']);
    expect(cache.store('/a', ticket, page(['1:a']))).toBe(false);
    expect(cache.store('/a', cache.begin(), page(['1:a']))).toBe(true);
  });

  test('the tags that were invalidated longest ago are forgotten first', () => {
    const cache = new PageCache({ enabled: true, maxTags: 2 });
    cache.invalidate(['1:a', '1:b']);
    const ticket = cache.begin();
    cache.invalidate(['1:a']);
    cache.invalidate(['1:c']);
    cache.invalidate(['1:d']);
    expect(cache.store('/a', ticket, page(['1:a']))).toBe(false);
  });
});
