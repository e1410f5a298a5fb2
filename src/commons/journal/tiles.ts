/**
 * P6, the journal: the tree as files (C2SP tlog-tiles), tile height 8, so that a mirror is a folder and a cache is
 * any web cache.
 */
import { type Bytes, concat } from './bytes.ts';
import { HASH_BYTES, type NodeHash, nodeHash } from './merkle.ts';
import { completeNodes, type Node, type Range } from './merkle-path.ts';

const TILE_HEIGHT = 8;
/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 2 ** TILE_HEIGHT;
const MAX_LEVEL = 63;
/** The longest entry a bundle can hold: its length is a 16-bit number. */
export const MAX_ENTRY_BYTES = 0xffff;

/** One tile of hashes, or with level 'entries' one bundle of entries; `width` of 256 is a full one. */
export interface TileId {
  level: number | 'entries';
  index: number;
  width: number;
}

/** A tile of hashes, one after the other. */
export interface Tile extends TileId {
  level: number;
  hashes: Uint8Array;
}

/** Which tile, without saying how much of it. */
export function tileKey(level: number, index: number): string {
  return `${level}/${index}`;
}

/** The path below the log's address, e.g. `tile/0/x001/x234/067.p/5`. */
export function tilePath({ level, index, width }: TileId): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g)!;
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** The tile a path means, or null; each tile has exactly one path. */
export function parseTilePath(path: string): TileId | null {
  const match = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path);
  if (!match) return null;
  const [, level, groups, width] = match;
  const id: TileId = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups!.replace(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  if (id.level !== 'entries' && id.level > MAX_LEVEL) return null;
  // A full tile has no suffix.
  if (match[3] !== undefined && id.width >= TILE_WIDTH) return null;
  if (!Number.isSafeInteger(id.index)) return null;
  // One tile, one path: no needless leading groups.
  return tilePath(id) === path ? id : null;
}

/** How many hashes the tree of `size` leaves has at a tile level. */
export function hashesAt(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** How much of tile `index` at `level` the tree of `size` leaves has: 0 to 256 hashes. */
export function tileWidth(level: number, index: number, size: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, hashesAt(level, size) - index * TILE_WIDTH));
}

/** All tiles of hashes of the tree of `size` leaves, level by level. */
export function* tilesOfTree(size: number): Generator<TileId & { level: number }> {
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    for (let index = 0; tileWidth(level, index, size) > 0; index++) {
      yield { level, index, width: tileWidth(level, index, size) };
    }
  }
}

/** Where the hashes are from which the hash of a complete subtree is made: one tile, `count` hashes from `offset`. */
function placeOf({ level, index }: Node): { level: number; index: number; offset: number; count: number } {
  const count = 2 ** (level % TILE_HEIGHT);
  const first = index * count;
  return {
    level: Math.floor(level / TILE_HEIGHT),
    index: Math.floor(first / TILE_WIDTH),
    offset: first % TILE_WIDTH,
    count,
  };
}

/** The tiles needed for the hashes of these ranges, each once. */
export function tilesOfRanges(ranges: readonly Range[]): { level: number; index: number }[] {
  const needed = new Map<string, { level: number; index: number }>();
  for (const node of ranges.flatMap(completeNodes)) {
    const { level, index } = placeOf(node);
    needed.set(tileKey(level, index), { level, index });
  }
  return [...needed.values()];
}

/**
 * Hashes of subtrees, from tiles by their `tileKey`.
 * The returned function throws RangeError if a tile is missing or too narrow.
 */
export function nodesOfTiles(tiles: ReadonlyMap<string, Uint8Array>): NodeHash {
  return (level, index) => {
    const place = placeOf({ level, index });
    const tile = tiles.get(tileKey(place.level, place.index));
    const end = (place.offset + place.count) * HASH_BYTES;
    if (!tile || tile.length < end) throw new RangeError(`tile ${place.level}/${place.index} is missing or too short`);
    return subtreeRoot(tile.subarray(place.offset * HASH_BYTES, end));
  };
}

/** The root over concatenated hashes, a power of two of them. */
export function subtreeRoot(hashes: Uint8Array): Uint8Array {
  let row: Uint8Array[] = [];
  for (let at = 0; at < hashes.length; at += HASH_BYTES) row.push(hashes.subarray(at, at + HASH_BYTES));
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i < row.length; i += 2) above.push(nodeHash(row[i]!, row[i + 1]!));
    row = above;
  }
  return row[0]!;
}

/**
 * Entries as they are served: each after its length as a big-endian 16-bit number.
 * @throws RangeError for an entry longer than 65,535 bytes.
 */
export function encodeBundle(entries: readonly Uint8Array[]): Bytes {
  return concat(
    ...entries.flatMap((entry) => {
      if (entry.length > MAX_ENTRY_BYTES) throw new RangeError(`an entry of ${entry.length} bytes is too long`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** The entries of a bundle. @throws RangeError if it does not hold exactly `width` entries. */
export function decodeBundle(bundle: Uint8Array, width: number): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bundle.length) {
    const end = at + 2 + bundle[at]! * 256 + bundle[at + 1]!;
    if (end > bundle.length) break;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  if (at !== bundle.length || entries.length !== width) throw new RangeError(`not a bundle of ${width} entries`);
  return entries;
}
