/**
 * X7: which of the 8192 entries of a segment something stands in. Held as one bit each; kept as a list of places where that is shorter,
 * so that a row of the index never takes more than a kilobyte.
 */

export const SEGMENT = 8192;
const WORDS = SEGMENT / 32;
const BYTES = SEGMENT / 8;

export type Bits = Uint32Array;

export function noBits(): Bits {
  return new Uint32Array(WORDS);
}

/** Entries of a segment, by their place in it (0 to 8191). */
export function bitsOf(places: Iterable<number>): Bits {
  const bits = noBits();
  for (const place of places) setBit(bits, place);
  return bits;
}

export function setBit(bits: Bits, place: number): void {
  bits[place >>> 5]! |= 1 << (place & 31);
}

export function hasBit(bits: Bits, place: number): boolean {
  return (bits[place >>> 5]! & (1 << (place & 31))) !== 0;
}

export function clearBit(bits: Bits, place: number): void {
  bits[place >>> 5]! &= ~(1 << (place & 31));
}

export function intersect(into: Bits, other: Bits): void {
  for (let at = 0; at < WORDS; at += 1) into[at]! &= other[at]!;
}

/** What stands in both, as bits of its own. */
export function intersection(one: Bits, other: Bits): Bits {
  const both = new Uint32Array(one);
  intersect(both, other);
  return both;
}

export function unite(into: Bits, other: Bits): void {
  for (let at = 0; at < WORDS; at += 1) into[at]! |= other[at]!;
}

/** `into` without what stands in `other`. */
export function subtract(into: Bits, other: Bits): void {
  for (let at = 0; at < WORDS; at += 1) into[at]! &= ~other[at]!;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let at = 0; at < WORDS; at += 1) count += bitsSet(bits[at]!);
  return count;
}

/** How many stand in both. */
export function countBoth(one: Bits, other: Bits): number {
  let count = 0;
  for (let at = 0; at < WORDS; at += 1) count += bitsSet(one[at]! & other[at]!);
  return count;
}

/** Bits that are 1 in a word of 32, summed in pairs, fours and bytes. */
function bitsSet(bits: number): number {
  let word = bits - ((bits >>> 1) & 0x55555555);
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Places that are set, the highest first. */
export function* placesDown(bits: Bits): Generator<number> {
  for (let at = WORDS - 1; at >= 0; at -= 1) {
    let word = bits[at]!;
    while (word !== 0) {
      const top = 31 - Math.clz32(word);
      yield at * 32 + top;
      word &= ~(1 << top);
    }
  }
}

const LIST = 0;
const MAP = 1;

/** As it is kept: one byte for the form, then the places (two bytes each) or the bits. */
export function packed(bits: Bits): Buffer {
  const count = countBits(bits);
  if (count * 2 >= BYTES) {
    const map = Buffer.alloc(1 + BYTES);
    map[0] = MAP;
    for (let at = 0; at < WORDS; at += 1) map.writeUInt32LE(bits[at]!, 1 + at * 4);
    return map;
  }
  const list = Buffer.alloc(1 + count * 2);
  list[0] = LIST;
  let at = 1 + count * 2;
  for (const place of placesDown(bits)) {
    at -= 2;
    list.writeUInt16LE(place, at);
  }
  return list;
}

/** @throws RangeError when it was not made by `packed` */
export function unpacked(kept: Buffer): Bits {
  const bits = noBits();
  if (isMap(kept)) {
    for (let at = 0; at < WORDS; at += 1) bits[at] = kept.readUInt32LE(1 + at * 4);
  } else {
    for (let at = 1; at < kept.length; at += 2) setBit(bits, kept.readUInt16LE(at));
  }
  return bits;
}

/**
 * How many of what is kept stand in `bits`, too.
 *
 * @throws RangeError as `unpacked`
 */
export function countKept(kept: Buffer, bits: Bits): number {
  let count = 0;
  if (isMap(kept)) {
    for (let at = 0; at < WORDS; at += 1) count += bitsSet(bits[at]! & kept.readUInt32LE(1 + at * 4));
  } else {
    for (let at = 1; at < kept.length; at += 2) if (hasBit(bits, kept.readUInt16LE(at))) count += 1;
  }
  return count;
}

function isMap(kept: Buffer): boolean {
  if (kept[0] === MAP && kept.length === 1 + BYTES) return true;
  if (kept[0] === LIST && kept.length % 2 === 1) return false;
  throw new RangeError('a row of the search index is damaged: ./minna search rebuild');
}
