/**
 * P6, the journal: where a log is read from when it is checked: its web address, or the folder of a mirror.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HASH_BYTES } from './merkle.ts';
import { decodeBundle, encodeBundle, MAX_ENTRY_BYTES, TILE_WIDTH, type TileId, tilePath } from './tiles.ts';

/** Files of a log, by their path below its address. */
export interface LogSource {
  /** The address or folder, for people. */
  name: string;
  /**
   * The bytes at a path, or null if the log does not have it.
   * @throws SourceError if nobody can tell, or if it is longer than `limit` bytes
   */
  read(path: string, limit: number): Promise<Uint8Array | null>;
}

/** The log could not be read; that says nothing about the log. */
export class SourceError extends Error {
  override name = 'SourceError';
}

const MAX_TILE_BYTES = TILE_WIDTH * HASH_BYTES;
const MAX_BUNDLE_BYTES = TILE_WIDTH * (2 + MAX_ENTRY_BYTES);
const MAX_TEXT_BYTES = 1_000_000;
const TIMEOUT_MS = 30_000;

/** A log by its web address or its folder. */
export function openSource(place: string): LogSource {
  return /^https?:\/\//.test(place) ? webSource(place) : folderSource(place);
}

export function folderSource(folder: string): LogSource {
  return {
    name: folder,
    read: async (path, limit) => {
      try {
        const bytes = await readFile(join(folder, path));
        if (bytes.length > limit) throw new SourceError(`${join(folder, path)}: longer than ${limit} bytes`);
        return bytes;
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        if (code === 'ENOENT' || code === 'ENOTDIR') return null;
        if (error instanceof SourceError) throw error;
        throw new SourceError(`${join(folder, path)}: ${(error as Error).message}`);
      }
    },
  };
}

/** The log below a web address; of a bare host, the log at `/journal`. */
export function webSource(
  address: string,
  { retryAfterMs = [500, 2000] }: { retryAfterMs?: number[] } = {},
): LogSource {
  const base = new URL(address);
  if (base.pathname === '/') base.pathname = '/journal';
  base.search = '';
  base.hash = '';
  const name = base.href.replace(/\/+$/, '');
  return {
    name,
    read: async (path, limit) => {
      for (const delay of [...retryAfterMs, null]) {
        try {
          return await get(`${name}/${path}`, limit);
        } catch (error) {
          if (delay === null || !(error instanceof SourceError)) throw error;
          await pause(delay);
        }
      }
      throw new SourceError(`${name}/${path}`);
    },
  };
}

async function get(url: string, limit: number): Promise<Uint8Array | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.status === 404 || response.status === 410) {
      await response.body?.cancel();
      return null;
    }
    if (!response.ok) throw new SourceError(`${url}: HTTP ${response.status}`);
    return await readAtMost(response, limit, url);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const { cause, message } = error as Error;
    throw new SourceError(`${url}: ${cause instanceof Error ? cause.message : message}`);
  }
}

async function readAtMost(response: Response, limit: number, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > limit) throw new SourceError(`${url}: longer than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A text file of the log, e.g. its checkpoint. */
export async function readText(source: LogSource, path: string): Promise<string | null> {
  const bytes = await source.read(path, MAX_TEXT_BYTES);
  return bytes && Buffer.from(bytes).toString('utf8');
}

/** A tile of hashes; if a partial one is gone because the log grew, the beginning of the full one. */
export async function readHashes(source: LogSource, tile: TileId): Promise<Uint8Array | null> {
  const length = tile.width * HASH_BYTES;
  const hashes =
    (await source.read(tilePath(tile), MAX_TILE_BYTES)) ??
    (tile.width < TILE_WIDTH ? await source.read(tilePath({ ...tile, width: TILE_WIDTH }), MAX_TILE_BYTES) : null);
  return hashes && (hashes.length > length ? hashes.subarray(0, length) : hashes);
}

/** A bundle of exactly `width` entries; if a partial one is gone, the beginning of the full one. */
export async function readBundle(
  source: LogSource,
  { index, width }: { index: number; width: number },
): Promise<Uint8Array | null> {
  const id: TileId = { level: 'entries', index, width };
  const bundle = await source.read(tilePath(id), MAX_BUNDLE_BYTES);
  if (bundle || width === TILE_WIDTH) return bundle;
  const full = await source.read(tilePath({ ...id, width: TILE_WIDTH }), MAX_BUNDLE_BYTES);
  return full && encodeBundle(decodeBundle(full, TILE_WIDTH).slice(0, width));
}
