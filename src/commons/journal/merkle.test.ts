import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex, utf8 } from './bytes.ts';
import {
  consistencyProof,
  EMPTY_ROOT,
  inclusionProof,
  leafHash,
  nodesOf,
  rootOf,
  sha256,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';
import { leafInput, nodeInput } from './merkle-path.ts';

/** The leaves and tree heads that implementations of RFC 6962 have tested themselves with from the beginning. */
const knownLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const knownRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const known = knownLeaves.map((hex) => leafHash(fromHex(hex)));

/** MTH exactly as RFC 9162, section 2.1.1 writes it: slow, recursive, and sharing nothing with the code under test. */
function treeHash(leaves: Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array());
  if (leaves.length === 1) return leaves[0]!;
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return sha256(nodeInput(treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k))));
}

function leavesOf(size: number, seed = ''): Uint8Array[] {
  return Array.from({ length: size }, (_, i) => leafHash(utf8(`${seed}${i}`)));
}

describe('P6 known trees', () => {
  test.each(knownRoots.map((root, size) => [size, root] as const))('the root of %i leaves', (size, root) => {
    expect(toHex(rootOf(size, nodesOf(known.slice(0, size))))).toBe(root);
  });

  test('the empty root', () => expect(toHex(EMPTY_ROOT)).toBe(knownRoots[0]));

  test('the inputs of the two kinds of hash', () => {
    expect(toHex(leafInput(utf8('a')))).toBe('0061');
    expect(toHex(nodeInput(utf8('a'), utf8('b')))).toBe('016162');
  });

  test.each<[number, number, string[]]>([
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('inclusion of leaf %i in the tree of %i', (index, size, proof) => {
    expect(inclusionProof(index, size, nodesOf(known.slice(0, size))).map(toHex)).toEqual(proof);
  });

  test.each<[number, number, string[]]>([
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
    [
      6,
      7,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
  ])('consistency of the tree of %i with the tree of %i', (oldSize, size, proof) => {
    expect(consistencyProof(oldSize, size, nodesOf(known.slice(0, size))).map(toHex)).toEqual(proof);
  });
});

const sizeAndIndex = fc
  .integer({ min: 1, max: 700 })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) }));

describe('P6 for all trees', () => {
  test('the root is that of the definition', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (size) => {
        const leaves = leavesOf(size);
        expect(toHex(rootOf(size, nodesOf(leaves)))).toBe(toHex(treeHash(leaves)));
      }),
    );
  });

  test('every leaf is proved to be in its place, and in no other', () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat(), ({ size, index }, elsewhere) => {
        const leaves = leavesOf(size);
        const node = nodesOf(leaves);
        const claim = {
          leaf: leaves[index]!,
          index,
          size,
          proof: inclusionProof(index, size, node),
          root: rootOf(size, node),
        };
        expect(verifyInclusion(claim)).toBe(true);
        const other = elsewhere % (size + 2);
        expect(verifyInclusion({ ...claim, index: other })).toBe(other === index);
        expect(verifyInclusion({ ...claim, size: size * 2 })).toBe(false);
        expect(verifyInclusion({ ...claim, leaf: leafHash(utf8('another')) })).toBe(false);
      }),
    );
  });

  test('each tree appends to each smaller one', () => {
    fc.assert(
      fc.property(sizeAndIndex, ({ size, index: oldSize }) => {
        const leaves = leavesOf(size);
        const node = nodesOf(leaves);
        const claim = {
          oldSize,
          oldRoot: rootOf(oldSize, nodesOf(leaves.slice(0, oldSize))),
          size,
          root: rootOf(size, node),
          proof: consistencyProof(oldSize, size, node),
        };
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, oldSize: oldSize + 1 })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: [...claim.proof, claim.root] })).toBe(false);
        if (oldSize > 0) {
          const rewritten = rootOf(oldSize, nodesOf([leafHash(utf8('rewritten')), ...leaves.slice(1, oldSize)]));
          expect(verifyConsistency({ ...claim, oldRoot: rewritten })).toBe(false);
        }
      }),
    );
  });

  test('a proof with one bit changed, a hash less or a hash more proves nothing', () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat(), fc.nat({ max: 255 }), ({ size, index }, which, bit) => {
        const leaves = leavesOf(size);
        const node = nodesOf(leaves);
        const root = rootOf(size, node);
        for (const [proof, holds] of [
          [
            inclusionProof(index, size, node),
            (proof: Uint8Array[]) => verifyInclusion({ leaf: leaves[index]!, index, size, proof, root }),
          ],
          [
            consistencyProof(index + 1, size, node),
            (proof: Uint8Array[]) =>
              verifyConsistency({
                oldSize: index + 1,
                oldRoot: rootOf(index + 1, nodesOf(leaves.slice(0, index + 1))),
                size,
                root,
                proof,
              }),
          ],
        ] as const) {
          expect(holds(proof)).toBe(true);
          expect(holds([...proof, root])).toBe(false);
          expect(holds([root, ...proof])).toBe(false);
          if (proof.length === 0) continue;
          expect(holds(proof.slice(1))).toBe(false);
          expect(holds(proof.slice(0, -1))).toBe(false);
          expect(holds(proof.with(0, proof[0]!.slice(1)))).toBe(false);
          const at = which % proof.length;
          const flipped = Uint8Array.from(proof[at]!);
          flipped[bit >> 3]! ^= 1 << (bit & 7);
          expect(holds(proof.with(at, flipped))).toBe(false);
        }
      }),
    );
  });
});

test('claims about trees that cannot be are refused, not computed', () => {
  const root = EMPTY_ROOT;
  for (const [index, size] of [
    [0, 0],
    [1, 1],
    [-1, 1],
    [0.5, 1],
    [0, 2 ** 60],
    [0, Number.NaN],
  ] as const) {
    expect(verifyInclusion({ leaf: root, index, size, proof: [], root })).toBe(false);
  }
  expect(verifyConsistency({ oldSize: 2, oldRoot: root, size: 1, root, proof: [] })).toBe(false);
  expect(verifyConsistency({ oldSize: 1, oldRoot: root, size: 2, root, proof: [] })).toBe(false);
  expect(verifyConsistency({ oldSize: 0, oldRoot: knownRootBytes(1), size: 2, root, proof: [] })).toBe(false);
  expect(() => inclusionProof(3, 3, nodesOf(leavesOf(3)))).toThrow(RangeError);
  expect(() => consistencyProof(4, 3, nodesOf(leavesOf(3)))).toThrow(RangeError);
});

function knownRootBytes(size: number): Uint8Array {
  return fromHex(knownRoots[size]!);
}
