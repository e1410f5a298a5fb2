/**
 * P6, the journal: a tree that grows at its right edge and hands out the tiles that changed. Memory holds one tile a
 * level, whatever the size of the log; the sequencer and the verifier use the same one.
 */
import { HASH_BYTES, rootOf } from './merkle.ts';
import { hashesAt, nodesOfTiles, subtreeRoot, TILE_WIDTH, type Tile, tileKey } from './tiles.ts';

interface EdgeTile {
  index: number;
  width: number;
  /** Room for a full tile; only the first `width` hashes mean something. */
  hashes: Uint8Array;
  changed: boolean;
}

/** The tiles at the right edge of a tree of `size` leaves that are partial: what is needed to go on with it. */
export function edgeTiles(size: number): { level: number; index: number; width: number }[] {
  const tiles: { level: number; index: number; width: number }[] = [];
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    const hashes = hashesAt(level, size);
    const width = hashes % TILE_WIDTH;
    if (width > 0) tiles.push({ level, index: (hashes - width) / TILE_WIDTH, width });
  }
  return tiles;
}

export class GrowingTree {
  #size = 0;
  #edge: EdgeTile[] = [];
  #full: Tile[] = [];

  /**
   * Goes on with a tree of `size` leaves.
   * @param tiles hashes of the tiles that `edgeTiles(size)` names, by `tileKey`; longer ones are cut.
   * @throws RangeError if one is missing or too short.
   */
  static of(size: number, tiles: ReadonlyMap<string, Uint8Array>): GrowingTree {
    const tree = new GrowingTree();
    tree.#size = size;
    for (const { level, index, width } of edgeTiles(size)) {
      const known = tiles.get(tileKey(level, index));
      if (!known || known.length < width * HASH_BYTES) throw new RangeError(`tile ${level}/${index} is missing`);
      const edge = tree.#edgeAt(level);
      edge.width = width;
      edge.hashes.set(known.subarray(0, width * HASH_BYTES));
    }
    return tree;
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a leaf by its hash. */
  append(leaf: Uint8Array): void {
    this.#size += 1;
    this.#push(0, leaf);
  }

  /** The root of the tree as it is now. */
  root(): Uint8Array {
    const tiles = new Map<string, Uint8Array>();
    for (const [level, { index, width, hashes }] of this.#edge.entries()) {
      tiles.set(tileKey(level, index), hashes.subarray(0, width * HASH_BYTES));
    }
    return rootOf(this.#size, nodesOfTiles(tiles));
  }

  /** The tiles that became full since the last call; they never change again. */
  takeFull(): Tile[] {
    const full = this.#full;
    this.#full = [];
    return full;
  }

  /** The partial tiles that changed since the last call, as they are now. */
  takePartial(): Tile[] {
    const tiles: Tile[] = [];
    for (const [level, edge] of this.#edge.entries()) {
      if (edge.changed && edge.width > 0) {
        const hashes = edge.hashes.slice(0, edge.width * HASH_BYTES);
        tiles.push({ level, index: edge.index, width: edge.width, hashes });
      }
      edge.changed = false;
    }
    return tiles;
  }

  #edgeAt(level: number): EdgeTile {
    while (this.#edge.length <= level) {
      const index = Math.floor(hashesAt(this.#edge.length, this.#size) / TILE_WIDTH);
      const hashes = new Uint8Array(TILE_WIDTH * HASH_BYTES);
      this.#edge.push({ index, width: 0, hashes, changed: false });
    }
    return this.#edge[level]!;
  }

  #push(level: number, hash: Uint8Array): void {
    const edge = this.#edgeAt(level);
    edge.hashes.set(hash, edge.width * HASH_BYTES);
    edge.width += 1;
    edge.changed = true;
    if (edge.width < TILE_WIDTH) return;
    const { index, hashes } = edge;
    this.#full.push({ level, index, width: TILE_WIDTH, hashes });
    edge.index += 1;
    edge.width = 0;
    edge.hashes = new Uint8Array(TILE_WIDTH * HASH_BYTES);
    edge.changed = false;
    this.#push(level + 1, subtreeRoot(hashes));
  }
}
