/** F9.6, X6: a print as PDF/UA-1: tagged, with its fonts inside. Loads some fifty megabytes; so only the press, a process of its own, does. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { codePointsOf } from './code-points.ts';
import { legibleAll } from './legible.ts';
import type { Print } from './print.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/biz-udpgothic/package.json'));
const FILES = ['400Regular/BIZUDPGothic_400Regular.ttf', '700Bold/BIZUDPGothic_700Bold.ttf'].map((file) =>
  join(FONTS, file),
);

/** @throws Error when the typesetter refuses: a mistake of the template, or a print whose references lead nowhere */
export function typeset(print: Print): Buffer {
  const [regular, bold] = FILES.map((file) => codePointsOf(readFileSync(file)));
  const { value, named } = legibleAll(print, (code) => regular!.has(code) && bold!.has(code));
  const blocks = named ? [...value.blocks, ...codePointNote(value)] : value.blocks;
  const data = { ...value, blocks, at: dateParts(print.date), fonts: ['BIZ UDPGothic'] };
  const compiler = NodeCompiler.create({ workspace: HERE, fontArgs: [{ fontPaths: [FONTS] }] });
  compiler.mapShadow(join(HERE, 'print.json'), Buffer.from(JSON.stringify(data), 'utf8'));
  const compiled = compiler.compile({ mainFilePath: join(HERE, 'document.typ') });
  if (!compiled.result)
    throw new Error(`a print was refused: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
}

function codePointNote({ codePoints }: Print): Print['blocks'] {
  return [
    { kind: 'heading', level: 1, text: codePoints.heading },
    { kind: 'text', text: codePoints.text },
  ];
}

/** Year to second, in UTC. */
function dateParts(iso: string): number[] {
  return iso.split(/\D/).slice(0, 6).map(Number);
}
