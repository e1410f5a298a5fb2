/**
 * Draws what is attached to proposals of the demo town and writes it, cleaned as an upload would be, beside the other content:
 * `node src/db/demo/draw-attachments.ts`. Needs a Japanese font, so it is run by hand when a drawing changes, not when a town is loaded.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { cleanPicture } from '#commons/files/picture.ts';
import { timetable } from './draw-timetable.ts';

const FOLDER = join(import.meta.dirname, 'attachments');
const FONT = 'font-family="Noto Sans CJK JP, sans-serif"';

function text(x: number, y: number, size: number, words: string, more = ''): string {
  return `<text x="${x}" y="${y}" font-size="${size}" ${FONT} fill="#222" ${more}>${words}</text>`;
}

function frame(width: number, height: number, ...parts: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
}

/** A crossing on the way to school at dusk: one lamp is missing where people wait. */
function crossing(): string {
  const stripes = Array.from({ length: 9 }, (_, n) => {
    const x = 430 + n * 62;
    return `<path d="M${x} 470h34l${20 + (n - 4) * 4} 250h-54z" fill="#e8e6da" opacity=".85"/>`;
  });
  return frame(
    1280,
    800,
    '<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="#1b2540"/><stop offset="1" stop-color="#6b5a63"/></linearGradient>',
    '<radialGradient id="l"><stop stop-color="#ffe9a8" stop-opacity=".85"/><stop offset="1" stop-color="#ffe9a8" stop-opacity="0"/></radialGradient></defs>',
    '<rect width="1280" height="800" fill="url(#s)"/><path d="M0 430h1280v370H0z" fill="#2c2f36"/><path d="M0 430h1280v26H0z" fill="#454a52"/>',
    '<path d="M60 430V260l90-60 90 60v170zM900 430V300h260v130z" fill="#151a28"/><path d="M940 330h40v40h-40zM1040 330h40v40h-40z" fill="#e9b85f"/>',
    stripes.join(''),
    '<ellipse cx="250" cy="560" rx="250" ry="150" fill="url(#l)"/><path d="M246 560V170q0-30 34-30h46" stroke="#12151d" stroke-width="10" fill="none"/><path d="M310 130h60v18h-60z" fill="#ffe9a8"/>',
    '<path d="M1080 620V330q0-30-34-30h-46" stroke="#c0473b" stroke-width="6" stroke-dasharray="16 12" fill="none"/><path d="M950 290h60v18h-60z" fill="none" stroke="#c0473b" stroke-width="5" stroke-dasharray="10 8"/>',
    '<circle cx="1010" cy="530" r="26" fill="#171b24"/><path d="M978 560h64l14 110h-92z" fill="#171b24"/><path d="M986 566h48v52h-48z" fill="#3a2a2a"/>',
    text(770, 250, 34, 'ここに灯りがない', 'style="fill:#ffd9d3"'),
    text(60, 120, 34, 'いまある街灯（25メートル先）', 'style="fill:#ffe9a8"'),
  );
}

const STOPS: readonly [number, number, string, 'up' | 'down'][] = [
  [170, 640, 'ひなた駅', 'down'],
  [330, 560, '本町二丁目', 'up'],
  [500, 520, '橋のたもと', 'down'],
  [660, 430, '東地区集会所', 'up'],
  [820, 400, '緑ヶ丘団地入口', 'down'],
  [960, 300, '東小学校前', 'up'],
  [1110, 220, '市立病院', 'down'],
];

