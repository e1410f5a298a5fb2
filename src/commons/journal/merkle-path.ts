/**
 * P6, the journal: the shape of the Merkle tree of RFC 9162, section 2.1, without hashing anything, so that the
 * server, the command line and the browser (whose SHA-256 is asynchronous) walk the same paths.
 *
 * Sizes and indexes are safe integers, not 32-bit ones; that is why this divides where others would shift.
 */
import { type Bytes, concat } from './bytes.ts';

/** Leaves `start` to `end - 1`. */
export interface Range {
  start: number;
  end: number;
}

/** A complete subtree: the `index`-th of those with 2^level leaves. */
export interface Node {
  level: number;
  index: number;
}

/** On which side of the running hash the next hash of a proof goes. */
export type Side = 'left' | 'right';

const leafPrefix = Uint8Array.of(0x00);
const nodePrefix = Uint8Array.of(0x01);

/** What is hashed for a leaf: 0x00 ‖ entry. */
export function leafInput(entry: Uint8Array): Bytes {
  return concat(leafPrefix, entry);
}

/** What is hashed for an inner node: 0x01 ‖ left ‖ right. */
export function nodeInput(left: Uint8Array, right: Uint8Array): Bytes {
  return concat(nodePrefix, left, right);
}

/** The largest power of two smaller than `count` (≥ 2): where the RFC splits a tree. */
function splitOf(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** @throws RangeError unless `index` is a leaf of a tree of `size` leaves. */
function assertLeaf(index: number, size: number): void {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) {
    throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  }
}

/**
 * The subtrees whose hashes prove that leaf `index` is in the tree of `size` leaves, the leaf's sibling first
 * (RFC 9162, section 2.1.3.1).
 *
 * @throws RangeError if there is no such leaf.
 */
export function inclusionRanges(index: number, size: number): Range[] {
  assertLeaf(index, size);
  const ranges: Range[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/**
 * The subtrees whose hashes prove that the tree of `size` leaves only appends to the one of `oldSize`
 * (RFC 9162, section 2.1.4.1). Empty for equal sizes, and for the empty tree, with which every tree agrees.
 *
 * @throws RangeError if `oldSize` is larger than `size`.
 */
export function consistencyRanges(oldSize: number, size: number): Range[] {
  if (oldSize === 0 || oldSize === size) return [];
  assertLeaf(oldSize - 1, size);
  const ranges: Range[] = [];
  let start = 0;
  let end = size;
  while (end > oldSize) {
    const middle = start + splitOf(end - start);
    if (oldSize <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // The verifier knows this last subtree already if it is the whole old tree.
  if (start > 0) ranges.push({ start, end });
  return ranges.reverse();
}

/** The complete subtrees a range of the tree is made of, from left to right, ever smaller. */
export function completeNodes({ start, end }: Range): Node[] {
  const nodes: Node[] = [];
  let at = start;
  while (at < end) {
    let leaves = 1;
    let level = 0;
    while (leaves * 2 <= end - at) {
      leaves *= 2;
      level += 1;
    }
    nodes.push({ level, index: at / leaves });
    at += leaves;
  }
  return nodes;
}

/**
 * On which side each hash of an inclusion proof goes, the leaf's sibling first; also how long the proof has to be
 * (RFC 9162, section 2.1.3.2).
 *
 * @throws RangeError if there is no such leaf.
 */
export function inclusionSides(index: number, size: number): Side[] {
  assertLeaf(index, size);
  const sides: Side[] = [];
  let node = index;
  let last = size - 1;
  while (last > 0) {
    if (node % 2 === 1 || node === last) {
      sides.push('left');
      // At the right edge levels without a sibling are skipped.
      while (node % 2 === 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      sides.push('right');
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return sides;
}
