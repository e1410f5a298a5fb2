/**
 * P6, the journal: hashes, roots and proofs of the Merkle tree of RFC 6962 / RFC 9162 (SHA-256).
 *
 * Proofs are made from a function that knows the hashes of complete subtrees, wherever they are stored.
 */
import { hash } from 'node:crypto';
import { type Bytes, sameBytes } from './bytes.ts';
import { completeNodes, consistencyRanges, inclusionRanges, inclusionSides, type Range } from './merkle-path.ts';

export const HASH_BYTES = 32;

/** The hash of the complete subtree number `index` of those with 2^level leaves. */
export type NodeHash = (level: number, index: number) => Uint8Array;

export function sha256(input: Uint8Array): Bytes {
  const digest = hash('sha256', input, 'buffer');
  // Plain bytes, not a Buffer: a Buffer's slice() shares its memory.
  return new Uint8Array(digest.buffer as ArrayBuffer, digest.byteOffset, digest.byteLength);
}

/** The root of the tree without leaves: the hash of nothing. */
export const EMPTY_ROOT: Bytes = sha256(new Uint8Array());

// Written again for each hash: hashing is synchronous, and there are two hashes for each entry of a log.
const nodeScratch = new Uint8Array(1 + 2 * HASH_BYTES).fill(0x01, 0, 1);

/** SHA-256(0x00 ‖ entry). */
export function leafHash(entry: Uint8Array): Bytes {
  const input = new Uint8Array(1 + entry.length);
  input.set(entry, 1);
  return sha256(input);
}

/** SHA-256(0x01 ‖ left ‖ right), both of 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Bytes {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) throw new RangeError('a hash has 32 bytes');
  nodeScratch.set(left, 1);
  nodeScratch.set(right, 1 + HASH_BYTES);
  return sha256(nodeScratch);
}

/** The hash of a range of the tree, from the hashes of its complete subtrees. */
export function rangeHash(range: Range, node: NodeHash): Uint8Array {
  const hashes = completeNodes(range).map(({ level, index }) => node(level, index));
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** The root of the tree of `size` leaves. */
export function rootOf(size: number, node: NodeHash): Uint8Array {
  return size === 0 ? EMPTY_ROOT : rangeHash({ start: 0, end: size }, node);
}

/**
 * Proof that leaf `index` is in the tree of `size` leaves, its sibling first.
 * @throws RangeError if there is no such leaf.
 */
export function inclusionProof(index: number, size: number, node: NodeHash): Uint8Array[] {
  return inclusionRanges(index, size).map((range) => rangeHash(range, node));
}

/**
 * Proof that the tree of `size` leaves only appends to the tree of `oldSize` leaves.
 * @throws RangeError if `oldSize` is larger.
 */
export function consistencyProof(oldSize: number, size: number, node: NodeHash): Uint8Array[] {
  return consistencyRanges(oldSize, size).map((range) => rangeHash(range, node));
}

/** The subtrees of a tree that is held in memory as its leaf hashes; inner hashes are computed once. */
export function nodesOf(leaves: readonly Uint8Array[]): NodeHash {
  const levels: Uint8Array[][] = [[...leaves]];
  while (levels.at(-1)!.length > 1) {
    const below = levels.at(-1)!;
    const level: Uint8Array[] = [];
    for (let i = 0; i + 1 < below.length; i += 2) level.push(nodeHash(below[i]!, below[i + 1]!));
    levels.push(level);
  }
  return (level, index) => {
    const known = levels[level]?.[index];
    if (!known) throw new RangeError(`no complete subtree ${index} at level ${level}`);
    return known;
  };
}

export interface InclusionClaim {
  leaf: Uint8Array;
  index: number;
  size: number;
  proof: readonly Uint8Array[];
  root: Uint8Array;
}

/** Whether the proof shows that the leaf hash is at `index` in the tree with this size and root. */
export function verifyInclusion({ leaf, index, size, proof, root }: InclusionClaim): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  const sides = inclusionSides(index, size);
  if (sides.length !== proof.length || ![leaf, ...proof].every(isHash)) return false;
  let running = leaf;
  for (const [i, sibling] of proof.entries()) {
    running = sides[i] === 'left' ? nodeHash(sibling, running) : nodeHash(running, sibling);
  }
  return sameBytes(running, root);
}

export interface ConsistencyClaim {
  oldSize: number;
  oldRoot: Uint8Array;
  size: number;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}

/** Whether the proof shows that the new tree only appends to the old one (RFC 9162, section 2.1.4.2). */
export function verifyConsistency({ oldSize, oldRoot, size, root, proof }: ConsistencyClaim): boolean {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(size) || oldSize < 0 || oldSize > size) return false;
  if (!proof.every(isHash)) return false;
  if (oldSize === 0) return proof.length === 0 && sameBytes(oldRoot, EMPTY_ROOT);
  if (oldSize === size) return proof.length === 0 && sameBytes(oldRoot, root);

  let oldNode = oldSize - 1;
  let last = size - 1;
  while (oldNode % 2 === 1) {
    oldNode = Math.floor(oldNode / 2);
    last = Math.floor(last / 2);
  }
  // An old tree that is one complete subtree is where the path begins; the verifier has its hash.
  const path = oldNode === 0 ? [oldRoot, ...proof] : [...proof];
  const first = path.shift();
  if (!first || !isHash(first)) return false;
  let oldRunning = first;
  let running = first;
  for (const sibling of path) {
    if (last === 0) return false;
    if (oldNode % 2 === 1 || oldNode === last) {
      oldRunning = nodeHash(sibling, oldRunning);
      running = nodeHash(sibling, running);
      while (oldNode % 2 === 0 && oldNode !== 0) {
        oldNode /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      running = nodeHash(running, sibling);
    }
    oldNode = Math.floor(oldNode / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(oldRunning, oldRoot) && sameBytes(running, root);
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === HASH_BYTES;
}
