/** What cells mean. Pure; null: the cell doesn't say it. */
import type { Stance } from '#commons/discussion/index.ts';

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
/** Below this, milliseconds would lie before 1974: it is seconds. */
const SECONDS_BELOW = 1e11;

/** Milliseconds since 1970 from a time in milliseconds, in seconds, or as a date of ISO 8601. */
export function timeOf(cell: string): number | null {
  const number = /^\d{9,16}(\.\d+)?$/.test(cell) ? Math.trunc(Number(cell)) : null;
  const parsed = /^\d{4}-\d{2}-\d{2}/.test(cell) ? Date.parse(cell) : Number.NaN;
  const time = number === null ? parsed : number < SECONDS_BELOW ? number * 1000 : number;
  return time >= EARLIEST && time < LATEST ? time : null;
}

/** 1 agree, -1 disagree, 0 pass; spreadsheets write them as 1.0 or +1. */
export function stanceOf(cell: string): Stance | null {
  if (!/^[+-]?[01](\.0+)?$/.test(cell)) return null;
  const value = Number(cell);
  return value === 0 ? 0 : value > 0 ? 1 : -1;
}

/** -1 hidden by the moderation, 0 not looked at, 1 accepted; without the column nothing was hidden. */
export function hiddenBy(cell: string): boolean | null {
  if (cell === '') return false;
  const value = stanceOf(cell);
  return value === null ? null : value === -1;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TOKYO = 9 * HOUR;

/** The day in Tokyo, as its first millisecond: nothing finer is kept of when somebody wrote or chose. */
export function dayOf(time: number): number {
  return Math.floor((time + TOKYO) / DAY) * DAY - TOKYO;
}
