import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, type OpinionMap } from './analyse.ts';
import { matrixOf, type VoteMatrix } from './matrix.ts';
import { adjustedRandIndex, chanceOf, type Plan, planted } from './planted-for-tests.ts';

const PLAN: Plan = { people: 240, opinions: 60, groups: 3, seen: 0.5, loyalty: 0.9, seed: 5 };

function inGroups(map: OpinionMap, truth: ArrayLike<number>): number {
  const placed = [...map.groupOf.keys()].filter((person) => map.groupOf[person]! >= 0);
  return adjustedRandIndex(
    placed.map((person) => map.groupOf[person]!),
    placed.map((person) => truth[person]!),
  );
}

/** The same votes with opinions in another order. */
function shuffled(matrix: VoteMatrix, seed: number): VoteMatrix {
  const chance = chanceOf(seed);
  const opinions = Array.from({ length: matrix.opinions }, (_, at) => at);
  for (let at = matrix.opinions - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [opinions[at], opinions[other]] = [opinions[other]!, opinions[at]!];
  }
  const person = new Uint32Array(matrix.column.length);
  for (let row = 0; row < matrix.people; row += 1) person.fill(row, matrix.rowStart[row]!, matrix.rowStart[row + 1]!);
  const votes = {
    length: matrix.column.length,
    person,
    opinion: matrix.column.map((opinion) => opinions[opinion]!),
    stance: matrix.stance,
  };
  return matrixOf(matrix.people, matrix.opinions, votes);
}

