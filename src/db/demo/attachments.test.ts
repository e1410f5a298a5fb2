import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { attachments, PICTURE } from './content/attachments.ts';
import { discussions } from './content/index.ts';
import { timetable } from './draw-timetable.ts';
import { bytesOf } from './tell-attachments.ts';

const pictures = attachments.filter(({ type }) => type === 'image/webp');

describe('X10 what is attached in the demo town', () => {
  test('hangs on proposals that are there, and is small', () => {
    const keys = new Set(discussions.map(({ key }) => key));
    expect(attachments.filter(({ discussion }) => !keys.has(discussion))).toEqual([]);
    const all = pictures.flatMap((one) => [bytesOf(one), ...PICTURE.widths.map((width) => bytesOf(one, width))]);
    expect(all.reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThan(200_000);
  });

  test.each(pictures)('$file is as large as it says in every size, with nothing in it but the picture', async (one) => {
    for (const width of [undefined, ...PICTURE.widths]) {
      const found = await sharp(bytesOf(one, width)).metadata();
      expect([found.width, found.exif, found.xmp]).toEqual([width ?? PICTURE.width, undefined, undefined]);
    }
  });

  test('the timetable is what its program writes', () => {
    const kept = attachments.find(({ file }) => file === 'timetable.pdf')!;
    expect(bytesOf(kept).equals(timetable())).toBe(true);
  });
});
