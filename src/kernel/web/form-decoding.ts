// Serves every form: bytes become text, strictly. What isn't UTF-8 is refused rather than repaired, because a repaired
// text is no longer what its author wrote.
import { FormRefusal, FormValues } from './form-values.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeUtf8(bytes: Uint8Array, field?: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new FormRefusal('broken-encoding', field);
  }
}

function withoutNul(text: string, field?: string): string {
  if (text.includes('\0')) throw new FormRefusal('nul-character', field);
  return text;
}

function decodePercents(text: string, field?: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return withoutNul(spaced, field);
  let decoded: string;
  try {
    decoded = decodeURIComponent(spaced);
  } catch {
    throw new FormRefusal('broken-encoding', field);
  }
  return withoutNul(decoded, field);
}

/**
 * Reads the pairs of an `application/x-www-form-urlencoded` body. `fieldBytes` bounds one value, `fields` their number.
 * @throws FormRefusal
 */
export function parseUrlEncoded(bytes: Uint8Array, { fieldBytes, fields }: { fieldBytes: number; fields: number }) {
  const values = new FormValues();
  const text = decodeUtf8(bytes);
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf('&', start);
    if (end === -1) end = text.length;
    if (end > start) {
      const equals = text.indexOf('=', start);
      const split = equals === -1 || equals > end ? end : equals;
      const name = decodePercents(text.slice(start, split));
      const value = decodePercents(text.slice(split + 1, end), name);
      if (Buffer.byteLength(value) > fieldBytes) throw new FormRefusal('field-too-long', name);
      if (values.size === fields) throw new FormRefusal('too-many-fields');
      values.append(name, value);
    }
    start = end + 1;
  }
  return values;
}

/**
 * The text of a multipart name or value, which the parser gave byte for byte (latin1). Only a part that declares its own
 * charset, as no browser does, comes decoded already; letters beyond latin1 give it away.
 * @throws FormRefusal
 */
export function decodePart(text: string, field?: string): string {
  if (/^[\0-\xff]*$/.test(text)) return withoutNul(decodeUtf8(Buffer.from(text, 'latin1'), field), field);
  if (text.includes('\ufffd') || !text.isWellFormed()) throw new FormRefusal('broken-encoding', field);
  return withoutNul(text, field);
}
