// Serves P4 (everything public is linkable): the identifiers of things, and how they look in an address.
import { randomBytes, randomUUID } from 'node:crypto';

/** Gives `size` random bytes. Injectable, so that tests are repeatable. */
export type RandomBytes = (size: number) => Uint8Array;

/** A clock that steps back less than this (an NTP correction) must not reorder ids; one set further back is followed. */
const SMALL_STEP_BACK_MS = 10_000;
const COUNTER_BITS = 26;

let lastMs = Number.NEGATIVE_INFINITY;
let counter = 0;

function nextTick(nowMs: number, random: RandomBytes): number {
  const stepBack = lastMs - nowMs;
  if (stepBack >= 0 && stepBack < SMALL_STEP_BACK_MS) {
    counter += 1;
    if (counter < 2 ** COUNTER_BITS) return lastMs;
    lastMs += 1;
  } else {
    lastMs = nowMs;
  }
  // The counter's first bit starts as zero: at least 2^25 ids fit in every millisecond.
  const seed = random(4);
  counter = (((seed[0]! << 24) | (seed[1]! << 16) | (seed[2]! << 8) | seed[3]!) >>> 0) & (2 ** (COUNTER_BITS - 1) - 1);
  return lastMs;
}

function hyphenated(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * UUID version 7 (RFC 9562, method 1 of section 6.2): 48 bits of Unix milliseconds, a 26-bit counter, 48 random bits.
 * Later calls of one process give greater ids. Its first half tells the time of its making: where that would give
 * somebody away (secret choices, codes, share links, exports), use `randomId`.
 */
export function uuidv7(now: Date, random: RandomBytes = randomBytes): string {
  const ms = nextTick(now.getTime(), random);
  const bytes = Buffer.allocUnsafe(16);
  bytes.writeUIntBE(ms, 0, 6);
  bytes[6] = 0x70 | (counter >>> 22);
  bytes[7] = (counter >>> 14) & 0xff;
  bytes[8] = 0x80 | ((counter >>> 8) & 0x3f);
  bytes[9] = counter & 0xff;
  bytes.set(random(6), 10);
  return hyphenated(bytes.toString('hex'));
}

/** UUID version 4: 122 random bits, tells nothing. */
export function randomId(): string {
  return randomUUID();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a UUID of any version, written in lower case with hyphens. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

// In ASCII order, without 0, O, I and l: short ids sort as their UUIDs do and can be read out on the telephone.
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const SHORT_LENGTH = 22;
const DIGIT_OF = new Map([...ALPHABET].map((letter, digit) => [letter, digit]));
const CHUNK_DIGITS = 5;
const CHUNK = 58n ** BigInt(CHUNK_DIGITS);

/**
 * The id as it stands in addresses: base 58, always 22 characters.
 * @throws RangeError when `uuid` isn't a UUID in lower case with hyphens
 */
export function shortId(uuid: string): string {
  const known = shortIds.get(uuid);
  if (known !== undefined) return known;
  if (!isUuid(uuid)) throw new RangeError('shortId needs a UUID in lower case with hyphens');
  let value = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let written = '';
  // Five digits to each long division: twice as fast as one by one, and lists show many ids.
  while (written.length < SHORT_LENGTH) {
    let rest = Number(value % CHUNK);
    value /= CHUNK;
    for (let digit = 0; digit < CHUNK_DIGITS && written.length < SHORT_LENGTH; digit += 1) {
      written = ALPHABET[rest % 58] + written;
      rest = Math.floor(rest / 58);
    }
  }
  return remember(shortIds, uuid, written);
}

/** The same things stand in many pages, and in one page many times. */
const shortIds = new Map<string, string>();
const slugs = new Map<string, string>();
const MOST_REMEMBERED = 2_000;

function remember(known: Map<string, string>, key: string, value: string): string {
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, value);
  return value;
}

const LARGEST = 2n ** 128n;

/** The UUID behind a short id, or null when the text isn't one (each UUID has exactly one short id). */
export function parseShortId(text: string): string | null {
  if (text.length !== SHORT_LENGTH) return null;
  let value = 0n;
  for (const letter of text) {
    const digit = DIGIT_OF.get(letter);
    if (digit === undefined) return null;
    value = value * 58n + BigInt(digit);
  }
  if (value >= LARGEST) return null;
  return hyphenated(value.toString(16).padStart(32, '0'));
}

const SLUG_LENGTH = 30;

/**
 * A readable tail for an address: letters and digits of any script in lower case, everything else one '-', at most
 * 30 code points; '' when the title has none. Not percent-encoded: a page may carry it as it is, a `Location` header needs `encodeURI`.
 */
export function slug(title: string): string {
  const known = slugs.get(title);
  if (known !== undefined) return known;
  const dashed = title
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-/, '');
  return remember(slugs, title, [...dashed].slice(0, SLUG_LENGTH).join('').replace(/-$/, ''));
}

/** The id with its readable tail, as it stands in an address: `3mJr7…-学校の-ビオトープ`. */
export function ref(id: string, title: string): string {
  const tail = slug(title);
  return tail === '' ? shortId(id) : `${shortId(id)}-${tail}`;
}

/** The UUID of a `ref`; its tail may be any text, since titles change and links stay. Null when it isn't a ref. */
export function parseRef(text: string): string | null {
  if (text.length > SHORT_LENGTH && text[SHORT_LENGTH] !== '-') return null;
  return parseShortId(text.slice(0, SHORT_LENGTH));
}

const TAILED = new RegExp(`/([${ALPHABET}]{${SHORT_LENGTH}})-[^/?#]*`, 'g');

/**
 * A path without the readable tails of its ids. It leads to the same page; written in a query, percent-encoded twice, a tail of
 * thirty Japanese letters takes 450 bytes, and pages carry the way back many times.
 */
export function withoutTails(path: string): string {
  return path.replace(TAILED, '/$1');
}
