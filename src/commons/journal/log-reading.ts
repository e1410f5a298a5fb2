/**
 * P6, the journal: one pass over all entries of a log, in order. It holds a few bundles at a time and one tile a level.
 */
import { sameBytes, toHex } from './bytes.ts';
import { readCheckpoint } from './checkpoint.ts';
import { isContinuation, parseEntry } from './entry.ts';
import { GrowingTree } from './growing-tree.ts';
import { EMPTY_ROOT, leafHash } from './merkle.ts';
import type { Checkpoint } from './note.ts';
import { type LogSource, readBundle, readHashes } from './source.ts';
import { decodeBundle, TILE_WIDTH, type Tile, tilePath, tileWidth } from './tiles.ts';

/** Bundles asked for ahead of the one that is being hashed. */
const AHEAD = 8;

/** A bundle, and the tile of its entries' hashes if that is full. */
interface Fetched {
  bundle: Uint8Array | null;
  hashes: Uint8Array | null;
  index: number;
  width: number;
}

/** One pass over all entries: recomputes the tree, compares the tiles, remembers the roots at the sizes asked for. */
export class LogReading {
  continues: Checkpoint | null = null;
  #source: LogSource;
  #head: Checkpoint;
  #tree = new GrowingTree();
  #sizes: Set<number>;
  #roots = new Map<number, string>([[0, toHex(EMPTY_ROOT)]]);
  #hub: number | null = null;
  #badEntry: string | undefined;
  #badTile: string | undefined;

  constructor(source: LogSource, head: Checkpoint, sizes: readonly number[]) {
    this.#source = source;
    this.#head = head;
    this.#sizes = new Set([...sizes, head.size]);
  }

  async run(onProgress: (entries: number, size: number) => void): Promise<void> {
    for await (const { bundle, hashes, index, width } of this.#bundles()) {
      const entries = bundle && entriesOf(bundle, width);
      if (!entries) {
        this.#badEntry ??= tilePath({ level: 'entries', index, width });
        return;
      }
      for (const entry of entries) this.#append(entry);
      onProgress(this.#tree.size, this.#head.size);
      for (const tile of this.#tree.takeFull()) await this.#compare(tile, tile.level === 0 ? hashes : undefined);
    }
    for (const tile of this.#tree.takePartial()) await this.#compare(tile);
  }

  /** Whether the log had this root when it had this size. */
  hadRoot({ size, root }: Checkpoint): boolean {
    return this.#roots.get(size) === toHex(root);
  }

  /** How many entries there were. */
  get count(): number {
    return this.#tree.size;
  }

  /** The first entry that is wrong or cannot be had: its number, or the path of its bundle. */
  get badEntry(): string | undefined {
    return this.#badEntry;
  }

  /** The first tile that is not that of the entries. */
  get badTile(): string | undefined {
    return this.#badTile;
  }

  /** Bundles and the hash tiles beside them, in order, some asked for ahead. */
  async *#bundles() {
    const { size } = this.#head;
    const pending: Promise<Fetched>[] = [];
    let next = 0;
    for (;;) {
      while (pending.length < AHEAD && tileWidth(0, next, size) > 0) pending.push(quiet(this.#fetch(next++)));
      const first = pending.shift();
      if (!first) return;
      yield await first;
    }
  }

  async #fetch(index: number): Promise<Fetched> {
    const width = tileWidth(0, index, this.#head.size);
    const [bundle, hashes] = await Promise.all([
      readBundle(this.#source, { index, width }).catch(ignoreMalformed),
      width === TILE_WIDTH ? readHashes(this.#source, { level: 0, index, width }) : null,
    ]);
    return { bundle, hashes, index, width };
  }

  #append(bytes: Uint8Array): void {
    const index = this.#tree.size;
    if (this.#badEntry === undefined && !this.#belongs(bytes, index)) this.#badEntry = String(index);
    this.#tree.append(leafHash(bytes));
    if (this.#sizes.has(this.#tree.size)) this.#roots.set(this.#tree.size, toHex(this.#tree.root()));
  }

  #belongs(bytes: Uint8Array, index: number): boolean {
    try {
      const entry = parseEntry(bytes);
      this.#hub ??= entry.hub;
      if (entry.hub !== this.#hub) return false;
      if (!isContinuation(entry)) return true;
      if (index > 0) return false;
      this.continues = readCheckpoint(entry.continues);
      return true;
    } catch {
      return false;
    }
  }

  async #compare(tile: Tile, known?: Uint8Array | null): Promise<void> {
    const served = known === undefined ? await readHashes(this.#source, tile) : known;
    if (!served || !sameBytes(served, tile.hashes)) this.#badTile ??= tilePath(tile);
  }
}

function entriesOf(bundle: Uint8Array, width: number): Uint8Array[] | null {
  try {
    return decodeBundle(bundle, width);
  } catch {
    return null;
  }
}

/** Rejections are met when their turn comes, not before. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** A full bundle that cannot be cut is as good as none. */
function ignoreMalformed(error: unknown): null {
  if (error instanceof RangeError) return null;
  throw error;
}
