/** X12: the key files of a deployment, which are kept outside its database. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pushKeyPath } from '#channels/push/index.ts';
import { signingKeyPath } from '#commons/journal/index.ts';
import type { Manifest } from './manifest.ts';

type KeyName = Manifest['keys'][number]['name'];

/** Where each lies, or would lie. */
export function keyPaths(dataDir: string, environment: Record<string, string | undefined>): Record<KeyName, string> {
  return {
    journal: signingKeyPath(dataDir, environment),
    push: pushKeyPath(dataDir, environment),
    secret: join(dataDir, 'secret'),
  };
}

/** Those there are. A secret that stands in the environment is the operator's to keep. */
export async function readKeys(paths: Record<KeyName, string>): Promise<Map<KeyName, Buffer>> {
  const keys = new Map<KeyName, Buffer>();
  for (const [name, path] of Object.entries(paths) as [KeyName, string][]) {
    try {
      keys.set(name, await readFile(path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return keys;
}
