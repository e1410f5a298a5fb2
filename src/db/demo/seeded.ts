/** Chance that is the same at every loading: from a name to a number, an id, a moment. */
import { createHash } from 'node:crypto';

/** A number in [0, 1) that belongs to `name`. */
export function chance(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) / 2 ** 32;
}

/** A version-4 id that belongs to `name`. */
export function idFor(name: string): string {
  const bytes = createHash('sha256').update(`id:${name}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An endless stream of bytes from a name; stands in for the random generator while the demo town is loaded. */
export function byteStream(name: string): (size: number) => Buffer {
  let turn = 0;
  return (size) => {
    const parts: Buffer[] = [];
    for (let have = 0; have < size; have += 32) {
      parts.push(createHash('sha256').update(`${name}:${turn}`).digest());
      turn += 1;
    }
    return Buffer.concat(parts).subarray(0, size);
  };
}
