/** The files of a conversation in a folder of this machine. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_NAMES, type SourceFile } from './conversation.ts';

/** Those of the known files that are there, whatever case their names are in. @throws when the folder can't be read */
export async function folderFiles(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder);
  const files: SourceFile[] = [];
  for (const name of FILE_NAMES) {
    const entry = entries.find((one) => one === name) ?? entries.find((one) => one.toLowerCase() === name);
    if (entry === undefined) continue;
    const path = join(folder, entry);
    const found = await stat(path);
    if (found.isFile()) files.push({ name, bytes: found.size, open: () => createReadStream(path) });
  }
  return files;
}
