/** For tests: the text of a PDF as a reader would copy it, in the order of the file, by the tables its fonts bring (ISO 32000-1, 9.10.3). */
import { inflateSync } from 'node:zlib';

const OBJECT = /(\d+) 0 obj\n([\s\S]*?)\nendobj/g;
const STREAM = 'stream\n';
const FONTS = /\/Font <<([\s\S]*?)>>/;
export function textOfPdf(pdf: Buffer): string {
  const objects = new Map([...pdf.toString('latin1').matchAll(OBJECT)].map(([, id, body]) => [id!, body!]));
  const letters = new Map<string, Map<number, string>>();
  const lettersOf = (font: string) => {
    if (!letters.has(font)) {
      const [, table] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '') ?? [];
      letters.set(font, charactersIn(inflated(objects.get(table!) ?? '')));
    }
    return letters.get(font)!;
  };
  return [...objects.values()]
    .filter((body) => body.includes('/Type /Page\n'))
    .map((page) => {
      const fonts = new Map(
        [...(FONTS.exec(page)?.[1] ?? '').matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, n, id]) => [n!, id!]),
      );
      const [, contents] = /\/Contents (\d+) 0 R/.exec(page) ?? [];
      return textOfPage(inflated(objects.get(contents!) ?? ''), (name) => lettersOf(fonts.get(name) ?? ''));
    })
    .join('\n');
}

function textOfPage(content: string, fontNamed: (name: string) => Map<number, string>): string {
  let font = new Map<number, string>();
  let text = '';
  // A span that says its own text: its letters are not to be read.
  let said = false;
  let before: Token[] = [];
  for (const token of tokensOf(content)) {
    if (token.kind !== 'operator') {
      before.push(token);
      continue;
    }
    if (token.text === 'Tf') font = fontNamed(before.findLast(({ kind }) => kind === 'name')?.text ?? '');
    else if (token.text === 'BDC') {
      const at = before.findIndex(({ kind, text }) => kind === 'name' && text === 'ActualText');
      if (at >= 0) {
        text += utf16(before[at + 1]!.text).replace('\ufeff', '');
        said = true;
      }
    } else if (token.text === 'EMC') said = false;
    else if (!said && (token.text === 'Tj' || token.text === 'TJ'))
      for (const { kind, text: hex } of before) if (kind === 'string') text += spelled(Buffer.from(hex, 'hex'), font);
    before = [];
  }
  return text;
}

interface Token {
  kind: 'operator' | 'name' | 'string' | 'other';
  /** of a string its bytes in hexadecimal, of a name what follows the stroke */
  text: string;
}

const PLAIN = /\/([^\s()<>[\]{}/%]*)|<([0-9A-Fa-f\s]*)>|([A-Za-z'"*][A-Za-z0-9'"*]*)|<<|>>|[[\]]|[-+.0-9]+|\s+/y;

/** Strings in parentheses may hold parentheses that match, so they are walked through letter by letter. */
function* tokensOf(content: string): Generator<Token> {
  let at = 0;
  while (at < content.length) {
    if (content[at] === '(') {
      const end = endOfLiteral(content, at);
      yield { kind: 'string', text: bytesOf(content.slice(at + 1, end)).toString('hex') };
      at = end + 1;
      continue;
    }
    PLAIN.lastIndex = at;
    const found = PLAIN.exec(content);
    if (!found) throw new Error(`unreadable content of a page: ${content.slice(at, at + 40)}`);
    at = PLAIN.lastIndex;
    const [all, name, hex, operator] = found;
    if (name !== undefined) yield { kind: 'name', text: name };
    else if (hex !== undefined) yield { kind: 'string', text: hex.replace(/\s/g, '') };
    else if (operator !== undefined) yield { kind: 'operator', text: operator };
    else if (all.trim() !== '') yield { kind: 'other', text: all };
  }
}

function endOfLiteral(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    if (content[at] === '\\') at += 1;
    else if (content[at] === '(') depth += 1;
    else if (content[at] === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  throw new Error('a string without an end');
}

function utf16(units: string): string {
  return Buffer.from(units, 'hex').swap16().toString('utf16le');
}

function spelled(bytes: Buffer, font: Map<number, string>): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) text += font.get(bytes.readUInt16BE(i)) ?? '\ufffd';
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function bytesOf(literal: string): Buffer {
  const plain = literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (ESCAPES[escaped] ?? escaped),
  );
  return Buffer.from(plain, 'latin1');
}

function inflated(object: string): string {
  const at = object.indexOf(STREAM);
  const data = object.slice(at + STREAM.length);
  return object.slice(0, at).includes('/FlateDecode')
    ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
    : data;
}

function charactersIn(table: string): Map<number, string> {
  const pairs = [...table.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gim)];
  return new Map(pairs.map(([, glyph, units]) => [Number.parseInt(glyph!, 16), utf16(units!)]));
}
