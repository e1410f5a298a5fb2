/** X10: what a file is, read from its content. Its name and what its sender says of it count for nothing but CSV against text. */
import { readFile } from 'node:fs/promises';
import { DOCUMENT_TYPES, type FileKind, PICTURE_TYPES, refuse } from './file.ts';

export interface Sniffed {
  kind: FileKind;
  /** as it came in; a picture is kept as what PICTURE_TYPES says */
  type: string;
  extension: string;
}

const PHONE = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']);
const PAGES = new Set(['image/svg+xml', 'application/xml', 'text/html', 'application/rtf']);
/** What begins like this is a page or a drawing that a browser might run. */
const MARKUP = /^\s*<(?:[a-z!?])/i;

/**
 * @param claimedName what the sender calls the file
 * @throws Refusal unknown-type, drawing-or-page, phone-picture, with-macros, empty-file
 */
export async function sniff(path: string, claimedName: string): Promise<Sniffed> {
  const { fileTypeFromFile } = await import('file-type');
  // A detector that stumbles over a broken file hasn't recognised it.
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (!found) return sniffText(await readFile(path), claimedName);
  const type = found.mime;
  if (type in PICTURE_TYPES) return { kind: 'picture', type, extension: PICTURE_TYPES[type]!.extension };
  const ending = DOCUMENT_TYPES[type];
  if (ending) return { kind: 'document', type, extension: ending };
  if (PHONE.has(type)) throw refuse('phone-picture');
  if (PAGES.has(type)) throw refuse('drawing-or-page');
  if (/macroenabled/i.test(type)) throw refuse('with-macros');
  throw refuse('unknown-type');
}

function sniffText(bytes: Buffer, claimedName: string): Sniffed {
  if (bytes.length === 0) throw refuse('empty-file');
  // Tables from offices are often in the old encoding; it is kept and named, so that they open as they were.
  const [text, charset] = decoded(bytes, 'utf-8') ?? decoded(bytes, 'shift_jis') ?? [null, ''];
  if (text === null || hasControls(text)) throw refuse('unknown-type');
  if (MARKUP.test(text)) throw refuse('drawing-or-page');
  const extension = /\.csv$/i.test(claimedName) ? 'csv' : 'txt';
  return { kind: 'document', type: `text/${extension === 'csv' ? 'csv' : 'plain'}; charset=${charset}`, extension };
}

function decoded(bytes: Buffer, charset: string): [string, string] | null {
  try {
    return [new TextDecoder(charset, { fatal: true }).decode(bytes), charset];
  } catch {
    return null;
  }
}

/** Control characters other than tab, line ends and form feed: then it is no text, whatever it decodes to. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) return true;
    if (code === 127 || code === 0xfffd) return true;
  }
  return false;
}
