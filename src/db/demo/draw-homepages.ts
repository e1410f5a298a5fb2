/**
 * Draws the pictures on homepages of the demo town, without a letter in them, and writes them cleaned as an upload would be:
 * `node src/db/demo/draw-homepages.ts`. Run by hand when a drawing changes, not when a town is loaded.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { cleanPicture } from '#commons/files/picture.ts';
import {
  COATS,
  circle,
  crowd,
  H,
  hills,
  house,
  person,
  rect,
  room,
  seated,
  shape,
  sky,
  stroke,
  table,
  tree,
  W,
} from './draw-shapes.ts';

const FOLDER = join(import.meta.dirname, 'attachments');
const SCENES: Readonly<Record<string, () => string>> = {
  river: () =>
    sky('#bfe3f5', '#f6f3dd') +
    hills(250, 90, '#8fb58a', 3) +
    shape('M0 540V420Q260 330 520 400T960 330V540Z', '#79b4d8') +
    shape('M0 540V470Q240 420 470 480T960 430V540Z', '#86b457') +
    [120, 300, 520, 760]
      .map((x, n) =>
        stroke(
          `M${x} ${500 - n * 8}l-8 -40M${x + 14} ${502 - n * 8}l2 -46M${x + 30} ${500 - n * 8}l10 -38`,
          '#4f7f35',
          6,
        ),
      )
      .join('') +
    crowd(4, 500, 130, 200, 170),
  supper: () =>
    room('#fbeedb', '#d8b48a') +
    table(90, 330, 780) +
    [170, 310, 450, 590, 730]
      .map(
        (x, n) =>
          shape(`M${x} 300h90q-8 34 -45 34t-45 -34z`, ['#c0563f', '#ffffff', '#2f6f9f', '#d9a23a', '#5a8a4a'][n]!) +
          stroke(`M${x + 35} 280q-12 -18 0 -34M${x + 58} 280q12 -18 0 -34`, '#ffffff', 5),
      )
      .join('') +
    seated(6, 322, 170, 150, 135) +
    table(90, 330, 780) +
    [170, 310, 450, 590, 730]
      .map((x, n) =>
        shape(`M${x} 304h84q-8 30 -42 30t-42 -30z`, ['#c0563f', '#f7f4ee', '#2f6f9f', '#d9a23a', '#5a8a4a'][n]!),
      )
      .join(''),
  bus: () =>
    sky('#cfe7f4', '#fdf4df') +
    hills(300, 60, '#a9c79a', 8) +
    [40, 200, 720, 850]
      .map((x, n) => house(x, 372, 90 + (n % 2) * 20, '#f1e2c6', ['#9a4b3a', '#4a6a8a'][n % 2]!))
      .join('') +
    rect(0, 372, W, 168, '#7f858c') +
    stroke('M20 456H940', '#f5f0dc', 8).replace('/>', ' stroke-dasharray="40 34"/>') +
    rect(330, 270, 330, 150, '#d9683f', 22) +
    rect(352, 294, 200, 56, '#dff0f7', 8) +
    rect(570, 294, 70, 90, '#dff0f7', 8) +
    circle(410, 424, 34, '#2c2f36') +
    circle(590, 424, 34, '#2c2f36') +
    circle(410, 424, 14, '#c9ccd2') +
    circle(590, 424, 14, '#c9ccd2') +
    crowd(3, 440, 120, 120, 80),
  lesson: () =>
    room('#eef3e6', '#cbb89a') +
    rect(350, 60, 270, 170, '#2f5f4a', 8) +
    stroke('M380 110h120M380 150h190M380 190h150', '#e8f0e4', 8) +
    table(120, 350, 330) +
    table(520, 350, 330) +
    seated(3, 352, 160, 170, 110) +
    seated(3, 352, 160, 570, 110) +
    rect(200, 326, 60, 26, '#ffffff') +
    rect(600, 326, 60, 26, '#ffffff') +
    rect(720, 326, 60, 26, '#ffffff'),
  street: () =>
    sky('#f9d9b0', '#fdf2dd') +
    [0, 1, 2, 3, 4, 5]
      .map(
        (n) =>
          rect(n * 165 - 10, 170 + (n % 3) * 26, 160, 250, ['#e9d3b0', '#d8c0a4', '#efe2ca'][n % 3]!) +
          shape(`M${n * 165 - 16} ${290 + (n % 2) * 12}h172l-14 46h-144z`, COATS[n]!) +
          rect(n * 165 + 20, 346, 100, 74, '#6d5a48'),
      )
      .join('') +
    rect(0, 420, W, 120, '#cfc6b6') +
    stroke('M0 60Q240 120 480 60T960 60', '#8a6a4a', 4) +
    [90, 230, 370, 510, 650, 790]
      .map((x, n) => circle(x, 96 + (n % 2) * 14, 22, n % 2 ? '#f2c14e' : '#e0604a'))
      .join('') +
    crowd(6, 520, 130, 110, 140),
  toddlers: () =>
    room('#fdf1ee', '#e7cfae') +
    shape('M240 470q240 -70 480 0q-40 60 -240 60t-240 -60z', '#9fc9b8') +
    [0, 1, 2].map((n) => rect(420 + n * 46, 420 - n * 40, 42, 42, COATS[n]!, 6)).join('') +
    circle(620, 440, 30, '#e0604a') +
    stroke('M600 424q20 14 40 0', '#ffffff', 6) +
    crowd(3, 430, 190, 130, 110) +
    person(700, 470, 100, '#d9a23a') +
    person(540, 500, 96, '#5a8a4a') +
    person(330, 500, 96, '#8a5a9a') +
    person(840, 430, 190, '#2f6f9f'),
  tea: () =>
    room('#f2ede4', '#c9a77c') +
    table(250, 350, 460) +
    seated(4, 358, 180, 290, 125) +
    [330, 450, 570]
      .map(
        (x) =>
          shape(`M${x} 326h50q-4 26 -25 26t-25 -26z`, '#f7f4ee') +
          stroke(`M${x + 18} 316q-6 -12 0 -22M${x + 34} 316q6 -12 0 -22`, '#ffffff', 4),
      )
      .join('') +
    rect(110, 300, 60, 100, '#b0763f', 8) +
    [0, 1, 2].map((n) => circle(120 + n * 22, 280 - (n % 2) * 18, 20, ['#e0604a', '#f2c14e', '#d77fa1'][n]!)).join(''),
  roof: () =>
    sky('#9fd0f0', '#eaf6fb') +
    circle(800, 110, 60, '#f7c948') +
    [0, 1, 2, 3, 4, 5, 6, 7]
      .map((n) =>
        stroke(
          `M${800 + Math.cos(n * 0.785) * 80} ${110 + Math.sin(n * 0.785) * 80}l${Math.cos(n * 0.785) * 30} ${Math.sin(n * 0.785) * 30}`,
          '#f7c948',
          8,
        ),
      )
      .join('') +
    hills(430, 50, '#a8c98f', 5) +
    rect(230, 320, 460, 180, '#f3e9d8') +
    shape('M180 330L300 190H640L740 330Z', '#7a4f3a') +
    [0, 1, 2]
      .map((n) => shape(`M${330 + n * 106} 210h92l22 96h-100z`, '#2b4a7a', 'stroke="#dfe8f2" stroke-width="5"'))
      .join('') +
    rect(280, 380, 90, 70, '#cfe6f2') +
    rect(540, 380, 80, 120, '#8a6238') +
    person(120, 500, 150, '#c0563f') +
    person(830, 500, 150, '#5a8a4a'),
  repair: () =>
    rect(0, 0, W, H, '#efe6d8') +
    rect(0, 340, W, 200, '#b98b58') +
    stroke('M0 60H960', '#c9b592', 10) +
    [100, 220, 340]
      .map(
        (x) =>
          stroke(`M${x} 60V120`, '#8a6a4a', 6) +
          rect(x - 10, 120, 20, 80, '#4a5560', 6) +
          rect(x - 30, 116, 60, 22, '#9aa5b0', 6),
      )
      .join('') +
    circle(640, 250, 110, '#f7f4ee') +
    circle(640, 250, 96, '#ffffff') +
    stroke('M640 250V180M640 250L690 276', '#2c2f36', 10) +
    circle(640, 250, 10, '#2c2f36') +
    circle(300, 300, 84, '#dfe8ee') +
    [0, 1, 2, 3]
      .map((n) => shape('M300 300q50 -60 0 -78q-40 20 0 78z', '#6fa8c9', `transform="rotate(${n * 90} 300 300)"`))
      .join('') +
    rect(286, 372, 28, 60, '#8a95a0') +
    rect(230, 430, 140, 24, '#8a95a0', 10) +
    stroke('M760 420l120 -60M780 450l120 -40', '#c0563f', 14) +
    stroke('M480 440h120M470 470h150', '#4a5560', 12),
  canal: () =>
    sky('#cde6f2', '#f7f2dc') +
    hills(230, 70, '#8fb08a', 11) +
    rect(0, 280, W, 260, '#b7cc6f') +
    [0, 1, 2, 3, 4].map((n) => stroke(`M${n * 230 - 120} 540L${430 + n * 26} 280`, '#94ad4f', 10)).join('') +
    shape('M380 540Q420 380 470 280H520Q520 400 600 540Z', '#7fb7d9') +
    rect(440, 330, 110, 16, '#6b6f76') +
    rect(452, 300, 14, 110, '#5a5f66') +
    rect(524, 300, 14, 110, '#5a5f66') +
    rect(466, 350, 58, 50, '#8a6238') +
    crowd(3, 470, 140, 130, 110) +
    person(740, 480, 150, '#2f6f9f') +
    tree(850, 330, 130, '#5f8f4a'),
  estate: () =>
    sky('#bcd9ee', '#f9f0dd') +
    [40, 360, 680]
      .map(
        (x, n) =>
          rect(x, 110 + n * 14, 240, 300, '#e8e2d4') +
          Array.from({ length: 12 }, (_, k) =>
            rect(
              x + 20 + (k % 4) * 54,
              140 + n * 14 + Math.floor(k / 4) * 82,
              36,
              46,
              k % 5 === n ? '#f7d774' : '#9fc0d6',
              4,
            ),
          ).join(''),
      )
      .join('') +
    rect(0, 410, W, 130, '#a9c78f') +
    tree(320, 450, 150, '#4f8a4a') +
    tree(640, 455, 140, '#5f9a55') +
    crowd(5, 520, 120, 140, 150) +
    stroke('M60 430H260', '#8a6a4a', 12) +
    stroke('M90 430v50M230 430v50', '#8a6a4a', 10),
  meeting: () =>
    room('#eef1f5', '#c3b69d') +
    rect(340, 60, 280, 190, '#ffffff', 8) +
    stroke('M370 210l60 -60l50 30l90 -80', '#c0563f', 8) +
    [380, 450, 520].map((x, n) => rect(x, 120 + n * 20, 40, 30, ['#f7e08a', '#a9d3b4', '#f2b8a0'][n]!)).join('') +
    table(130, 370, 700) +
    seated(6, 378, 170, 180, 120) +
    [230, 350, 470, 590, 710].map((x) => rect(x, 350, 50, 20, '#ffffff')).join(''),
  hands: () =>
    sky('#fdebd2', '#fff8ec') +
    crowd(7, 470, 230, 90, 130) +
    [90, 220, 350, 480, 610, 740, 870]
      .map(
        (x, n) =>
          stroke(`M${x + 36} ${330 - (n % 2) * 10}L${x + 60} ${210 - (n % 3) * 16}`, COATS[n]!, 24) +
          circle(x + 62, 200 - (n % 3) * 16, 16, '#e7bd97'),
      )
      .join(''),
  festival: () =>
    sky('#1f2a4a', '#6a4a6a') +
    hills(420, 60, '#2a2f45', 17) +
    stroke('M0 120Q240 200 480 120T960 120', '#d9c9a8', 4) +
    stroke('M0 230Q240 300 480 230T960 230', '#d9c9a8', 4) +
    [60, 180, 300, 420, 540, 660, 780, 900]
      .map(
        (x, n) =>
          circle(x, 170 + (n % 2) * 22, 30, '#f2913d') +
          circle(x, 170 + (n % 2) * 22, 16, '#ffd98a') +
          circle(x, 280 + (n % 2) * 16, 24, '#e0604a'),
      )
      .join('') +
    shape('M300 500h360v-120h-360z', '#7a4a3a') +
    rect(280, 360, 400, 24, '#c0563f') +
    circle(480, 330, 44, '#b0763f') +
    circle(480, 330, 32, '#f2e2c4') +
    crowd(6, 520, 140, 120, 145),
};

async function draw(name: string, drawing: string): Promise<void> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}">${drawing}</svg>`;
  const path = join(mkdtempSync(join(tmpdir(), 'minna-drawing-')), name);
  writeFileSync(path, await sharp(Buffer.from(svg)).webp({ quality: 72, effort: 6 }).toBuffer());
  const clean = await cleanPicture(path, 'image/webp');
  writeFileSync(join(FOLDER, `site-${name}.webp`), clean.bytes);
  for (const { width, bytes } of clean.copies) writeFileSync(join(FOLDER, `site-${name}-${width}.webp`), bytes);
  console.log(name, clean.width, clean.height, clean.bytes.length, clean.copies.map((copy) => copy.width).join(' '));
}

for (const [name, scene] of Object.entries(SCENES)) await draw(name, scene());
