/** F7.5 How a list was saved: UTF-8 with or without its mark, CP932, UTF-16; or as something that is no text at all. */
import { createHash } from 'node:crypto';
import { type Bytes, UnreadableList } from './list.ts';

export const ENCODINGS = ['utf-8', 'shift_jis', 'utf-16le'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What can't be read in this encoding becomes this sign. */
export const BROKEN = '\ufffd';
const BROKEN_SIGNS = /\ufffd/g;
/** Kana, Chinese characters and full widths: three bytes each in UTF-8. Bytes of CP932 hardly ever look like them. */
const JAPANESE = /[\u3000-\u9fff\uff00-\uffef]/g;

const ZIPPED = [0x50, 0x4b, 0x03, 0x04];
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];
const MARK = [0xef, 0xbb, 0xbf];
const WIDE_MARK = [0xff, 0xfe];

function beginsWith(piece: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => piece[at] === byte);
}

const howMany = (text: string, signs: RegExp) => text.match(signs)?.length ?? 0;

/** @throws UnreadableList for a workbook, and for what holds NUL, which no text has and no database keeps */
function known(first: Uint8Array): Encoding | null {
  if (beginsWith(first, ZIPPED) || beginsWith(first, OLD_WORKBOOK)) throw new UnreadableList('is-workbook', 1);
  if (beginsWith(first, WIDE_MARK)) return 'utf-16le';
  if (first.includes(0)) throw new UnreadableList('no-text', 1);
  return beginsWith(first, MARK) ? 'utf-8' : null;
}

/**
 * One wrong byte doesn't make a file of another encoding: it is UTF-8 as long as more of it is Japanese in UTF-8 than is none, and the broken line is named
 * by whoever reads on. CP932 is what WHATWG calls shift_jis.
 * @throws UnreadableList
 */
export async function encodingOf(bytes: Bytes): Promise<{ encoding: Encoding; sha256: string }> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8');
  let given: Encoding | null | undefined;
  let broken = 0;
  let japanese = 0;
  const look = (text: string) => {
    broken += howMany(text, BROKEN_SIGNS);
    japanese += howMany(text, JAPANESE);
  };
  for await (const piece of bytes()) {
    hash.update(piece);
    if (given === undefined) given = known(piece);
    if (given === null) look(decoder.decode(piece, { stream: true }));
  }
  look(decoder.decode());
  return { encoding: given ?? (broken <= japanese ? 'utf-8' : 'shift_jis'), sha256: hash.digest('hex') };
}

export async function* textOf(bytes: Bytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytes()) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
