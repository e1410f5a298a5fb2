import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KeptPage, PageCache } from './page-cache.ts';
import { OLDEST_MS, Positions } from './positions.ts';

const TAGS = ['1:a', '1:b', '1:c'];

function page(shown: Record<string, number>): KeptPage {
  const body = Buffer.from(JSON.stringify(shown));
  return { status: 200, headers: [], body, gzipped: false, etag: '', tags: Object.keys(shown), validUntil: 1e15 };
}

describe('X12 positions', () => {
  test('say what a replica has reached and how old it is, and forget what is too old', () => {
    let now = 1_000;
    const positions = new Positions({ now: () => now });
    expect(positions.reached(Number.POSITIVE_INFINITY)).toBeNull();
    positions.note(positions.begin({ seq: 1, epoch: 1 }), 100);
    now += 1_000;
    positions.note(positions.begin({ seq: 2, epoch: 1 }), 200);
    expect(positions.reached(99)).toBeNull();
    expect(positions.reached(199)?.ticket.seq).toBe(1);
    expect(positions.reached(200)?.ticket.seq).toBe(2);
    now += 500;
    expect([positions.age(99), positions.age(150), positions.age(1e9)]).toEqual([Number.POSITIVE_INFINITY, 1_500, 500]);
    now += OLDEST_MS - 1_000;
    expect(positions.reached(150)).toBeNull();
    expect(positions.age(200)).toBe(OLDEST_MS - 500);
    now += 600;
    positions.note(positions.begin({ seq: 3, epoch: 1 }), 300);
    expect(positions.reached(250)).toBeNull();
    positions.clear();
    expect(positions.reached(1e9)).toBeNull();
  });

  test('the time of a mark is that of the question, not of the answer', () => {
    let now = 0;
    const positions = new Positions({ now: () => now });
    const mark = positions.begin({ seq: 0, epoch: 0 });
    now = 700;
    positions.note(mark, 10);
    expect(positions.age(10)).toBe(700);
  });

  /**
   * A primary whose things change one after the other, a process that hears of it and asks for the position, both later and in order,
   * and a replica that replays when it likes. Whatever is kept of what is made from the replica holds all that was heard.
   */
  test('no page that is kept lacks a change that was heard of, however the replica lags', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ do: fc.constant('change' as const), tag: fc.constantFrom(...TAGS) }) },
      {
        weight: 12,
        arbitrary: fc.record({ do: fc.constantFrom('hear', 'ask', 'answered', 'begin', 'finish', 'beat' as const) }),
      },
      { weight: 4, arbitrary: fc.record({ do: fc.constant('replay' as const), by: fc.integer({ min: 1, max: 40 }) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 2_000 }) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const) }) },
    );
    let kept = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 120, size: 'max' }), (steps) => {
        let [now, log, replayed, heard] = [0, 0, 0, 0];
        const changes: { tag: string; at: number }[] = [];
        const cache = new PageCache({ enabled: true });
        const positions = new Positions({ now: () => now });
        const asked: { mark: ReturnType<Positions['begin']>; position: number }[] = [];
        let render: { position: number; shown: Record<string, number> } | null = null;
        const versionAt = (tag: string, position: number) =>
          changes.findLast((one) => one.tag === tag && one.at <= position)?.at ?? 0;
        for (const one of steps) {
          if (one.do === 'change') {
            log += 10;
            changes.push({ tag: one.tag, at: log });
          } else if (one.do === 'beat') log += 1;
          else if (one.do === 'hear' && heard < changes.length) cache.invalidate([changes[heard++]!.tag]);
          else if (one.do === 'ask') asked.push({ mark: positions.begin(cache.begin()), position: log });
          else if (one.do === 'answered' && asked.length > 0) {
            const { mark, position } = asked.shift()!;
            positions.note(mark, position);
          } else if (one.do === 'replay') replayed = Math.min(log, replayed + one.by);
          else if (one.do === 'pass') now += one.ms;
          else if (one.do === 'lose') {
            cache.disable();
            positions.clear();
            asked.length = 0;
            // Whatever was committed before is not told of any more.
            heard = changes.length;
            cache.enable();
          } else if (one.do === 'begin') {
            const shown = Object.fromEntries(TAGS.map((tag) => [tag, versionAt(tag, replayed)]));
            render = { position: replayed, shown };
          } else if (one.do === 'finish' && render) {
            const reached = positions.reached(render.position);
            if (reached) kept += Number(cache.store('/', reached.ticket, page(render.shown)));
            render = null;
          }
          const found = cache.lookup('/', now);
          if (!found) continue;
          const shown = JSON.parse(found.body.toString()) as Record<string, number>;
          for (const tag of TAGS) {
            const known = changes.slice(0, heard).findLast((change) => change.tag === tag)?.at ?? 0;
            expect(shown[tag]).toBeGreaterThanOrEqual(known);
          }
        }
      }),
      { numRuns: 400 },
    );
    // Some hundred usually: enough to see that keeping is not simply never done.
    expect(kept).toBeGreaterThan(20);
  });
});
