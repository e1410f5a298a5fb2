/**
 * X12: an archive under a passphrase. AES-256-GCM over pieces of 64 KiB, so that any part can be read by itself and nothing can be
 * altered, left out, moved or cut off without being noticed: the number of a piece is its nonce, and the last piece says that it is.
 *
 *   "minna-sealed-1\n"  salt (16 bytes)  check (16 bytes)  piece, piece, … (each 65,536 bytes or the rest, and 16 bytes of tag)
 *
 * scrypt (N 32768, r 8, p 1) makes 48 bytes of passphrase and salt: the key, and the check by which a wrong passphrase is told from a
 * spoilt file. A nonce is 11 bytes of number, big-endian, and one byte that is 1 for the last piece.
 */
import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Transform } from 'node:stream';

const MAGIC = Buffer.from('minna-sealed-1\n');
const SALT_BYTES = 16;
const CHECK_BYTES = 16;
const HEAD_BYTES = MAGIC.length + SALT_BYTES + CHECK_BYTES;
const PIECE = 65_536;
const TAG = 16;
const SCRYPT = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** Shorter ones can be guessed by whoever has the file. */
export const SHORTEST_PASSPHRASE = 12;

/** What was sealed can't be opened: by this passphrase, or at all. */
export class SealBroken extends Error {
  readonly why: 'passphrase' | 'altered' | 'sealed';
  constructor(why: SealBroken['why']) {
    super(`the seal does not open: ${why}`);
    this.why = why;
  }
}

function keyOf(passphrase: string, salt: Buffer): { key: Buffer; check: Buffer } {
  const bytes = scryptSync(passphrase.normalize('NFC'), salt, 32 + CHECK_BYTES, SCRYPT);
  return { key: bytes.subarray(0, 32), check: bytes.subarray(32) };
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 3);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Seals what passes. @param salt 16 random bytes, never used twice */
export function sealing(passphrase: string, salt: Buffer): Transform {
  const { key, check } = keyOf(passphrase, salt);
  let number = 0;
  let waiting = Buffer.alloc(0);
  const sealed = (piece: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number++, isLast));
    return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  };
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      waiting = Buffer.concat([waiting, chunk]);
      // A full piece waits until there is more: only then it is not the last one.
      for (; waiting.length > PIECE; waiting = waiting.subarray(PIECE))
        this.push(sealed(waiting.subarray(0, PIECE), false));
      done();
    },
    flush(done) {
      this.push(sealed(waiting, true));
      done();
    },
  });
  stream.push(Buffer.concat([MAGIC, salt, check]));
  return stream;
}

/** Bytes anywhere in a file. */
export interface Bytes {
  size: number;
  read(start: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** @throws SealBroken */
export async function openBytes(file: FileHandle, passphrase: string | null): Promise<Bytes> {
  const { size } = await file.stat();
  const plain = (start: number, length: number) => readExactly(file, start, length);
  const head = size >= HEAD_BYTES ? await plain(0, HEAD_BYTES) : Buffer.alloc(HEAD_BYTES);
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) return { size, read: plain, close: () => file.close() };
  if (passphrase === null) throw new SealBroken('sealed');
  const { key, check } = keyOf(passphrase, head.subarray(MAGIC.length, MAGIC.length + SALT_BYTES));
  if (!check.equals(head.subarray(MAGIC.length + SALT_BYTES))) throw new SealBroken('passphrase');
  return unsealed({ file, size: size - HEAD_BYTES, key });
}

function unsealed({ file, size, key }: { file: FileHandle; size: number; key: Buffer }): Bytes {
  const pieces = Math.ceil(size / (PIECE + TAG));
  let kept: { number: number; bytes: Buffer } | null = null;

  async function piece(number: number): Promise<Buffer> {
    if (kept?.number === number) return kept.bytes;
    const start = number * (PIECE + TAG);
    const length = Math.min(PIECE + TAG, size - start);
    if (length < TAG) throw new SealBroken('altered');
    const bytes = await readExactly(file, HEAD_BYTES + start, length);
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, number === pieces - 1));
    decipher.setAuthTag(bytes.subarray(-TAG));
    try {
      kept = { number, bytes: Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]) };
    } catch {
      throw new SealBroken('altered');
    }
    return kept.bytes;
  }

  return {
    size: Math.max(0, size - pieces * TAG),
    async read(start, length) {
      const parts: Buffer[] = [];
      for (let at = start; at < start + length; ) {
        const bytes = await piece(Math.floor(at / PIECE));
        const part = bytes.subarray(at % PIECE, (at % PIECE) + start + length - at);
        if (part.length === 0) throw new SealBroken('altered');
        parts.push(part);
        at += part.length;
      }
      return Buffer.concat(parts);
    },
    close: () => file.close(),
  };
}

async function readExactly(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, start + done);
    if (bytesRead === 0) throw new SealBroken('altered');
    done += bytesRead;
  }
  return bytes;
}
