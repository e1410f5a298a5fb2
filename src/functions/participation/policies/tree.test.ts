import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareCodes, flattened, type PolicyRow, pathTo, policyTree } from './tree.ts';

const row = (id: string, parent_id: string | null, counts: Partial<PolicyRow> = {}): PolicyRow => ({
  id,
  parent_id,
  code: id,
  kind: 'measure',
  title: id,
  about: '',
  division_id: null,
  division_name: null,
  proposals: 0,
  answers: 0,
  plans: [],
  ...counts,
});

describe('F10.3 the policy tree', () => {
  test('codes are ordered as people read them', () => {
    expect(['10', '1-10', '2', '1-2', '1', 'A', '1-2-1'].toSorted(compareCodes)).toEqual([
      '1',
      '1-2',
      '1-2-1',
      '1-10',
      '2',
      '10',
      'A',
    ]);
  });

  test('a node counts what is tied to it and to everything below it', () => {
    const tree = policyTree([
      row('1', null),
      row('1-1', '1', { proposals: 2 }),
      row('1-1-1', '1-1', { proposals: 3, answers: 4 }),
    ]);
    expect(tree[0]!.total).toEqual({ proposals: 5, answers: 4 });
    expect(pathTo(tree, '1-1-1').map((node) => node.id)).toEqual(['1', '1-1', '1-1-1']);
    expect(pathTo(tree, 'none')).toEqual([]);
  });

  test('every row stands in the tree once, under its parent, and sums agree, whatever the order of rows', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(5)), { maxLength: 25 }), fc.nat(), (facts, seed) => {
        const rows = facts.map(([parent, proposals], index) =>
          row(`${index}`, parent < index ? `${parent}` : null, { proposals }),
        );
        const shuffled = rows.toSorted(
          (a, b) => ((Number(a.id) * 7919 + seed) % 31) - ((Number(b.id) * 7919 + seed) % 31),
        );
        const tree = policyTree(shuffled);
        expect(
          flattened(tree)
            .map((node) => node.id)
            .toSorted(),
        ).toEqual(rows.map((one) => one.id).toSorted());
        expect(tree.reduce((sum, root) => sum + root.total.proposals, 0)).toBe(
          rows.reduce((sum, one) => sum + one.proposals, 0),
        );
        for (const node of flattened(tree)) for (const child of node.children) expect(child.parent_id).toBe(node.id);
      }),
    );
  });
});
