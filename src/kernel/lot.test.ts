import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLot, drawLots, LOT_METHOD, type LotEntry, listText, sha256Hex, sharePlaces } from './lot.ts';

const entry = fc.record({
  number: fc.stringMatching(/^[A-Z0-9-]{1,6}$/),
  strata: fc.tuple(fc.constantFrom('10代', '20〜39歳', '65歳以上'), fc.constantFrom('東', '西')),
});
const entries = fc.uniqueArray(entry, { selector: ({ number }) => number, minLength: 1, maxLength: 40 });
const town: LotEntry[] = Array.from({ length: 60 }, (_, n) => ({
  number: `A${n}`,
  strata: [n % 3 === 0 ? '若い' : '年配', n % 2 === 0 ? '東' : '西'],
}));
const drawnOf = async (list: readonly LotEntry[], size: number, chance: string) =>
  (await drawLots(list, size, chance)).order.filter((turn) => turn.drawn).map(({ number }) => number);

describe('F9.9 drawing lots', () => {
  test('exactly as many as there are places, whatever the list; in every stratum its share to less than one', async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.nat(), fc.string(), async (list, n, chance) => {
        const size = 1 + (n % list.length);
        const lot = await drawLots(list, size, chance);
        expect(lot.order.filter((turn) => turn.drawn)).toHaveLength(size);
        for (const { entries: of, places } of lot.strata)
          expect(Math.abs(places - (size * of) / list.length)).toBeLessThan(1);
      }),
      { numRuns: 60 },
    );
  });

  test('the order in which the list came makes no difference', async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.string(), async (list, chance) => {
        const size = Math.ceil(list.length / 2);
        expect(await drawLots(list.toReversed(), size, chance)).toEqual(await drawLots(list, size, chance));
      }),
      { numRuns: 40 },
    );
  });

  test('one letter of the list changes its hash; another chance draws others', async () => {
    const changed = town.map((one) => (one.number === 'A7' ? { ...one, strata: ['若い', '北'] } : one));
    expect(await sha256Hex(listText(changed))).not.toBe(await sha256Hex(listText(town)));
    expect(await drawnOf(town, 12, '0391')).not.toEqual(await drawnOf(town, 12, '0392'));
    expect(await drawnOf(town, 12, ' 0391\n')).toEqual(await drawnOf(town, 12, '0391'));
  });

  test('within a stratum everybody has the same chance', async () => {
    const list: LotEntry[] = Array.from({ length: 20 }, (_, n) => ({ number: `N${n}`, strata: [] }));
    const turns = 500;
    const times = new Map(list.map(({ number }) => [number, 0]));
    for (let turn = 0; turn < turns; turn += 1)
      for (const number of await drawnOf(list, 5, `chance ${turn}`)) times.set(number, times.get(number)! + 1);
    const expected = (turns * 5) / list.length;
    // Sampling without replacement: variance n·p·(1−p); chi squared with 19 degrees of freedom stays below 43.8 (p = 0.001).
    const spread = [...times.values()].reduce((sum, n) => sum + (n - expected) ** 2 / (expected * 0.75), 0) * (19 / 20);
    expect(spread).toBeLessThan(43.8);
  });

  test('largest remainders, and a hash between equal ones', () => {
    const strata = [5, 3, 2].map((of, at) => ({ entries: of, tie: `${at}` }));
    expect(sharePlaces(strata, 4)).toEqual([2, 1, 1]);
    expect(
      sharePlaces(
        [
          { entries: 1, tie: 'b' },
          { entries: 1, tie: 'a' },
        ],
        1,
      ),
    ).toEqual([0, 1]);
  });

  test('a known draw stays what it is, on every machine', async () => {
    expect(
      listText([
        { number: 'B2', strata: ['東'] },
        { number: 'A1', strata: ['西'] },
      ]),
    ).toBe('A1\t西\nB2\t東\n');
    expect(await drawnOf(town, 5, '2026-11-20 0391')).toMatchInlineSnapshot(`
      [
        "A8",
        "A53",
        "A29",
        "A0",
        "A27",
      ]
    `);
  });

  test('what was published is recomputed; what was tampered with shows', async () => {
    const { listHash } = await drawLots(town, 5, '0391');
    const drawn = await drawnOf(town, 5, '0391');
    const document = { method: LOT_METHOD, listHash, chance: '0391', size: 5, candidates: town, drawn };
    expect(await checkLot(document)).toMatchObject({ method: true, list: true, draw: true });
    expect(await checkLot({ ...document, drawn: ['A0', ...drawn.slice(1)] })).toMatchObject({
      list: true,
      draw: false,
    });
    expect(await checkLot({ ...document, candidates: town.slice(1) })).toMatchObject({ list: false });
    expect(await checkLot({ ...document, method: 'minna-lot-2' })).toMatchObject({ method: false });
    await expect(drawLots([...town, town[0]!], 5, '')).rejects.toThrow(RangeError);
    await expect(drawLots(town, 61, '')).rejects.toThrow(RangeError);
  });
});
