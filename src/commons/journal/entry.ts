/**
 * P6, the journal: the entries of the log. An entry says that something happened to something public, and when. It
 * never names an actor, an address or a text: what is in the log stays there for ever. Runs in the browser, too.
 */
import { type Bytes, textOf, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { NoteError, parseCheckpoint, parseNote } from './note.ts';

/** An act on something public. */
export interface EventEntry {
  /** The town's number in its deployment. */
  hub: number;
  /** A random id of the event, not the one it has inside: that one would tell its order to the microsecond. */
  event: string;
  /** RFC 3339, UTC, milliseconds: `2026-11-22T03:04:05.678Z`. */
  at: string;
  /** `<module>.<past participle>`, e.g. `proposals.published`. */
  verb: string;
  /** Id of the thing, and the version of it that the act made. */
  object: string;
  version: number;
  /** One SHA-256 in hexadecimal for each contributor's part, in ascending order so that the order says nothing. */
  commitments: string[];
}

/** The first entry of a log that takes over from an older one of the same town, with that one's last checkpoint. */
export interface ContinuationEntry {
  hub: number;
  at: string;
  /** The signed note, whole. */
  continues: string;
}

export type Entry = EventEntry | ContinuationEntry;

/** An act of more contributors' parts would not fit into an entry (65,535 bytes). */
export const MAX_PARTS = 900;

/** Something that is no entry of a journal. */
export class EntryError extends Error {
  override name = 'EntryError';
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TIME_LENGTH = '2026-11-22T03:04:05.678Z'.length;
const VERB = /^[a-z-]+\.[a-z-]+$/;
const MAX_VERB = 100;
const COMMITMENT = /^[0-9a-f]{64}$/;

const eventMembers = ['at', 'commitments', 'event', 'hub', 'object', 'verb', 'version'];
const continuationMembers = ['at', 'continues', 'hub'];

export function isContinuation(entry: Entry): entry is ContinuationEntry {
  return 'continues' in entry;
}

/** The bytes of an entry: its canonical JSON. Commitments may come in any order. @throws EntryError */
export function buildEntry(entry: Entry): Bytes {
  const sorted = isContinuation(entry) ? entry : { ...entry, commitments: [...entry.commitments].sort() };
  assertEntry(sorted);
  return utf8(canonicalJson(sorted));
}

/** Reads an entry. @throws EntryError unless these are exactly the bytes that `buildEntry` makes of it. */
export function parseEntry(bytes: Uint8Array): Entry {
  let text: string;
  let value: unknown;
  try {
    text = textOf(bytes);
    value = JSON.parse(text);
  } catch {
    throw new EntryError('not JSON in UTF-8');
  }
  assertEntry(value);
  if (canonicalJson(value) !== text) throw new EntryError('not in canonical form');
  return value;
}

/** Reads the entry of an act. @throws EntryError for anything else, also for the beginning of a continued log. */
export function parseEventEntry(bytes: Uint8Array): EventEntry {
  const entry = parseEntry(bytes);
  if (isContinuation(entry)) throw new EntryError('not the entry of an act');
  return entry;
}

function assertEntry(value: unknown): asserts value is Entry {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new EntryError('not an object');
  const entry = value as Record<string, unknown>;
  const members = Object.keys(entry).sort().join();
  if (members !== eventMembers.join() && members !== continuationMembers.join()) {
    throw new EntryError(`not the members of an entry: ${members}`);
  }
  check('hub', Number.isInteger(entry.hub) && (entry.hub as number) > 0);
  check('at', isTime(entry.at));
  if ('continues' in entry) check('continues', isCheckpoint(entry.continues));
  else assertEvent(entry);
}

function assertEvent(entry: Record<string, unknown>): void {
  check('event', matches(UUID, entry.event));
  check('object', matches(UUID, entry.object));
  check('verb', matches(VERB, entry.verb) && (entry.verb as string).length <= MAX_VERB);
  check('version', Number.isSafeInteger(entry.version) && (entry.version as number) >= 0);
  const { commitments } = entry;
  check('commitments', Array.isArray(commitments) && commitments.length <= MAX_PARTS);
  for (const [i, commitment] of (commitments as unknown[]).entries()) {
    const ascends = i === 0 || (commitments as string[])[i - 1]! < (commitment as string);
    check('commitments', matches(COMMITMENT, commitment) && ascends);
  }
}

function check(member: string, holds: boolean): void {
  if (!holds) throw new EntryError(`${member} is not what an entry has there`);
}

function matches(pattern: RegExp, value: unknown): boolean {
  return typeof value === 'string' && pattern.test(value);
}

function isTime(value: unknown): boolean {
  if (typeof value !== 'string' || value.length !== TIME_LENGTH) return false;
  const time = new Date(value);
  // Only one spelling of a time comes back as it was.
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}

function isCheckpoint(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    parseCheckpoint(parseNote(value).text);
    return true;
  } catch (error) {
    if (error instanceof NoteError) return false;
    throw error;
  }
}
