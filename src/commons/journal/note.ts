/**
 * P6, the journal: signed notes, verifier keys and the text of checkpoints as formats (C2SP signed-note and
 * tlog-checkpoint), without cryptography: Node and the browser each bring their own.
 */
import { type Bytes, concat, fromBase64, fromHex, isWellFormed, toBase64, toHex, utf8 } from './bytes.ts';

/** The one signature type of ours: Ed25519 over the note's text. */
const ED25519 = 0x01;
const PUBLIC_KEY_BYTES = 32;
const KEY_ID_BYTES = 4;
/** Many times 16 witnesses with the largest signatures there are. */
const MAX_NOTE_LENGTH = 1_000_000;
const MAX_SIGNATURES = 100;

/** A text that is not a signed note, a verifier key or a checkpoint. */
export class NoteError extends Error {
  override name = 'NoteError';
}

/** One signature line: who says so, with which key (four bytes), and the signature itself. */
export interface NoteSignature {
  name: string;
  keyId: Uint8Array;
  signature: Uint8Array;
}

/** The text includes its final newline: exactly what is signed. */
export interface Note {
  text: string;
  signatures: NoteSignature[];
}

/** A public key and the name it signs with. */
export interface VerifierKey {
  name: string;
  keyId: Bytes;
  publicKey: Bytes;
}

/** What a checkpoint says: this log, this many leaves, this root. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array;
}

/** @throws NoteError unless the name may stand in a signature line: not empty, no white space, no plus. */
function assertName(name: string): void {
  if (name === '' || /[\p{White_Space}+]/u.test(name) || hasControls(name)) {
    throw new NoteError(`“${name}” cannot be the name of a key`);
  }
}

function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 0x20 && text[i] !== '\n') return true;
  return !isWellFormed(text);
}

/** Writes a note. @throws NoteError for a text or a name that a note cannot hold. */
export function formatNote({ text, signatures }: Note): string {
  if (!text.endsWith('\n') || hasControls(text)) throw new NoteError('the text of a note is whole lines');
  if (signatures.length === 0) throw new NoteError('a note has at least one signature');
  const lines = signatures.map(({ name, keyId, signature }) => {
    assertName(name);
    return `— ${name} ${toBase64(concat(keyId, signature))}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** Reads a note; whether its signatures hold is another question. @throws NoteError if it is none. */
export function parseNote(note: string): Note {
  if (note.length > MAX_NOTE_LENGTH) throw new NoteError('too long for a note');
  if (hasControls(note)) throw new NoteError('a note has no control characters');
  // The text may have empty lines; the last one is where the signatures begin.
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw new NoteError('no signatures');
  const lines = note.slice(end + 2).split('\n');
  lines.pop();
  if (lines.length === 0 || lines.length > MAX_SIGNATURES) throw new NoteError('no signatures, or too many');
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): NoteSignature {
  const match = /^— (\S+) (\S+)$/u.exec(line);
  if (!match) throw new NoteError(`“${line}” is no signature`);
  assertName(match[1]!);
  const bytes = decoded(match[2]!);
  if (bytes.length <= KEY_ID_BYTES) throw new NoteError(`“${line}” is no signature`);
  return { name: match[1]!, keyId: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
}

function decoded(base64: string): Bytes {
  try {
    return fromBase64(base64);
  } catch {
    throw new NoteError(`“${base64}” is not Base64`);
  }
}

/** What is hashed for a key's id; the id is the first four bytes of the SHA-256. */
export function keyIdInput(name: string, publicKey: Uint8Array): Bytes {
  return concat(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey);
}

/** A verifier key as people pass it on: `<name>+<id>+<type and key>`. */
export function formatVerifierKey({ name, keyId, publicKey }: VerifierKey): string {
  assertName(name);
  return `${name}+${toHex(keyId)}+${toBase64(concat(Uint8Array.of(ED25519), publicKey))}`;
}

/** Reads a verifier key; the id still has to be compared with its hash. @throws NoteError if it is none of ours. */
export function parseVerifierKey(text: string): VerifierKey {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text);
  if (!match) throw new NoteError('not a verifier key: <name>+<id>+<key>');
  assertName(match[1]!);
  const bytes = decoded(match[3]!);
  if (bytes.length !== 1 + PUBLIC_KEY_BYTES || bytes[0] !== ED25519) throw new NoteError('not an Ed25519 key');
  return { name: match[1]!, keyId: fromHex(match[2]!), publicKey: bytes.subarray(1) };
}

/** The text that is signed: origin, size, root; no extension lines, for nobody could check them. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (origin === '' || origin.includes('\n')) throw new NoteError('an origin is one line');
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads the text of a checkpoint; extension lines of other logs are passed over. @throws NoteError if it is none. */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length < 3 || lines.includes('')) throw new NoteError('not a checkpoint');
  const [origin, size, root] = lines as [string, string, string];
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) throw new NoteError(`no size: ${size}`);
  const bytes = decoded(root);
  if (bytes.length !== 32) throw new NoteError('a root has 32 bytes');
  return { origin, size: Number(size), root: bytes };
}