describe('F9.3 the opinion map', () => {
  test('finds the groups that were planted, and how many there are', () => {
    for (const groups of [2, 3]) {
      const { matrix, hidden, group } = planted({ ...PLAN, groups });
      const map = analyse(matrix, hidden);
      expect(map.groupCount).toBe(groups);
      expect(inGroups(map, group)).toBeGreaterThan(0.95);
    }
  });

  test('is the same each time, to the last bit', () => {
    const { matrix, hidden } = planted(PLAN);
    expect(analyse(matrix, hidden)).toEqual(analyse(matrix, hidden));
  });

  test('does not depend on the order in which opinions are listed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { matrix, hidden } = planted(PLAN);
        const [one, two] = [analyse(matrix, hidden), analyse(shuffled(matrix, seed), hidden)];
        expect(two.groupCount).toBe(one.groupCount);
        expect(adjustedRandIndex(one.groupOf, two.groupOf)).toBeGreaterThan(0.97);
      }),
      { numRuns: 10 },
    );
  });

  test('another seed begins elsewhere and finds the same places', () => {
    const { matrix, hidden } = planted(PLAN);
    const [one, two] = [analyse(matrix, hidden), analyse(matrix, hidden, { seed: 12 })];
    for (const [at, place] of one.people.entries()) expect(two.people[at]).toBeCloseTo(place, 4);
  });

  test('begun from the last result, places and letters stay put when a few more votes come in', () => {
    const { matrix, hidden } = planted(PLAN);
    const before = analyse(matrix, hidden);
    const few = { ...PLAN, seen: PLAN.seen };
    const added = planted({ ...few, seed: 6 }).matrix;
    const chance = chanceOf(9);
    const [person, opinion, stance]: number[][] = [[], [], []];
    const take = (from: VoteMatrix, keep: () => boolean) => {
      for (let row = 0; row < from.people; row += 1) {
        for (let at = from.rowStart[row]!; at < from.rowStart[row + 1]!; at += 1) {
          if (!keep()) continue;
          person!.push(row);
          opinion!.push(from.column[at]!);
          stance!.push(from.stance[at]!);
        }
      }
    };
    take(matrix, () => true);
    take(added, () => chance() < 0.01);
    const more = matrixOf(PLAN.people, PLAN.opinions, {
      length: person!.length,
      person: Uint32Array.from(person!),
      opinion: Uint32Array.from(opinion!),
      stance: Int8Array.from(stance!),
    });
    const after = analyse(more, hidden, { last: before.last });
    const same = [...after.groupOf.keys()].filter((at) => after.groupOf[at] === before.groupOf[at]).length;
    expect(same / PLAN.people).toBeGreaterThan(0.97);
    const size = Math.max(...before.people.map(Math.abs));
    for (const [at, place] of after.people.entries())
      expect(Math.abs(place - before.people[at]!)).toBeLessThan(size / 2);
  });

  test('the number of groups changes only when another was best four times running', () => {
    const three = planted(PLAN);
    const two = planted({ ...PLAN, groups: 2 });
    let { last } = analyse(two.matrix, two.hidden);
    let shown = 2;
    const changes: { to: number; bestTimes: number }[] = [];
    for (let time = 0; time < 8; time += 1) {
      const map = analyse(three.matrix, three.hidden, { last });
      if (map.groupCount !== shown) changes.push({ to: map.groupCount, bestTimes: map.last.groups.bestTimes });
      shown = map.groupCount;
      last = map.last;
    }
    expect(changes).toEqual([{ to: 3, bestTimes: 4 }]);
  });

  test('hidden opinions move nobody: whatever was chosen on them', () => {
    const { matrix, hidden } = planted(PLAN);
    hidden[3] = 1;
    const turned = { ...matrix, stance: matrix.stance.map((one, at) => (matrix.column[at] === 3 ? -one : one)) };
    expect(analyse(turned, hidden).people).toEqual(analyse(matrix, hidden).people);
  });

  test('people with fewer than seven votes stand in no group, unless there are fewer than fifteen; once in, always in', () => {
    const { matrix, hidden } = planted({ ...PLAN, people: 40, opinions: 30, seen: 0.25 });
    const map = analyse(matrix, hidden);
    for (let person = 0; person < matrix.people; person += 1) {
      const votes = matrix.rowStart[person + 1]! - matrix.rowStart[person]!;
      expect(map.groupOf[person]! >= 0).toBe(votes >= 7);
    }
    const lonely = [...map.groupOf.keys()].find((person) => map.groupOf[person]! < 0)!;
    const last = { ...map.last, counted: Uint32Array.from([...map.last.counted, lonely]) };
    expect(analyse(matrix, hidden, { last }).groupOf[lonely]).toBeGreaterThanOrEqual(0);
    const few = planted({ ...PLAN, people: 10, opinions: 30, seen: 0.1 });
    expect([...analyse(few.matrix, few.hidden).groupOf].filter((group) => group >= 0).length).toBeGreaterThanOrEqual(8);
  });

  test('of one person on one opinion the last vote counts', () => {
    const matrix = matrixOf(2, 2, {
      length: 4,
      person: Uint32Array.of(1, 0, 1, 1),
      opinion: Uint32Array.of(1, 0, 0, 1),
      stance: Int8Array.of(1, 1, 0, -1),
    });
    expect([...matrix.rowStart]).toEqual([0, 1, 3]);
    expect([...matrix.column]).toEqual([0, 0, 1]);
    expect([...matrix.stance]).toEqual([1, 0, -1]);
  });

  test('small and odd debates have a map, too: nobody, one opinion, all of one mind', () => {
    const odd: Plan[] = [
      { ...PLAN, people: 0, opinions: 0 },
      { ...PLAN, people: 5, opinions: 0 },
      { ...PLAN, people: 1, opinions: 1, seen: 1 },
      { ...PLAN, people: 30, opinions: 1, seen: 1 },
      { ...PLAN, people: 30, opinions: 12, seen: 1, groups: 1, loyalty: 1 },
      { ...PLAN, people: 30, opinions: 12, seen: 0.0001 },
    ];
    for (const plan of odd) {
      const { matrix, hidden } = planted(plan);
      const map = analyse(matrix, hidden);
      expect([...map.people, ...map.opinions].every(Number.isFinite)).toBe(true);
      expect(map.groupOf.every((group) => group < Math.max(1, map.groupCount))).toBe(true);
    }
  });
});
