/**
 * P6, the journal: keeps a copy of a log in a folder, laid out as it is served. The copy only ever grows by what has
 * been verified against what it held before: a town that rewrites its history does not rewrite its mirrors.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readCheckpoint } from './checkpoint.ts';
import { folderSource, type LogSource, readBundle, readHashes, readText, SourceError } from './source.ts';
import { type TileId, tilePath, tilesOfTree, tileWidth } from './tiles.ts';
import { type VerifyReport, verifyLog } from './verify.ts';

export interface MirrorOptions {
  /** The log's verifier key, from somewhere else than the log. */
  vkey?: string;
  /** Told now and then how many of how many files are there. */
  onProgress?: (files: number, of: number) => void;
}

export interface MirrorReport {
  report: VerifyReport;
  /** Files that were fetched; they are kept only if the report holds. */
  fetched: number;
}

/** Files asked for at once: quick over a slow line, gentle to a small server. */
const AT_ONCE = 8;

/** A head that could not be verified is kept beside the one that could: it is the evidence. */
export const REFUSED = 'checkpoint.refused';

/**
 * Brings the copy in `folder` up to the log's newest checkpoint. If that does not verify, the copy stays as it was and
 * the checkpoint is put into `checkpoint.refused`.
 *
 * @throws SourceError if the log cannot be read, NoteError if its checkpoint or the key is none
 */
export async function mirrorLog(source: LogSource, folder: string, options: MirrorOptions = {}): Promise<MirrorReport> {
  const copy = folderSource(folder);
  const note = await readText(source, 'checkpoint');
  if (note === null) throw new SourceError(`${source.name}: there is no journal`);
  const { size } = readCheckpoint(note);
  const old = await readText(copy, 'checkpoint');
  // The key the first copy came with: a log that changes its key has to be looked at by somebody.
  const logKey = (await readText(copy, 'key')) ?? (await readText(source, 'key'));

  const fetched = await fetchMissing(source, folder, size, options.onProgress ?? (() => {}));
  const report = await verifyLog(copy, {
    vkey: options.vkey,
    logKey,
    previousCheckpoint: old ?? undefined,
    checkpoint: note,
  });
  if (report.holds) {
    if (logKey !== null) await write(join(folder, 'key'), logKey);
    await write(join(folder, 'checkpoint'), note);
    await rm(join(folder, REFUSED), { force: true });
  } else {
    await removeUnverified(folder, size, old === null ? 0 : readCheckpoint(old).size);
    await write(join(folder, REFUSED), note);
  }
  return { report, fetched };
}

/** What did not verify, also what an interrupted run left behind, must not be taken for a part of the copy next time. */
async function removeUnverified(folder: string, size: number, verifiedSize: number): Promise<void> {
  const verified = new Set([...filesOf(verifiedSize)].map(tilePath));
  for (const path of [...filesOf(size)].map(tilePath)) {
    if (!verified.has(path)) await rm(join(folder, path), { force: true });
  }
}

/** Fetches the files of a log of `size` entries that the folder lacks, and returns how many those were. */
async function fetchMissing(
  source: LogSource,
  folder: string,
  size: number,
  onProgress: (files: number, of: number) => void,
): Promise<number> {
  const files = [...filesOf(size)];
  let fetched = 0;
  let done = 0;
  const queue = files.values();
  const work = async () => {
    for (const tile of queue) {
      const path = tilePath(tile);
      if (!(await exists(join(folder, path)))) {
        const bytes = tile.level === 'entries' ? await readBundle(source, tile) : await readHashes(source, tile);
        if (bytes) {
          await write(join(folder, path), bytes);
          fetched += 1;
        }
      }
      onProgress(++done, files.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return fetched;
}

/** The files of a log of `size` entries, beside its checkpoint and key. */
export function* filesOf(size: number): Generator<TileId> {
  for (let index = 0; tileWidth(0, index, size) > 0; index++) {
    yield { level: 'entries', index, width: tileWidth(0, index, size) };
  }
  yield* tilesOfTree(size);
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

/** A file is there whole or not at all. */
async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, content);
  await rename(draft, path);
}
