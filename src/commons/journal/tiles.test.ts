import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, toHex, utf8 } from './bytes.ts';
import { edgeTiles, GrowingTree } from './growing-tree.ts';
import { consistencyProof, inclusionProof, leafHash, nodesOf, rootOf } from './merkle.ts';
import { consistencyRanges, inclusionRanges } from './merkle-path.ts';
import {
  decodeBundle,
  encodeBundle,
  MAX_ENTRY_BYTES,
  nodesOfTiles,
  parseTilePath,
  type TileId,
  tileKey,
  tilePath,
  tilesOfRanges,
  tilesOfTree,
} from './tiles.ts';

describe('P6 paths (C2SP tlog-tiles)', () => {
  test.each<[string, TileId]>([
    ['tile/0/000', { level: 0, index: 0, width: 256 }],
    ['tile/0/067.p/255', { level: 0, index: 67, width: 255 }],
    ['tile/63/x001/x234/067', { level: 63, index: 1234067, width: 256 }],
    ['tile/1/x001/000.p/1', { level: 1, index: 1000, width: 1 }],
    ['tile/entries/x999/999', { level: 'entries', index: 999999, width: 256 }],
    ['tile/entries/273.p/112', { level: 'entries', index: 273, width: 112 }],
  ])('%s', (path, id) => {
    expect(tilePath(id)).toBe(path);
    expect(parseTilePath(path)).toEqual(id);
  });

  test.each([
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/999',
    'tile/0/000.p/',
    'tile/0/000/',
    '/tile/0/000',
    'tile/entries/000\n',
    'tile/0/x999/x999/x999/x999/x999/x999/999',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/data/000',
    '',
  ])('%j is no path of a tile', (path) => expect(parseTilePath(path)).toBeNull());

  test('for all tiles: one path, and back', () => {
    const anyTile = fc.record({
      level: fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 })),
      index: fc.maxSafeNat(),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(anyTile, (id) => {
        expect(parseTilePath(tilePath(id))).toEqual(id);
      }),
    );
  });
});

/** The example of the specification. */
test('a tree of 70,000 leaves has the tiles the specification says', () => {
  const tiles = [...tilesOfTree(70_000)];
  const count = (level: number, full: boolean) =>
    tiles.filter((tile) => tile.level === level && (tile.width === 256) === full).map((tile) => tile.width);
  expect([0, 1, 2].map((level) => count(level, true).length)).toEqual([273, 1, 0]);
  expect([0, 1, 2].map((level) => count(level, false))).toEqual([[112], [17], [1]]);
  expect([...tilesOfTree(256)]).toEqual([
    { level: 0, index: 0, width: 256 },
    { level: 1, index: 0, width: 1 },
  ]);
  expect([...tilesOfTree(0)]).toEqual([]);
});

function leavesOf(size: number): Uint8Array[] {
  return Array.from({ length: size }, (_, i) => leafHash(utf8(String(i))));
}

/** What a store holds after the leaves came in batches, each batch by a tree loaded from the store. */
function grown(leaves: Uint8Array[], batches: readonly number[]) {
  const store = new Map<string, Uint8Array>();
  const roots: string[] = [];
  let size = 0;
  for (const batch of [...batches, leaves.length]) {
    const tree = GrowingTree.of(size, store);
    for (const leaf of leaves.slice(size, size + batch)) tree.append(leaf);
    for (const tile of [...tree.takeFull(), ...tree.takePartial()]) {
      expect(tile.hashes.length).toBe(tile.width * 32);
      store.set(tileKey(tile.level, tile.index), tile.hashes);
    }
    size = tree.size;
    expect(toHex(tree.root())).toBe(toHex(rootOf(size, nodesOf(leaves.slice(0, size)))));
    roots.push(toHex(tree.root()));
  }
  expect(size).toBe(leaves.length);
  return { store, roots };
}

const sizes = fc.oneof(fc.integer({ min: 0, max: 1100 }), fc.constantFrom(0, 1, 255, 256, 257, 511, 512, 513, 768));

