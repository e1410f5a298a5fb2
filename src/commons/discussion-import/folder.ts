/** The files of a conversation in a folder of this machine. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_NAMES, type FileName, type SourceFile } from './conversation.ts';

/** Files are also published with a date or a name before theirs, and in the singular: `2019-09-22-comments.csv`. */
const ALSO: Readonly<Record<FileName, RegExp>> = {
  'comments.csv': /(?:^|[-_. ])comments\.csv$/i,
  'votes.csv': /(?<!participants?[-_])(?:^|(?<=[-_. ]))votes\.csv$/i,
  'participants-votes.csv': /(?:^|[-_. ])participants?[-_]votes\.csv$/i,
  'summary.csv': /(?:^|[-_. ])summary\.csv$/i,
};

/** Those of the known files that are there. Of several that might be meant none is. @throws when the folder can't be read */
export async function folderFiles(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder);
  const files: SourceFile[] = [];
  for (const name of FILE_NAMES) {
    const alike = entries.filter((entry) => ALSO[name].test(entry));
    const entry = entries.includes(name) ? name : alike.length === 1 ? alike[0] : undefined;
    if (entry === undefined) continue;
    const path = join(folder, entry);
    const found = await stat(path);
    if (found.isFile()) files.push({ name, bytes: found.size, open: () => createReadStream(path) });
  }
  return files;
}
