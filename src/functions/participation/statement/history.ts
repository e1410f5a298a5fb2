/** F9.5 How a point came to say what it says, as a reader follows it. Pure. */
import { tokyoDate } from '#kernel/dates.ts';
import type { PointVersion } from './point-queries.ts';

export interface HistoryEntry {
  /** first and last version told of; several when somebody cited one opinion after another */
  from: number;
  to: number;
  version: PointVersion;
  /** the version before `from`; null at the first */
  before: PointVersion | null;
  reworded: boolean;
  moved: boolean;
  added: string[];
  removed: string[];
}

/**
 * Entries from versions, newest first. Versions of one person and day that change citations only become one entry. The oldest
 * version given is only compared with, unless it is the first of all.
 */
export function historyOf(versions: readonly PointVersion[]): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  versions.forEach((version, index) => {
    const before = versions[index + 1] ?? null;
    if (!before && version.version > 1) return;
    const last = entries.at(-1);
    if (last && before && onlyCites(last) && sameSitting(last.version, version) && !changedWords(before, version)) {
      entries[entries.length - 1] = entryOf(last.version, before, version.version);
    } else {
      entries.push(entryOf(version, before, version.version));
    }
  });
  return entries;
}

function entryOf(version: PointVersion, before: PointVersion | null, from: number): HistoryEntry {
  const then = new Set(before?.cites);
  const now = new Set(version.cites);
  return {
    from,
    to: version.version,
    version,
    before,
    reworded: before !== null && before.body !== version.body,
    moved: before !== null && before.section !== version.section,
    added: version.cites.filter((id) => !then.has(id)),
    removed: (before?.cites ?? []).filter((id) => !now.has(id)),
  };
}

function onlyCites(entry: HistoryEntry): boolean {
  return entry.before !== null && !entry.reworded && !entry.moved;
}

function changedWords(a: PointVersion, b: PointVersion): boolean {
  return a.body !== b.body || a.section !== b.section;
}

function sameSitting(a: PointVersion, b: PointVersion): boolean {
  return a.person_id === b.person_id && tokyoDate(a.written_at) === tokyoDate(b.written_at);
}
