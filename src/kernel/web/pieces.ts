// Serves X12 (speed is designed in): an answer made of pieces that were compressed by themselves, some of them long ago, and
// still add up to one gzip stream. Sources: RFC 1951 (deflate: a stream is a row of blocks, byte-aligned where one ends with
// a flush), RFC 1952 (gzip), and zlib's crc32_combine (the CRC of two texts in a row from the CRCs of both).
import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A part of an answer, compressed. */
export interface Piece {
  /** deflate blocks that end at a whole byte and refer to nothing outside of them; no last block */
  deflated: Buffer;
  /** length as read, in bytes */
  bytes: number;
  crc: number;
  /** x^(8·bytes) modulo the CRC's polynomial: what the CRC of everything before is multiplied with */
  shift: number;
}

/** Below this, compressing a piece costs more than it saves. */
const STORED_BELOW = 300;
const LONGEST_STORED = 0xffff;

/** For a piece that is sent often: compressed well. */
export function keptPiece(text: string): Piece {
  return pieceOf(text, constants.Z_DEFAULT_COMPRESSION);
}

/** For a piece that is sent once: stored as it is when short, else compressed quickly. */
export function freshPiece(text: string): Piece {
  return pieceOf(text, constants.Z_BEST_SPEED);
}

function pieceOf(text: string, level: number): Piece {
  const plain = Buffer.from(text);
  const deflated =
    plain.length < STORED_BELOW
      ? stored(plain)
      : ownCopy(deflateRawSync(plain, { level, finishFlush: constants.Z_SYNC_FLUSH }));
  return { deflated, bytes: plain.length, crc: crc32(plain), shift: shiftOf(plain.length) };
}

/** What zlib gives is a slice of a larger buffer, which would stay in memory with it. */
function ownCopy(slice: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(slice.length);
  slice.copy(copy);
  return copy;
}

function stored(plain: Buffer): Buffer {
  const block = Buffer.allocUnsafeSlow(plain.length + 5);
  block[0] = 0;
  block.writeUInt16LE(plain.length, 1);
  block.writeUInt16LE(plain.length ^ LONGEST_STORED, 3);
  plain.copy(block, 5);
  return block;
}

const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** The last block, with nothing in it. */
const LAST_BLOCK = Buffer.from([3, 0]);

/** All pieces in a row as one gzip stream. */
export function gzipOf(pieces: readonly Piece[]): Buffer {
  let crc = 0;
  let length = 0;
  for (const piece of pieces) {
    crc = (multiply(piece.shift, crc) ^ piece.crc) >>> 0;
    length += piece.bytes;
  }
  const tail = Buffer.allocUnsafe(8);
  tail.writeUInt32LE(crc, 0);
  tail.writeUInt32LE(length % 2 ** 32, 4);
  return Buffer.concat([GZIP_HEAD, ...pieces.map((piece) => piece.deflated), LAST_BLOCK, tail]);
}

/** All pieces in a row as they were before. */
export function plainOf(pieces: readonly Piece[]): Buffer {
  return Buffer.concat(pieces.map(({ deflated }) => inflateRawSync(deflated, { finishFlush: constants.Z_SYNC_FLUSH })));
}

/** The CRC's polynomial, lowest power first, as RFC 1952 has it. */
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;

/** a·b modulo the polynomial. */
function multiply(a: number, b: number): number {
  let product = 0;
  let factor = b;
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if ((a & bit) !== 0) product ^= factor;
    factor = (factor & 1) === 0 ? factor >>> 1 : (factor >>> 1) ^ POLYNOMIAL;
  }
  return product >>> 0;
}

/** x^(2^k) for k = 0 … 31. */
const SQUARES: number[] = [ONE >>> 1];
while (SQUARES.length < 32) SQUARES.push(multiply(SQUARES.at(-1)!, SQUARES.at(-1)!));

/** x^(8·bytes). */
function shiftOf(bytes: number): number {
  let power = ONE;
  for (let rest = bytes, k = 3; rest > 0; rest = Math.floor(rest / 2), k += 1) {
    if (rest % 2 === 1) power = multiply(SQUARES[k % 32]!, power);
  }
  return power;
}
