/**
 * F1.3 XML as a stream, for feeds and exports: names, texts, nothing resolved from elsewhere. A file that declares entities of its own is
 * refused: a few lines of them stand for gigabytes. What broken exports really contain (control characters, `&nbsp;`) is read over.
 */
import { SaxesParser } from 'saxes';
import { DEEPEST, MOST_ELEMENTS, Unreadable } from './article.ts';

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void;
  text(text: string): void;
  close(name: string, depth: number): void;
}

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  copy: '©',
  reg: '®',
  hellip: '…',
  middot: '·',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  times: '×',
  yen: '¥',
  eacute: 'é',
};
/** What may be wrong without the rest being in doubt. */
const READ_OVER =
  /disallowed character|undefined entity|invalid entity|unescaped|invalid character|malformed character/i;

/** Reads `bytes` to their end. @throws Unreadable */
export async function readXml(bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser({ xmlns: false });
  Object.assign(parser.ENTITIES, NAMED);
  let depth = 0;
  let elements = 0;
  let trouble: Unreadable | null = null;
  const give = (code: Unreadable['code']) => {
    trouble ??= new Unreadable(code, parser.line);
  };
  parser.on('error', (error) => {
    if (READ_OVER.test(error.message)) return;
    give(
      /unclosed tag|unclosed root|document must contain/i.test(error.message) && parser.closed ? 'cut-off' : 'not-xml',
    );
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) give('entities');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    elements += 1;
    if (depth > DEEPEST) give('too-deep');
    if (elements > MOST_ELEMENTS) give('too-many-elements');
    if (!trouble) handler.open(name, attributes as Record<string, string>, depth);
  });
  parser.on('text', (text) => {
    if (!trouble) handler.text(text);
  });
  parser.on('cdata', (text) => {
    if (!trouble) handler.text(text);
  });
  parser.on('closetag', ({ name }) => {
    if (!trouble) handler.close(name, depth);
    depth -= 1;
  });
  for await (const text of decoded(bytes)) {
    try {
      // Exports of blogs are full of these, and XML knows none of them.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      parser.write(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ''));
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable('not-xml', parser.line);
    }
    if (trouble) throw trouble;
  }
  const open = depth;
  parser.close();
  if (open > 0) throw new Unreadable('cut-off');
  if (trouble) throw trouble;
}

/** Text in the encoding that the file itself names; UTF-8 where it names none, or one nobody knows. */
async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let start = new Uint8Array(0);
  for await (const piece of bytes) {
    if (decoder) yield decoder.decode(piece, { stream: true });
    else {
      start = Buffer.concat([start, piece]);
      if (start.length < 200) continue;
      decoder = decoderFor(start);
      yield opened(decoder.decode(start, { stream: true }));
    }
  }
  if (decoder) yield decoder.decode();
  else yield opened(decoderFor(start).decode(start));
}

/** White space before the declaration is common, and no parser takes it. */
function opened(text: string): string {
  return text.replace(/^\uFEFF?\s+(?=<)/, '');
}

function decoderFor(start: Uint8Array): TextDecoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  const named = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(Buffer.from(start).toString('latin1'))?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8');
  } catch {
    return new TextDecoder('utf-8');
  }
}
