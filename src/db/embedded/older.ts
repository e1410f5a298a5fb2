/**
 * X12: the packaged server's data of an older major version, which the present one can't read: found, served once more by a program of that
 * version while its rows are taken out, and put aside under another name. Nothing of it is removed.
 */
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { APP_ROLE, type ConnectionOptions, socketConnection } from './connection.ts';
import { meetOther } from './guard.ts';
import { settleHome } from './home.ts';
import { spawnServer, stopServer } from './postmaster.ts';
import { makeLinks, packagedServer } from './program.ts';

export interface OlderCluster {
  folder: string;
  major: number;
  /** where it lies once it is put aside */
  aside: string;
}

/** The cluster that is to be upgraded; null when there is none, or the present version's is there already. */
export function olderCluster(dataDir: string): OlderCluster | null {
  const home = settleHome(dataDir);
  const present = Number.parseInt(packagedServer().version, 10);
  const majors = readdirSync(home.folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const major = Math.max(...majors.filter((one) => one < present));
  if (majors.includes(present) || !Number.isFinite(major)) return null;
  const folder = join(home.folder, String(major));
  return { folder, major, aside: `${folder}.before-${present}` };
}

/** A program that serves `major`: the copy that an earlier Minna left, or null. */
export function keptProgram(dataDir: string, major: number): string | null {
  const { programs } = settleHome(dataDir);
  const names = existsSync(programs) ? readdirSync(programs) : [];
  const name = names.toSorted().findLast((one) => one.startsWith(`postgres-${major}.`));
  return name === undefined ? null : join(programs, name);
}

/**
 * Serves an older cluster while `work` runs. `program` is a folder with bin/postgres of that version.
 * @throws Error when another Minna runs on it, or its server does not start
 */
export async function serveOlder<T>(
  dataDir: string,
  { folder, major }: OlderCluster,
  program: string,
  work: (app: ConnectionOptions) => Promise<T>,
): Promise<T> {
  if ((await meetOther(folder)) === 'alive') throw new Error(`A Minna is running on ${folder}. Stop it first.`);
  // As npm unpacks it, the program lacks the links of its libraries.
  if (existsSync(join(program, 'pg-symlinks.json'))) await makeLinks(program);
  const child = await spawnServer({ folder: program, major }, folder, settleHome(dataDir));
  try {
    return await work(socketConnection(folder, APP_ROLE));
  } finally {
    await stopServer(child);
  }
}

/** Lets the present version make a cluster of its own. */
export function putAside({ folder, aside }: OlderCluster): void {
  renameSync(folder, aside);
}
