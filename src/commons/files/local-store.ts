/** X10: files in a folder of this machine. For one machine; several share a store that speaks S3. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FileStore, StoreAway, StoreMissing } from './store.ts';

const MISSING = new Set(['ENOENT', 'ENOTDIR']);

/** @param folder made when the first file comes */
export function localStore(folder: string): FileStore {
  return {
    async put(key, content) {
      const path = join(folder, key);
      const arriving = `${path}.${randomUUID()}`;
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        if ('path' in content) await copyFile(content.path, arriving);
        else await writeFile(arriving, content.bytes, { mode: 0o600 });
        await flush(arriving);
        // Whoever reads in this moment finds the old bytes or the new ones, which are the same.
        await rename(arriving, path);
      } catch (error) {
        await rm(arriving, { force: true }).catch(() => {});
        throw new StoreAway('a file could not be written', { cause: error });
      }
    },
    async read(key, range) {
      const path = join(folder, key);
      try {
        await stat(path);
      } catch (error) {
        if (MISSING.has((error as NodeJS.ErrnoException).code ?? '')) throw new StoreMissing(key);
        throw new StoreAway('a file could not be read', { cause: error });
      }
      return createReadStream(path, range);
    },
    async remove(key) {
      await rm(join(folder, key), { force: true });
    },
  };
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
