/** For tests: the text of a PDF as a reader would copy it, in the order of the file, by the tables its fonts bring (ISO 32000-1, 9.10.3). */
import { inflateSync } from 'node:zlib';

const OBJECT = /(\d+) 0 obj\n([\s\S]*?)\nendobj/g;
const STREAM = 'stream\n';
const FONTS = /\/Font <<([\s\S]*?)>>/;
const TOKEN =
  /\/(f\d+) [\d.]+ Tf|(\[(?:\((?:\\[\s\S]|[^\\()])*\)|[^\](])*\] TJ|\((?:\\[\s\S]|[^\\()])*\) Tj|<[0-9A-Fa-f]+> Tj)|\/ActualText <FEFF([0-9A-F]*)>|(EMC)/g;
/** Glyphs from 128 on are written in hexadecimal. */
const STRING = /\(((?:\\[\s\S]|[^\\()])*)\)|<([0-9A-Fa-f]+)>/g;

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
  for (const [, name, shown, units, end] of content.matchAll(TOKEN)) {
    if (name) font = fontNamed(name);
    else if (units !== undefined) {
      text += utf16(units);
      said = true;
    } else if (end) said = false;
    else if (!said)
      for (const [, literal, hex] of shown!.matchAll(STRING))
        text += spelled(hex ? Buffer.from(hex, 'hex') : bytesOf(literal!), font);
  }
  return text;
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
