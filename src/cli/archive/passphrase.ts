/** X12: the passphrase of an archive comes from a file or the environment, never from the command line, where others can read it. */
import { readFile } from 'node:fs/promises';

/** null: none is given */
export async function passphraseFrom(
  file: string | undefined,
  environment: Record<string, string | undefined>,
): Promise<string | null> {
  if (file !== undefined) return (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
  return environment.MINNA_BACKUP_PASSPHRASE || null;
}
