/**
 * Draws the scan of a paper somebody handed in, as `draw-attachments.ts` draws what hangs on proposals: `node src/db/demo/draw-paper.ts`.
 * Needs Japanese fonts, so it is run by hand when the drawing changes.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { cleanPicture } from '#commons/files/picture.ts';
import { papers, SCAN } from './content/paper.ts';

const FOLDER = join(import.meta.dirname, 'attachments');
const PRINTED = 'font-family="Noto Sans CJK JP, sans-serif" fill="#222"';
const WRITTEN = 'font-family="Noto Serif CJK JP, serif" fill="#23408e"';
/** characters of a line */
const LINE = 21;

/** By hand: every line begins a little elsewhere and leans a little. */
function written(words: string, top: number): string[] {
  const lines = words.match(new RegExp(`.{1,${LINE}}`, 'gu')) ?? [];
  return lines.map((line, n) => {
    const y = top + n * 44;
    return `<text x="${76 + ((n * 5) % 7)}" y="${y}" font-size="27" ${WRITTEN} transform="rotate(${((n % 3) - 1) * 0.4} 350 ${y})">${line}</text>`;
  });
}

function rules(top: number, count: number): string {
  return `<path d="${Array.from({ length: count }, (_, n) => `M70 ${top + n * 44}h560`).join('')}" stroke="#999"/>`;
}

function sheet(): string {
  const paper = papers.find(({ scan }) => scan)!;
  const heading = (y: number, words: string) => `<text x="70" y="${y}" font-size="18" ${PRINTED}>${words}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SCAN.width}" height="${SCAN.height}"><rect width="100%" height="100%" fill="#e9e7e0"/><g transform="rotate(-0.8 350 495)"><rect x="22" y="20" width="656" height="950" fill="#fdfcf8"/>${[
    heading(70, 'ひなた市　意見の用紙'),
    `<text x="70" y="112" font-size="24" font-weight="700" ${PRINTED}>図書館の夜をもう一晩</text>`,
    heading(170, '☑ 意見　　☐ 質問'),
    heading(220, '意見または質問'),
    rules(270, 6),
    ...written(paper.body, 262),
    heading(560, '理由'),
    rules(610, 3),
    ...written(paper.reason ?? '', 602),
    heading(780, '☑ 名前を出さない　　☐ つぎの名前を公表してよい'),
    heading(920, '事務局が書く欄　受け取った日　　　　　番号'),
  ].join('')}</g></svg>`;
}

const path = join(mkdtempSync(join(tmpdir(), 'minna-drawing-')), SCAN.file);
writeFileSync(path, await sharp(Buffer.from(sheet())).webp({ quality: 70, effort: 6 }).toBuffer());
const clean = await cleanPicture(path, 'image/webp');
writeFileSync(join(FOLDER, `${SCAN.file}.webp`), clean.bytes);
for (const { width, bytes } of clean.copies) writeFileSync(join(FOLDER, `${SCAN.file}-${width}.webp`), bytes);
console.log(clean.width, clean.height, clean.copies.map(({ width }) => width).join(' '));
