/** X10, X12: where this process keeps files and how it has them scanned; settled once, at the start. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clamd, type Scan } from './clamd.ts';
import { localStore } from './local-store.ts';
import { type S3Settings, s3Store } from './s3-store.ts';
import type { FileStore } from './store.ts';

export interface FileSettings {
  /** null: in the data folder */
  s3: S3Settings | null;
  /** `host:port`, or the path of a socket; null: nothing is scanned */
  clamd: string | null;
}

export interface OpenedFiles {
  store: FileStore;
  scan: Scan | null;
  /** a folder for files on their way in */
  arrivals: string;
}

let opened: OpenedFiles | null = null;

/** @param dataDir the data folder of this process: files, and those on their way in */
export function openFiles(settings: FileSettings, dataDir: string): void {
  opened = {
    store: settings.s3 ? s3Store(settings.s3) : localStore(join(dataDir, 'files')),
    scan: settings.clamd ? clamd(settings.clamd) : null,
    arrivals: arrivalsIn(join(dataDir, 'arriving-files')),
  };
}

/** Each process has a folder named by its number; what a killed one left is removed by the next that starts. */
function arrivalsIn(folder: string): string {
  const own = join(folder, String(process.pid));
  mkdirSync(own, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) if (!lives(Number(name))) rmSync(join(folder, name), { recursive: true });
  return own;
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** For tests: a store and a scanner of their own. */
export function openFilesWith(parts: OpenedFiles): void {
  opened = parts;
}

export function files(): OpenedFiles {
  if (!opened) throw new TypeError('openFiles() comes first');
  return opened;
}
