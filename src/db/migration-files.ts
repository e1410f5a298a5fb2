/** The migrations as files: numbered SQL, forward only, never changed once applied. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const MIGRATIONS_FOLDER = join(import.meta.dirname, 'migrations');

export type MigrationFile = {
  number: number;
  /** File name with its number, e.g. `0001-hubs-and-actors.sql`. */
  name: string;
  sql: string;
  /** SHA-256 of the text with LF line ends, in hex. */
  checksum: string;
  /** False for files that begin with `-- no transaction`; their statements run one by one. */
  transaction: boolean;
};

/** A mistake in the migration files; nothing was applied. */
export class MigrationMistake extends Error {}

/** All migrations of a folder in order. Throws `MigrationMistake` on names out of pattern and on a number used twice. */
export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const files = await Promise.all(names.map((name) => readMigration(folder, name)));
  for (const [at, file] of files.entries()) {
    if (file.number === files[at + 1]?.number) {
      throw new MigrationMistake(`Two migrations have one number: ${file.name} and ${files[at + 1]?.name}.`);
    }
  }
  return files;
}

async function readMigration(folder: string, name: string): Promise<MigrationFile> {
  const number = /^(\d{4})-[a-z0-9]+(-[a-z0-9]+)*\.sql$/.exec(name)?.[1];
  if (!number) throw new MigrationMistake(`A migration is named like 0001-words-with-hyphens.sql; ${name} is not.`);
  const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
  const transaction = !/^-- no transaction\b/.test(sql);
  const carriesItsOwn = /^\s*(begin|commit|rollback)\s*;/im.test(sql.replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, ''));
  if (carriesItsOwn) throw new MigrationMistake(`${name} has BEGIN or COMMIT of its own; the runner does that.`);
  const unrepeatable = /\bcreate\s+(unique\s+)?index\s+concurrently\s+(?!if\s+not\s+exists\b)/i.test(sql);
  if (unrepeatable) throw new MigrationMistake(`${name}: write CREATE INDEX CONCURRENTLY IF NOT EXISTS.`);
  return { number: Number(number), name, sql, checksum: createHash('sha256').update(sql).digest('hex'), transaction };
}