describe('P6 for all sizes', () => {
  test('tiles, however they grew, are those of the specification and rebuild the tree', () => {
    fc.assert(
      fc.property(sizes, fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 5 }), (size, batches) => {
        const leaves = leavesOf(size);
        const { store } = grown(leaves, batches);
        const expected = [...tilesOfTree(size)];
        expect([...store.keys()].sort()).toEqual(expected.map(({ level, index }) => tileKey(level, index)).sort());
        const node = nodesOf(leaves);
        for (const { level, index, width } of expected) {
          const hashes = Array.from({ length: width }, (_, i) => node(level * 8, index * 256 + i));
          expect(toHex(store.get(tileKey(level, index))!)).toBe(toHex(concat(...hashes)));
        }
        expect(toHex(rootOf(size, nodesOfTiles(store)))).toBe(toHex(rootOf(size, node)));
      }),
      { examples: [[65_536, [65_535]]] },
    );
  });

  test('proofs come out of exactly the tiles that were asked for', () => {
    const leaves = leavesOf(66_000);
    const node = nodesOf(leaves);
    const { store } = grown(leaves, []);
    const bothSizes = fc
      .integer({ min: 1, max: 66_000 })
      .chain((size) => fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) }));
    fc.assert(
      fc.property(bothSizes, ({ size, index }) => {
        const only = (ranges: Parameters<typeof tilesOfRanges>[0]) =>
          nodesOfTiles(
            new Map(
              tilesOfRanges(ranges).map((id) => [tileKey(id.level, id.index), store.get(tileKey(id.level, id.index))!]),
            ),
          );
        const included = inclusionProof(index, size, only(inclusionRanges(index, size)));
        expect(included.map(toHex)).toEqual(inclusionProof(index, size, node).map(toHex));
        const consistent = consistencyProof(index, size, only(consistencyRanges(index, size)));
        expect(consistent.map(toHex)).toEqual(consistencyProof(index, size, node).map(toHex));
      }),
    );
  });

  test('the edge is at most one partial tile a level', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (size) => {
        const tiles = edgeTiles(size);
        expect(new Set(tiles.map((tile) => tile.level)).size).toBe(tiles.length);
        expect(tiles.reduce((sum, tile) => sum + tile.width * 256 ** tile.level, 0)).toBe(size);
      }),
    );
  });
});

test('a tree cannot go on without its edge', () => {
  expect(() => GrowingTree.of(3, new Map())).toThrow(RangeError);
  expect(() => GrowingTree.of(3, new Map([['0/0', new Uint8Array(64)]]))).toThrow(RangeError);
});

describe('P6 entry bundles', () => {
  test('each entry follows its length, big-endian', () => {
    const bundle = encodeBundle([utf8('ab'), new Uint8Array(0), new Uint8Array(258)]);
    expect(toHex(bundle.subarray(0, 8))).toBe('0002616200000102');
  });

  test('for all entries: back as they were; any other length or count is refused', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (entries) => {
        const bundle = encodeBundle(entries);
        expect(decodeBundle(bundle, entries.length).map(toHex)).toEqual(entries.map(toHex));
        expect(() => decodeBundle(bundle, entries.length + 1)).toThrow(RangeError);
        expect(() => decodeBundle(concat(bundle, Uint8Array.of(1)), entries.length)).toThrow(RangeError);
        if (bundle.length > 0) expect(() => decodeBundle(bundle.subarray(0, -1), entries.length)).toThrow(RangeError);
      }),
    );
  });

  test('the longest entry fits, a longer one is refused', () => {
    const longest = new Uint8Array(MAX_ENTRY_BYTES);
    expect(decodeBundle(encodeBundle([longest]), 1)[0]!.length).toBe(MAX_ENTRY_BYTES);
    expect(() => encodeBundle([new Uint8Array(MAX_ENTRY_BYTES + 1)])).toThrow(RangeError);
  });
});