/** The line through the eastern district, with the way to the door of the hospital. */
function busLine(): string {
  const line = STOPS.map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const marks = STOPS.map(
    ([x, y, name, side]) =>
      `<circle cx="${x}" cy="${y}" r="15" fill="#fff" stroke="#197a4b" stroke-width="8"/>${text(side === 'up' ? x - 24 : x, side === 'up' ? y - 38 : y + 58, 28, name, 'text-anchor="middle"')}`,
  );
  return frame(
    1280,
    800,
    '<rect width="1280" height="800" fill="#f3f1e8"/><path d="M0 0h420q-60 130-220 150T0 260z" fill="#dbe7cf"/><path d="M700 800q60-170 250-190t330-120v310z" fill="#dbe7cf"/>',
    '<path d="M560 0q-90 220-20 360t-60 440" stroke="#a9cbe6" stroke-width="54" fill="none"/>',
    '<path d="M0 700L420 540l500-170 360-60M300 800l80-300L360 0M880 800l-30-420L900 0" stroke="#fff" stroke-width="22" fill="none"/>',
    '<path d="M0 660h340l-60 140" stroke="#8a8f98" stroke-width="8" stroke-dasharray="26 14" fill="none"/>',
    `<path d="${line}" stroke="#197a4b" stroke-width="14" fill="none" stroke-linejoin="round"/>`,
    '<path d="M1110 220l70-60" stroke="#c25a00" stroke-width="14" stroke-dasharray="20 12" fill="none"/><path d="M1160 70h90v90h-90z" fill="#fff" stroke="#c25a00" stroke-width="8"/><path d="M1205 88v54M1178 115h54" stroke="#c25a00" stroke-width="14"/>',
    marks.join(''),
    text(40, 70, 40, '東地区線と、病院の玄関までの延伸'),
    '<path d="M44 104h70" stroke="#197a4b" stroke-width="12"/><path d="M44 150h70" stroke="#c25a00" stroke-width="12" stroke-dasharray="18 10"/>',
    text(130, 114, 26, 'いまの路線'),
    text(130, 160, 26, '火曜・木曜に玄関まで'),
  );
}

/** The bench, from the side, with its measures. */
function bench(): string {
  const board = (x: number, y: number, width: number) =>
    `<rect x="${x}" y="${y}" width="${width}" height="34" rx="5" fill="#d9a868" stroke="#8a5a22" stroke-width="4"/>`;
  return frame(
    1280,
    800,
    '<rect width="1280" height="800" fill="#faf7f0"/><path d="M0 650h1280v150H0z" fill="#dfe5d6"/>',
    [250, 310, 370].map((y) => board(260, y, 620)).join(''),
    [470, 512].map((y) => board(240, y, 660)).join(''),
    '<path d="M290 230v420M850 230v420" stroke="#6d6f73" stroke-width="20"/><path d="M230 440h90M820 440h90" stroke="#8a5a22" stroke-width="24" stroke-linecap="round"/><path d="M560 440v34" stroke="#8a5a22" stroke-width="20"/><path d="M530 440h60" stroke="#8a5a22" stroke-width="22" stroke-linecap="round"/>',
    '<path d="M240 700h660M240 685v30M900 685v30M990 470v180M975 470h30M975 650h30M990 250v200M975 250h30" stroke="#333" stroke-width="3"/>',
    text(570, 745, 32, '幅 150センチ', 'text-anchor="middle"'),
    text(1012, 575, 28, '座る高さ 43センチ'),
    text(1012, 365, 28, '背もたれ 42センチ'),
    text(60, 90, 42, '端材のベンチ 図面1'),
    text(60, 145, 28, '板は1枚ずつ取りかえられます。ひじかけは立ち上がるときの支えです。'),
  );
}

async function draw(name: string, svg: string): Promise<void> {
  const path = join(mkdtempSync(join(tmpdir(), 'minna-drawing-')), name);
  writeFileSync(path, await sharp(Buffer.from(svg)).resize(1120).webp({ quality: 80, effort: 6 }).toBuffer());
  const clean = await cleanPicture(path, 'image/webp');
  writeFileSync(join(FOLDER, `${name}.webp`), clean.bytes);
  for (const { width, bytes } of clean.copies) writeFileSync(join(FOLDER, `${name}-${width}.webp`), bytes);
  console.log(name, clean.width, clean.height, clean.copies.map((copy) => copy.width).join(' '));
}

await draw('crossing', crossing());
await draw('bus-line', busLine());
await draw('bench', bench());
writeFileSync(join(FOLDER, 'timetable.pdf'), timetable());
