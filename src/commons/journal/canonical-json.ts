/**
 * P6, the journal: canonical JSON (RFC 8785), so that everybody who hashes the same content gets the same hash.
 *
 * Stricter than JSON.stringify: what JSON cannot say exactly is refused, never bent. Runs in the browser, too.
 */
import { isWellFormed } from './bytes.ts';

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

/** Deeper than any content of ours, shallow enough that no content can exhaust the stack. */
const MAX_DEPTH = 100;

/** A value that has no canonical form; `path` says where it is, e.g. `$.parts[2].text`. */
export class CanonicalJsonError extends Error {
  override name = 'CanonicalJsonError';
  path: string;

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.path = path;
  }
}

/**
 * The canonical text of a value: members sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them (RFC 8785, section 3.2).
 *
 * @throws CanonicalJsonError for NaN, infinities, lone surrogates, bigint, undefined, functions, symbols, holes in
 *   arrays, objects that are not plain (Date, Map, Buffer…), and nesting deeper than 100.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', 0);
}

function write(value: unknown, path: string, depth: number): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return writeNumber(value, path);
  if (typeof value === 'string') return writeString(value, path);
  if (typeof value !== 'object') throw new CanonicalJsonError(path, `${typeof value} has no place in JSON`);
  if (depth === MAX_DEPTH) throw new CanonicalJsonError(path, `nested deeper than ${MAX_DEPTH}`);
  return Array.isArray(value) ? writeArray(value, path, depth) : writeObject(value, path, depth);
}

function writeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) throw new CanonicalJsonError(path, `${value} is not a JSON number`);
  // RFC 8785, section 3.2.2.3 is defined as ECMAScript's own number format, minus zero included.
  return JSON.stringify(value);
}

function writeString(value: string, path: string): string {
  if (!isWellFormed(value)) throw new CanonicalJsonError(path, 'a lone surrogate is not text');
  // For well-formed text JSON.stringify escapes exactly what RFC 8785, section 3.2.2.2 names.
  return JSON.stringify(value);
}

function writeArray(values: readonly unknown[], path: string, depth: number): string {
  let text = '[';
  for (let i = 0; i < values.length; i++) {
    if (i > 0) text += ',';
    text += write(values[i], `${path}[${i}]`, depth + 1);
  }
  return `${text}]`;
}

function writeObject(value: object, path: string, depth: number): string {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new CanonicalJsonError(path, `${prototype.constructor?.name ?? 'this object'} is not plain JSON`);
  }
  // Sorting strings without a comparator is sorting by UTF-16 code units, as section 3.2.3 asks.
  const members = Object.keys(value).sort();
  let text = '{';
  for (const [i, member] of members.entries()) {
    if (i > 0) text += ',';
    const memberPath = `${path}.${member}`;
    text += writeString(member, memberPath);
    text += ':';
    text += write((value as Record<string, unknown>)[member], memberPath, depth + 1);
  }
  return `${text}}`;
}
