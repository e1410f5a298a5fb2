/** A group of processes that share a bounded memory, as the kernel keeps one for each unit of systemd and each container. */
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** cgroup v2, and v1 as older systems still have it: where groups are, and what their files are called. */
const SORTS = [
  { root: '/sys/fs/cgroup', limit: 'memory.max', used: 'memory.current', events: 'memory.events' },
  {
    root: '/sys/fs/cgroup/memory',
    limit: 'memory.limit_in_bytes',
    used: 'memory.usage_in_bytes',
    events: 'memory.oom_control',
  },
];

export interface MemoryGroup {
  add(pid: number): void;
  /** what its processes use now, and so many bytes more */
  bound(more: number): void;
  /** how many processes the kernel has killed in it */
  killed(): number;
  /** once its processes are gone */
  discard(): void;
}

/** null: the system lets nobody make one here. */
export function memoryGroup(): MemoryGroup | null {
  for (const { root, limit, used, events } of SORTS) {
    const folder = join(root, `minna-bad-day-${process.pid}`);
    try {
      mkdirSync(folder);
    } catch {
      continue;
    }
    // A folder of another sort of group, or one that memory isn't given to.
    if (!existsSync(join(folder, limit))) {
      rmdirSync(folder);
      continue;
    }
    const at = (name: string) => join(folder, name);
    return {
      add: (pid) => writeFileSync(at('cgroup.procs'), String(pid)),
      bound: (more) => writeFileSync(at(limit), String(Number(readFileSync(at(used), 'utf8')) + more)),
      killed: () => Number(/^oom_kill (\d+)$/m.exec(readFileSync(at(events), 'utf8'))?.[1] ?? 0),
      discard: () => rmdirSync(folder),
    };
  }
  return null;
}
