/**
 * P6, the journal: checks a whole log without trusting the town, its operator or this program's server. It reads every
 * entry once, in order, and holds a few bundles at a time, however long the log is.
 */
import { sameBytes, toHex } from './bytes.ts';
import { openCheckpoint, parseVkey, readCheckpoint } from './checkpoint.ts';
import { LogReading } from './log-reading.ts';
import { type Checkpoint, NoteError } from './note.ts';
import { allHold, checkAllProofs } from './proof-check.ts';
import type { ProofDocument } from './proof-json.ts';
import { type LogSource, readText, SourceError } from './source.ts';

export type Verdict = 'holds' | 'fails' | 'skipped';

/** What one question came to. `at` is the first leaf or file that is wrong. */
export type Finding =
  /** Signed by the key; `given` is false if the key came from the log itself, which proves less. */
  | { check: 'signature'; verdict: Verdict; origin: string; key: string | null; given: boolean }
  /** Every entry can be fetched and is an entry of this log. */
  | { check: 'entries'; verdict: Verdict; count: number; at?: string }
  /** The entries have the root that was signed. */
  | { check: 'root'; verdict: Verdict; size: number; root: string }
  /** The tiles are those of the entries. */
  | { check: 'tiles'; verdict: Verdict; at?: string }
  /** The log only added to what it said earlier. */
  | {
      check: 'consistency';
      verdict: Verdict;
      oldSize: number;
      why?: 'shorter' | 'rewritten' | 'other-log' | 'unsigned';
    }
  /** The log begins where another one of the same town ended. */
  | { check: 'continuation'; verdict: 'holds'; origin: string; size: number }
  /** The words people were shown are those the log commits to. */
  | { check: 'proofs'; verdict: Verdict; count: number; failed: number };

export interface VerifyOptions {
  /** The log's verifier key, from somewhere else than the log. */
  vkey?: string;
  /** The key that the log itself names; read from its file `key` unless given. */
  logKey?: string | null;
  /** A checkpoint of this log from earlier: a signed note. */
  previousCheckpoint?: string;
  /** Proof documents that people were given. */
  proofs?: readonly ProofDocument[];
  /** Verify this head instead of the one the source has now. */
  checkpoint?: string;
  /** Told now and then how many entries have been read. */
  onProgress?: (entries: number, size: number) => void;
}

export interface VerifyReport {
  holds: boolean;
  checkpoint: Checkpoint;
  /** The signed note that was verified. */
  note: string;
  findings: Finding[];
}

/**
 * Verifies a log.
 * @throws SourceError if it cannot be read, NoteError if its checkpoint, the key or the older checkpoint is none
 */
export async function verifyLog(source: LogSource, options: VerifyOptions = {}): Promise<VerifyReport> {
  const note = options.checkpoint ?? (await readText(source, 'checkpoint'));
  if (note === null) throw new SourceError(`${source.name}: there is no journal`);
  const head = readCheckpoint(note);
  const previous = options.previousCheckpoint === undefined ? null : readCheckpoint(options.previousCheckpoint);
  if (options.vkey !== undefined) parseVkey(options.vkey);
  const vkey = options.vkey ?? (options.logKey === undefined ? await readText(source, 'key') : options.logKey);

  const proofHeads = (options.proofs ?? []).map(({ checkpoint }) => readCheckpoint(checkpoint));
  const reading = new LogReading(
    source,
    head,
    [previous, ...proofHeads].map((old) => old?.size ?? 0),
  );
  await reading.run(options.onProgress ?? (() => {}));

  const findings: Finding[] = [
    {
      check: 'signature',
      verdict: vkey === null ? 'skipped' : signedBy(note, vkey) ? 'holds' : 'fails',
      origin: head.origin,
      key: vkey?.trim() ?? null,
      given: options.vkey !== undefined,
    },
    ...findingsOf(reading, head),
  ];
  if (previous) {
    const signed = vkey === null || previous.origin !== head.origin || signedBy(options.previousCheckpoint!, vkey);
    findings.push(consistencyOf(reading, head, previous, signed));
  }
  if (options.proofs) findings.push(await checkProofDocuments(reading, head, options.proofs, vkey));
  return { holds: findings.every(({ verdict }) => verdict !== 'fails'), checkpoint: head, note, findings };
}

function findingsOf(reading: LogReading, head: Checkpoint): Finding[] {
  const { size, root } = head;
  const { count, badEntry, badTile, continues } = reading;
  const whole = count === size;
  const findings: Finding[] = [
    { check: 'entries', verdict: badEntry === undefined ? 'holds' : 'fails', count, at: badEntry },
    { check: 'root', verdict: !whole ? 'skipped' : reading.hadRoot(head) ? 'holds' : 'fails', size, root: toHex(root) },
    { check: 'tiles', verdict: badTile !== undefined ? 'fails' : whole ? 'holds' : 'skipped', at: badTile },
  ];
  if (continues) {
    findings.push({ check: 'continuation', verdict: 'holds', origin: continues.origin, size: continues.size });
  }
  return findings;
}

function signedBy(note: string, vkey: string): boolean {
  try {
    openCheckpoint(note, parseVkey(vkey));
    return true;
  } catch (error) {
    if (error instanceof NoteError) return false;
    throw error;
  }
}

function consistencyOf(reading: LogReading, head: Checkpoint, previous: Checkpoint, signed: boolean): Finding {
  const check = { check: 'consistency', oldSize: previous.size } as const;
  if (!signed) return { ...check, verdict: 'fails', why: 'unsigned' };
  if (previous.origin !== head.origin) {
    const continued = reading.continues;
    // The old log can no longer be read here; its last head is the first leaf of this one.
    if (continued?.origin !== previous.origin) return { ...check, verdict: 'fails', why: 'other-log' };
    if (continued.size < previous.size) return { ...check, verdict: 'fails', why: 'shorter' };
    if (continued.size > previous.size) return { ...check, verdict: 'skipped' };
    return sameBytes(continued.root, previous.root)
      ? { ...check, verdict: 'holds' }
      : { ...check, verdict: 'fails', why: 'rewritten' };
  }
  if (previous.size > head.size) return { ...check, verdict: 'fails', why: 'shorter' };
  return reading.hadRoot(previous) ? { ...check, verdict: 'holds' } : { ...check, verdict: 'fails', why: 'rewritten' };
}

async function checkProofDocuments(
  reading: LogReading,
  head: Checkpoint,
  documents: readonly ProofDocument[],
  vkey: string | null,
): Promise<Finding> {
  let count = 0;
  let failed = 0;
  for (const document of documents) {
    const proved = readCheckpoint(document.checkpoint);
    const steps = await checkAllProofs(document, vkey?.trim() ?? document.key);
    const sameLog = proved.origin === head.origin && reading.hadRoot(proved);
    count += document.proofs.length;
    if (!sameLog || !allHold(steps)) failed += Math.max(1, document.proofs.length);
  }
  return { check: 'proofs', verdict: failed === 0 ? 'holds' : 'fails', count, failed };
}
