/**
 * P6, the journal: checkpoints, signed and opened (C2SP tlog-checkpoint, signed-note with Ed25519).
 */
import { createPublicKey, verify } from 'node:crypto';
import { type Bytes, sameBytes, utf8 } from './bytes.ts';
import { sha256 } from './merkle.ts';
import {
  type Checkpoint,
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  keyIdInput,
  NoteError,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  type VerifierKey,
} from './note.ts';
import type { SigningKey } from './signing-key.ts';

/** The first four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ public key). */
export function keyId(name: string, publicKey: Uint8Array): Bytes {
  return sha256(keyIdInput(name, publicKey)).slice(0, 4);
}

/** The verifier key with which anybody checks what `key` signs for this origin: `<name>+<id>+<key>`. */
export function encodeVkey(origin: string, publicKey: Bytes): string {
  return formatVerifierKey({ name: origin, keyId: keyId(origin, publicKey), publicKey });
}

/** Reads a verifier key. @throws NoteError if it is none, or if its id is another key's. */
export function parseVkey(text: string): VerifierKey {
  const key = parseVerifierKey(text.trim());
  if (!sameBytes(key.keyId, keyId(key.name, key.publicKey))) throw new NoteError('the id is not that of the key');
  return key;
}

/** Signs a text of whole lines as `name`. */
export function signNote(text: string, name: string, key: SigningKey): string {
  const signature = { name, keyId: keyId(name, key.publicKey), signature: key.sign(utf8(text)) };
  return formatNote({ text, signatures: [signature] });
}

/**
 * The text of a note that `key` has signed; signatures of others are passed over.
 * @throws NoteError if `key` has not signed it, or if one signature in its name does not hold.
 */
export function openNote(note: string, key: VerifierKey): string {
  const { text, signatures } = parseNote(note);
  const own = signatures.filter(({ name, keyId }) => name === key.name && sameBytes(keyId, key.keyId));
  if (own.length === 0) throw new NoteError(`not signed by ${key.name}`);
  const x = Buffer.from(key.publicKey).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const message = utf8(text);
  if (!own.every(({ signature }) => verify(null, message, publicKey, signature))) {
    throw new NoteError(`a signature in the name of ${key.name} does not hold`);
  }
  return text;
}

/** A checkpoint as a note, signed in the name of its origin. */
export function signCheckpoint(checkpoint: Checkpoint, key: SigningKey): string {
  return signNote(formatCheckpoint(checkpoint), checkpoint.origin, key);
}

/** Reads a checkpoint that `key` has signed. @throws NoteError unless it did, for the log of its own name. */
export function openCheckpoint(note: string, key: VerifierKey): Checkpoint {
  const checkpoint = parseCheckpoint(openNote(note, key));
  if (checkpoint.origin !== key.name) throw new NoteError(`a checkpoint of ${checkpoint.origin}, not of ${key.name}`);
  return checkpoint;
}

/** Reads a checkpoint without asking who signed it. @throws NoteError if it is none. */
export function readCheckpoint(note: string): Checkpoint {
  return parseCheckpoint(parseNote(note).text);
}
