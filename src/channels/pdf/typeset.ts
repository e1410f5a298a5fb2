/** F9.6, X6: a print as PDF/UA-1: tagged, with its fonts inside. Loads some fifty megabytes; so only the press, a process of its own, does. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { codePointsOf } from './code-points.ts';
import { legibleAll } from './legible.ts';
import type { Block, Booklet, Code, Poster, Print, Sheet } from './print.ts';
import { qrSvg } from './qr-svg.ts';
import { words } from './words.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/biz-udpgothic/package.json'));
const FILES = ['400Regular/BIZUDPGothic_400Regular.ttf', '700Bold/BIZUDPGothic_700Bold.ttf'].map((file) =>
  join(FONTS, file),
);

const TEMPLATES = { booklet: 'document.typ', sheet: 'sheet.typ', poster: 'poster.typ' } as const;

/** @throws Error when the typesetter refuses: a mistake of the template, or a print whose references lead nowhere */
export function typeset(print: Print): Buffer {
  const [regular, bold] = FILES.map((file) => codePointsOf(readFileSync(file)));
  const { value, named } = legibleAll(print, (code) => regular!.has(code) && bold!.has(code));
  const data = { ...withCodes(print, withNote(value, named)), at: dateParts(print.date), fonts: ['BIZ UDPGothic'] };
  const compiler = NodeCompiler.create({ workspace: HERE, fontArgs: [{ fontPaths: [FONTS] }] });
  compiler.mapShadow(join(HERE, 'print.json'), Buffer.from(JSON.stringify(data), 'utf8'));
  const compiled = compiler.compile({ mainFilePath: join(HERE, TEMPLATES[print.look ?? 'booklet']) });
  if (!compiled.result)
    throw new Error(`a print was refused: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
}

function withNote(print: Print, named: boolean): Print {
  if (!named || print.look === 'poster') return print;
  const w = words(print.labels);
  const { heading, text } = print.codePoints ?? { heading: { label: w.codePoints }, text: { label: w.codePointsText } };
  const note: Block[] = [
    { kind: 'heading', level: 1, text: heading },
    { kind: 'text', text },
  ];
  return { ...print, blocks: [...print.blocks, ...note] };
}

/** Addresses and drawings go as they are: a line may not end inside a path, and an address with a named letter leads nowhere. */
function withCodes(given: Print, legible: Print): Print {
  const drawn = ({ url }: Code, shown: Code) => {
    const { href } = new URL(url);
    return { ...shown, url: href, svg: qrSvg(href) };
  };
  if (given.look === 'poster') return { ...(legible as Poster), code: drawn(given.code, (legible as Poster).code) };
  const blocks = (legible as Sheet | Booklet).blocks.map((block, at): Block => {
    const before = given.blocks[at];
    if (block.kind === 'picture' && before?.kind === 'picture') return { ...block, svg: before.svg };
    return block.kind === 'qr' && before?.kind === 'qr' ? { ...block, ...drawn(before, block) } : block;
  });
  return { ...(legible as Sheet | Booklet), blocks };
}

/** Year to second, in UTC. */
function dateParts(iso: string): number[] {
  return iso.split(/\D/).slice(0, 6).map(Number);
}
