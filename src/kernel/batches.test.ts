import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Batches } from './batches.ts';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** A run whose batches wait until they are let go, in the order given. */
function held() {
  const ran: string[][] = [];
  const gates: (() => void)[] = [];
  const run = async (items: readonly string[]) => {
    ran.push([...items]);
    await new Promise<void>((open) => gates.push(open));
    return items.map((item) => item.toUpperCase());
  };
  return { ran, gates, run };
}

describe('batches', () => {
  test('what comes in one turn departs together, and each gets its own result', async () => {
    const { ran, gates, run } = held();
    const batches = new Batches({ keyOf: (item: string) => item, run, most: 10, flying: 1 });
    const results = ['a', 'b', 'c'].map((item) => batches.add(item));
    await nextTurn();
    expect(ran).toEqual([['a', 'b', 'c']]);
    gates[0]!();
    expect(await Promise.all(results)).toEqual(['A', 'B', 'C']);
  });

  test('the same key waits for the batch after, in its order; no batch is larger than agreed', async () => {
    const { ran, gates, run } = held();
    const batches = new Batches({ keyOf: (item: string) => item[0]!, run, most: 2, flying: 1 });
    const results = ['a1', 'a2', 'b1', 'a3', 'c1'].map((item) => batches.add(item));
    for (let at = 0; at < 3; at += 1) {
      await nextTurn();
      gates[at]!();
      await nextTurn();
    }
    expect(ran).toEqual([['a1', 'b1'], ['a2', 'c1'], ['a3']]);
    expect(await Promise.all(results)).toEqual(['A1', 'A2', 'B1', 'A3', 'C1']);
  });

  test('a bad row spoils only itself; a lost connection is told to all, since nobody knows what was kept', async () => {
    const rowFault = Object.assign(new Error('no such person'), { code: '23503' });
    const lost = new Error('Connection terminated');
    const tried: string[][] = [];
    const batches = new Batches({
      keyOf: (item: string) => item,
      most: 10,
      flying: 2,
      run: async (items) => {
        tried.push([...items]);
        if (items.includes('lost')) throw lost;
        if (items.includes('bad')) throw rowFault;
        return items;
      },
    });
    const first = await Promise.allSettled(['good', 'bad', 'fine'].map((item) => batches.add(item)));
    expect(first.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(tried).toEqual([['good', 'bad', 'fine'], ['good'], ['bad'], ['fine']]);
    const second = await Promise.allSettled(['x', 'lost'].map((item) => batches.add(item)));
    expect(second).toEqual([
      { status: 'rejected', reason: lost },
      { status: 'rejected', reason: lost },
    ]);
  });

  test('every item is carried out once, whatever comes when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(3)), { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        async (arrivals, most, flying) => {
          const carried: number[] = [];
          const batches = new Batches({
            keyOf: ({ key }: { key: string; number: number }) => key,
            most,
            flying,
            run: async (items) => {
              expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
              expect(items.length).toBeLessThanOrEqual(most);
              await nextTurn();
              carried.push(...items.map(({ number }) => number));
              return items.map(({ number }) => number);
            },
          });
          const results: Promise<number>[] = [];
          for (const [number, [key, turns]] of arrivals.entries()) {
            results.push(batches.add({ key, number }));
            for (let turn = 0; turn < turns; turn += 1) await nextTurn();
          }
          expect(await Promise.all(results)).toEqual(arrivals.map((_, number) => number));
          expect(carried.toSorted((one, other) => one - other)).toEqual(arrivals.map((_, number) => number));
        },
      ),
      { numRuns: 60 },
    );
  });
});
