/** X10: documents that are archives inside (Office, OpenDocument): looked into without unpacking, against archive bombs and macros. */
import yauzl from 'yauzl';
import { refuse } from './file.ts';

const MB = 1024 * 1024;
const MOST_ENTRIES = 5_000;
/** Unpacked, all entries together. */
const MOST_BYTES = 300 * MB;
/** Text shrinks to a tenth, seldom to a fiftieth; what shrinks further and is large was made to hurt. */
const MOST_TIMES = 120;
const HARMLESS_BYTES = 20 * MB;
const MACROS = /(^|\/)(vbaProject\.bin|Basic\/.+\.xml)$/i;

/**
 * Reads the directory of the archive at `path`; `packedBytes` is its size.
 * @throws Refusal packed-too-tight, with-macros, broken-document
 */
export async function checkPacked(path: string, packedBytes: number): Promise<void> {
  const archive = await opened(path);
  let entries = 0;
  let bytes = 0;
  try {
    if (archive.entryCount > MOST_ENTRIES) throw refuse('packed-too-tight');
    for await (const entry of archive.eachEntry()) {
      entries += 1;
      bytes += entry.uncompressedSize;
      if (entries > MOST_ENTRIES || bytes > MOST_BYTES) throw refuse('packed-too-tight');
      if (bytes > HARMLESS_BYTES && bytes > packedBytes * MOST_TIMES) throw refuse('packed-too-tight');
      if (MACROS.test(entry.fileName)) throw refuse('with-macros');
      if (entry.isEncrypted()) throw refuse('broken-document');
    }
  } catch (error) {
    throw error instanceof Error && error.name === 'Refusal' ? error : refuse('broken-document');
  } finally {
    archive.close();
  }
}

async function opened(path: string): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  } catch {
    throw refuse('broken-document');
  }
}
