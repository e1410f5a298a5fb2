import { describe, expect, test } from 'vitest';
import {
  consensusOf,
  countsOf,
  countsOfAll,
  groupInformedConsensus,
  representativeOf,
  share,
  shareZ,
  twoSharesZ,
} from './figures.ts';
import { matrixOf } from './matrix.ts';

/** Rows are people, columns opinions; null was not seen. */
function matrix(rows: (number | null)[][]) {
  const votes = rows.flatMap((row, person) =>
    row.flatMap((stance, opinion) => (stance === null ? [] : [{ person, opinion, stance }])),
  );
  return matrixOf(rows.length, rows[0]?.length ?? 0, {
    length: votes.length,
    person: Uint32Array.from(votes, ({ person }) => person),
    opinion: Uint32Array.from(votes, ({ opinion }) => opinion),
    stance: Int8Array.from(votes, ({ stance }) => stance),
  });
}

const TWO_CAMPS = matrix([
  ...Array.from({ length: 8 }, () => [1, -1, 1, null]),
  ...Array.from({ length: 8 }, () => [-1, 1, 1, null]),
  [null, null, 0, 1],
]);
const CAMPS = Int32Array.from({ length: 17 }, (_, person) => (person < 8 ? 0 : person < 16 ? 1 : -1));
const NOTHING_HIDDEN = new Uint8Array(4);

describe('F9.3 figures of groups', () => {
  test('shares and their certainty are the published formulae, worked out by hand', () => {
    expect(share(3, 4)).toBeCloseTo(4 / 6, 15);
    // 2·√5·(4/5 − ½)
    expect(shareZ(3, 4)).toBeCloseTo(1.3416407864998738, 12);
    // 9/9 against 1/9: pooled 10/18, spread √(10/18 · 8/18 · 2/9)
    expect(twoSharesZ(8, 8, 0, 8)).toBeCloseTo(8 / 9 / Math.sqrt((10 / 18) * (8 / 18) * (2 / 9)), 12);
    expect(twoSharesZ(5, 5, 5, 5)).toBe(0);
  });

  test('everybody who saw is counted, and those in no group only among all', () => {
    const counts = countsOf(TWO_CAMPS, CAMPS, 2);
    expect([...counts.agreed]).toEqual([8, 0, 8, 0, 0, 8, 8, 0]);
    expect([...counts.disagreed]).toEqual([0, 8, 0, 0, 8, 0, 0, 0]);
    expect([...countsOfAll(TWO_CAMPS).saw]).toEqual([16, 16, 17, 1]);
  });

  test('group-informed consensus multiplies what each group says', () => {
    const [first, second, third, unseen] = groupInformedConsensus(countsOf(TWO_CAMPS, CAMPS, 2));
    expect(first).toBeCloseTo((9 / 10) * (1 / 10), 15);
    expect(second).toBeCloseTo((1 / 10) * (9 / 10), 15);
    expect(third).toBeCloseTo((9 / 10) ** 2, 15);
    expect(unseen).toBeCloseTo(1 / 4, 15);
  });

  test('a group is described by what parts it from the others, the best agreement first', () => {
    const found = representativeOf(countsOf(TWO_CAMPS, CAMPS, 2), 0, NOTHING_HIDDEN);
    expect(found.map(({ opinion, stance }) => [opinion, stance])).toEqual([
      [0, 'agree'],
      [1, 'disagree'],
    ]);
    expect(found[0]).toMatchObject({ p: 0.9, repness: 9 });
    expect(found[0]!.z).toBeCloseTo(3, 12);
  });

  test('what is hidden represents nobody', () => {
    const counts = countsOf(TWO_CAMPS, CAMPS, 2);
    expect(representativeOf(counts, 0, Uint8Array.of(1, 1, 1, 1))).toEqual([]);
    expect(consensusOf(countsOfAll(TWO_CAMPS), 'agree', Uint8Array.of(0, 0, 1, 1))).toEqual([]);
  });

  test('what all agree on is found among everybody', () => {
    expect(consensusOf(countsOfAll(TWO_CAMPS), 'agree', NOTHING_HIDDEN).map(({ opinion }) => opinion)).toEqual([2, 3]);
    expect(consensusOf(countsOfAll(TWO_CAMPS), 'disagree', NOTHING_HIDDEN)).toEqual([]);
  });
});
