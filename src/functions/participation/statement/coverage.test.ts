import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageOfSets, handlingOf, publicationBlocks, type StatementSets } from './coverage.ts';

const ids = Array.from({ length: 8 }, (_, index) => `opinion-${index}`);
const entry = fc.record({
  kind: fc.constantFrom('opinion', 'question', 'explanation', 'reply', 'answer'),
  withdrawn: fc.boolean(),
  hidden: fc.boolean(),
});
const statement: fc.Arbitrary<StatementSets> = fc.record({
  entries: fc.tuple(...ids.map((id) => entry.map((facts) => ({ id, ...facts })))),
  points: fc.array(fc.uniqueArray(fc.constantFrom(...ids)), { maxLength: 4 }),
  annex: fc.uniqueArray(fc.constantFrom(...ids)),
});

describe('F9.5 coverage', () => {
  test('what is uncovered is what is visible, without what is cited and what is in the annex', () => {
    fc.assert(
      fc.property(statement, (sets) => {
        const visible = sets.entries
          .filter((one) => (one.kind === 'opinion' || one.kind === 'question') && !one.withdrawn && !one.hidden)
          .map((one) => one.id);
        const dealtWith = new Set([...sets.points.flat(), ...sets.annex]);
        const coverage = coverageOfSets(sets);
        expect(coverage.uncovered).toEqual(visible.filter((id) => !dealtWith.has(id)));
        expect(coverage.total).toBe(visible.length);
        expect(coverage.cited + coverage.annexed + coverage.uncovered.length).toBe(visible.length);
      }),
    );
  });

  test('a point that cites only what nobody can read any more cites nothing', () => {
    const entries = [{ id: 'a', kind: 'opinion', withdrawn: true, hidden: false }];
    expect(coverageOfSets({ entries, points: [['a'], []], annex: [] })).toMatchObject({
      total: 0,
      pointsWithoutCitation: 2,
    });
  });

  test('publishing is refused exactly while something is uncovered, uncited or objected to', () => {
    const count = fc.nat({ max: 3 });
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        (uncoveredCount, openObjections, pointsWithoutCitation, unconfirmedPoints) => {
          const blocks = publicationBlocks({
            uncoveredCount,
            openObjections,
            pointsWithoutCitation,
            unconfirmedPoints,
          });
          expect(blocks.length === 0).toBe(
            uncoveredCount + openObjections + pointsWithoutCitation + unconfirmedPoints === 0,
          );
          expect(blocks.includes('unconfirmed')).toBe(unconfirmedPoints > 0);
          expect(blocks.includes('uncovered')).toBe(uncoveredCount > 0);
          expect(blocks.includes('open-objection')).toBe(openObjections > 0);
          expect(blocks.includes('point-without-citation')).toBe(pointsWithoutCitation > 0);
        },
      ),
    );
  });

  test('each entry is dealt with in exactly one way', () => {
    const opinion = { kind: 'opinion', withdrawn: false, hidden: false, cited: false, annexed: false };
    expect(handlingOf(opinion)).toBe('uncovered');
    expect(handlingOf({ ...opinion, annexed: true })).toBe('annexed');
    expect(handlingOf({ ...opinion, annexed: true, cited: true })).toBe('cited');
    expect(handlingOf({ ...opinion, hidden: true, cited: true })).toBe('hidden');
    expect(handlingOf({ ...opinion, withdrawn: true, hidden: true })).toBe('withdrawn');
    expect(handlingOf({ ...opinion, kind: 'explanation' })).toBe('not-counted');
    expect(handlingOf({ ...opinion, kind: 'question' })).toBe('uncovered');
  });
});
