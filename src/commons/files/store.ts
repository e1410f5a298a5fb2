/** X10: where the bytes of files lie. Two stores, one contract: a folder, and whatever speaks the S3 protocol. */
import type { Readable } from 'node:stream';

/** Bytes from `start` to `end`, both counted in. */
export interface ByteRange {
  start: number;
  end: number;
}

/** What is to be kept: a file on this machine's disk, or bytes at hand. */
export type Content = { path: string } | { bytes: Buffer };

export interface FileStore {
  /** Keeps the bytes under `key`, whole or not at all. The same key always has the same bytes, so keeping them again is harmless. */
  put(key: string, content: Content): Promise<void>;
  /** @throws StoreMissing when nothing lies there; StoreAway when the store can't be reached */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /** Does nothing when nothing lies there. */
  remove(key: string): Promise<void>;
}

/** Nothing lies under this key. */
export class StoreMissing extends Error {
  override readonly name = 'StoreMissing';
}

/** The store can't be reached, or has no room. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway';
}

/** What a file's bytes are called in the store; `width` names a smaller copy of a picture. `sha256`: lower-case hexadecimal. */
export function storeKey(hubId: number, sha256: string, width?: number): string {
  if (!Number.isInteger(hubId) || !/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('not the name of a content');
  return `${hubId}/${sha256.slice(0, 2)}/${sha256}${width === undefined ? '' : `-${width}`}`;
}
