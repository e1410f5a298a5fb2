/** The machine the figures were taken on, and the memory of processes. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';

export interface MachineKind {
  cores: number;
  memoryGb: number;
  platform: string;
  node: string;
  postgresql: string;
}

export function machineKind(postgresql: string): MachineKind {
  return {
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version.slice(1),
    postgresql,
  };
}

export interface ProcessMemory {
  pid: number;
  /** the program with its first argument that says something */
  name: string;
  rssBytes: number;
  /** its share: what several processes have in common (the program itself) is counted once, in parts; null where the system doesn't tell */
  shareBytes: number | null;
}

/** Resident memory of a process and of everything it started, its database server left out. */
export function memoryOf(root: number): ProcessMemory[] {
  const { stdout } = spawnSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,rss=,args='], {
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
  const all = stdout.split('\n').flatMap((line) => {
    const [, pid, parent, kilobytes, args] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid
      ? [{ pid: Number(pid), parent: Number(parent), rssBytes: Number(kilobytes) * 1024, args: args ?? '' }]
      : [];
  });
  const wanted = new Set([root]);
  // Children may be listed before their parents.
  for (let before = 0; before < wanted.size; ) {
    before = wanted.size;
    for (const one of all) if (wanted.has(one.parent) && !/\bpostgres\b/.test(one.args)) wanted.add(one.pid);
  }
  return all
    .filter(({ pid }) => wanted.has(pid))
    .map(({ pid, rssBytes, args }) => ({
      pid,
      rssBytes,
      shareBytes: shareOf(pid),
      name: /--role worker/.test(args) ? 'worker' : pid === root ? 'web' : args.slice(0, 60),
    }));
}

function shareOf(pid: number): number | null {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return kilobytes ? Number(kilobytes) * 1024 : null;
  } catch {
    return null;
  }
}

/** The most memory a process ever had, in bytes; null where the system doesn't tell. */
export function peakMemoryOf(pid: number): number | null {
  try {
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return peak ? Number(peak) * 1024 : null;
  } catch {
    return null;
  }
}
