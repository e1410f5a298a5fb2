/**
 * P6, the journal: checks a proof with Web Crypto alone, in the reader's browser and on the command line alike.
 * It trusts nothing it is given but the arithmetic.
 */
import { type Bytes, fromBase64, sameBytes, toHex, utf8 } from './bytes.ts';
import type { Json } from './canonical-json.ts';
import { commitmentInput } from './commitment-input.ts';
import { isContinuation, parseEntry } from './entry.ts';
import { inclusionSides, leafInput, nodeInput } from './merkle-path.ts';
import { type Checkpoint, keyIdInput, parseCheckpoint, parseNote, parseVerifierKey } from './note.ts';
import type { LeafProofJson, ProofDocument, ProofPart } from './proof-json.ts';

export type Outcome = 'holds' | 'fails' | 'unsupported';

/** One thing that was checked, in the order of a reader's questions. */
export type ProofStep =
  /** Who signed the head; `unsupported`: this browser cannot check Ed25519. */
  | { step: 'signature'; outcome: Outcome; origin: string; size: number }
  /** The entry is in the log that was signed. */
  | { step: 'inclusion'; outcome: Outcome; index: number; verb: string; at: string }
  /** These words are those the entry commits to. */
  | { step: 'part'; outcome: Outcome; index: number; part: string; content: Json }
  /** So many commitments whose words were erased or are not shown; nothing to check, nothing wrong. */
  | { step: 'silent'; outcome: 'holds'; index: number; count: number };

/**
 * Checks a proof document, step by step; a step that fails does not stop the others.
 *
 * @param trustedKey a verifier key the reader has from elsewhere; without it the document's own key is used, which
 *   shows that the log agrees with itself, not whose it is
 */
export async function* checkProofs(document: ProofDocument, trustedKey?: string): AsyncGenerator<ProofStep> {
  const head = readHead(document);
  const outcome = head ? await checkSignature(document.checkpoint, trustedKey ?? document.key) : 'fails';
  yield { step: 'signature', outcome, origin: head?.origin ?? '', size: head?.size ?? 0 };
  for (const proof of document.proofs) yield* checkLeaf(proof, head);
}

/** All steps of `checkProofs` at once. */
export async function checkAllProofs(document: ProofDocument, trustedKey?: string): Promise<ProofStep[]> {
  const steps: ProofStep[] = [];
  for await (const step of checkProofs(document, trustedKey)) steps.push(step);
  return steps;
}

/** Whether everything that could be checked holds. */
export function allHold(steps: readonly ProofStep[]): boolean {
  return steps.length > 0 && steps.every(({ outcome }) => outcome !== 'fails');
}

function readHead(document: ProofDocument): Checkpoint | null {
  try {
    return parseCheckpoint(parseNote(document.checkpoint).text);
  } catch {
    return null;
  }
}

async function checkSignature(note: string, vkey: string): Promise<Outcome> {
  try {
    const key = parseVerifierKey(vkey);
    const id = (await sha256(keyIdInput(key.name, key.publicKey))).subarray(0, 4);
    if (!sameBytes(id, key.keyId)) return 'fails';
    const { text, signatures } = parseNote(note);
    const own = signatures.filter(({ name, keyId }) => name === key.name && sameBytes(keyId, key.keyId));
    if (own.length === 0 || parseCheckpoint(text).origin !== key.name) return 'fails';
    const publicKey = await importKey(key.publicKey);
    if (!publicKey) return 'unsupported';
    for (const { signature } of own) {
      const holds = await crypto.subtle.verify('Ed25519', publicKey, Uint8Array.from(signature), utf8(text));
      if (!holds) return 'fails';
    }
    return 'holds';
  } catch {
    return 'fails';
  }
}

async function importKey(publicKey: Bytes): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  } catch (error) {
    // Browsers before 2025 have no Ed25519; that says nothing about the signature.
    if (error instanceof Error && error.name === 'NotSupportedError') return null;
    throw error;
  }
}

async function* checkLeaf(proof: LeafProofJson, head: Checkpoint | null): AsyncGenerator<ProofStep> {
  const { index } = proof;
  let verb = '';
  let at = '';
  let commitments: string[] = [];
  let outcome: Outcome = 'fails';
  try {
    const bytes = utf8(proof.entry);
    const entry = parseEntry(bytes);
    at = entry.at;
    if (!isContinuation(entry)) ({ verb, commitments } = entry);
    if (head && (await leadsTo(head, index, bytes, proof.path))) outcome = 'holds';
  } catch {
    outcome = 'fails';
  }
  yield { step: 'inclusion', outcome, index, verb, at };

  const open = new Set(commitments);
  for (const part of proof.parts) {
    const commitment = await commitmentOf(part);
    // Each commitment stands for one part: the same words cannot be counted twice.
    const outcome = commitment !== null && open.delete(commitment) ? 'holds' : 'fails';
    yield { step: 'part', outcome, index, part: part.part, content: part.content };
  }
  if (open.size > 0) yield { step: 'silent', outcome: 'holds', index, count: open.size };
}

async function leadsTo(head: Checkpoint, index: number, entry: Bytes, path: readonly string[]): Promise<boolean> {
  const sides = inclusionSides(index, head.size);
  if (sides.length !== path.length) return false;
  let running = await sha256(leafInput(entry));
  for (const [i, side] of sides.entries()) {
    const sibling = fromBase64(path[i]!);
    if (sibling.length !== running.length) return false;
    running = await sha256(side === 'left' ? nodeInput(sibling, running) : nodeInput(running, sibling));
  }
  return sameBytes(running, head.root);
}

async function commitmentOf({ salt, actor, part, content }: ProofPart): Promise<string | null> {
  try {
    return toHex(await sha256(commitmentInput({ salt: fromBase64(salt), actor, part, content })));
  } catch {
    return null;
  }
}

async function sha256(input: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', input));
}
