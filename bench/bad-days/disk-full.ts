/**
 * The disk is filled while people act: first below the floor from which on nothing more is accepted, then to its last byte. The town's folder
 * lies on a file system of its own for this, in memory; only root may make one.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  lchownSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WRITE_FLOOR_BYTES } from '#db/embedded/index.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { asked } from '../figures/asking.ts';
import { act } from '../figures/requests.ts';
import { startMinna } from '../minna-process.ts';
import { sessionToken } from '../seed/people.ts';
import type { BenchTown } from '../town.ts';
import { type BadDay, letAct, look, type Seen, until } from './stage.ts';

const MB = 1024 * 1024;
const ROOM_MB = 1_000;
const BACK_MS = 120_000;
/** The disk is looked at every five seconds. */
const NOTICED_MS = 30_000;
const FULL_FOR_MS = 10_000;

function needs(): string | null {
  return process.platform === 'linux' && process.getuid?.() === 0
    ? null
    : 'only root on Linux may make the small file system';
}

async function play(town: BenchTown): Promise<Seen> {
  // Of the packaged server: the folder above its cluster holds the reserve, too.
  const home = dirname(town.server.socketFolder);
  await town.pause();
  const disk = mkdtempSync(join(tmpdir(), 'minna-disk-'));
  const used = Number(command('du', '-sm', home).split(/\s/)[0]);
  command('mount', '-t', 'tmpfs', '-o', `size=${used + ROOM_MB}m,mode=0700`, 'tmpfs', disk);
  try {
    copyOwned(home, disk);
    command('mount', '--bind', disk, home);
    try {
      return await playOn(town, disk);
    } finally {
      command('umount', '--lazy', home);
    }
  } finally {
    command('umount', '--lazy', disk);
    rmSync(disk, { recursive: true, force: true });
  }
}

async function playOn(town: BenchTown, disk: string): Promise<Seen> {
  const minna = await startMinna({ dataDir: town.dataDir, detached: true });
  const acting = await letAct(town, () => minna.port);
  try {
    await until(() => acting.ledger.total > 100, BACK_MS);
    fill(join(disk, 'filler'), free(disk) - WRITE_FLOOR_BYTES / 2);
    const refused = await until(async () => (await form(minna.port)) === 503, NOTICED_MS);
    fill(join(disk, 'last'), Number.POSITIVE_INFINITY);
    await pause(FULL_FOR_MS);
    const left = free(disk);
    const page = await look(minna.port, '/proposals');
    for (const name of ['filler', 'last']) rmSync(join(disk, name));
    const before = acting.ledger.total;
    const began = performance.now();
    const acts = await until(() => acting.ledger.total > before, BACK_MS);
    const seconds = Math.round((performance.now() - began) / 1000);
    const { whole, told } = await acting.intact();
    return {
      seen: `nothing more was accepted below ${WRITE_FLOOR_BYTES / MB} MB: ${refused}; with ${left} bytes left a page: ${page?.status}; acts again: ${acts}, ${seconds} s after there was room; ${told}`,
      passed: refused && page?.status === 200 && acts && whole && !minna.ended(),
    };
  } finally {
    for (const name of ['filler', 'last']) rmSync(join(disk, name), { force: true });
    await acting.writers.stop();
    if (!minna.ended()) await minna.stop();
  }
}

/** The status of an answer to a form. */
async function form(port: number): Promise<number | undefined> {
  const sent = act(`/opinions/${shortId(randomId())}/vote`, port, sessionToken(0), { choice: 'agree' });
  return (await asked(sent, port).catch(() => null))?.status;
}

function free(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Writes so many bytes, or as many as there is room for. */
function fill(path: string, bytes: number): void {
  const file = openSync(path, 'w');
  const block = Buffer.alloc(MB, 1);
  let left = bytes;
  try {
    while (left > 0) left -= writeSync(file, block, 0, Math.min(MB, left));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}

function copyOwned(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !path.includes('.s.PGSQL') });
  const { uid, gid } = statSync(from);
  lchownSync(to, uid, gid);
  for (const path of readdirSync(to, { recursive: true, encoding: 'utf8' })) lchownSync(join(to, path), uid, gid);
}

function command(name: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(name, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

export const diskFull: BadDay = {
  name: 'disk-full',
  done: 'the disk is filled to its last byte while people act, and some of it is freed again',
  needs,
  play,
};
