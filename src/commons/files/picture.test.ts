import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { WIDTHS } from './file.ts';
import { cleanPicture } from './picture.ts';
import { pictureWithExif, SECRET, workbench } from './samples-for-tests.ts';

const bench = workbench();
afterAll(() => bench.clear());

const TYPES = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
} as const;

async function refused(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'taken',
    (error) => (error instanceof Refusal ? error.all[0]!.code : String(error)),
  );
}

describe('X10 a picture', () => {
  test('the samples have in them what must come out', async () => {
    const sample = await pictureWithExif('jpeg', { orientation: 6 });
    const found = await sharp(sample).metadata();
    expect(found.orientation).toBe(6);
    expect(found.exif?.includes(SECRET)).toBe(true);
    expect(sample.includes('GPS') || found.exif!.length > 100).toBe(true);
  });

  test('comes out without any metadata, upright, in its size and in smaller ones', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('jpeg', 'png', 'webp', 'gif', 'avif'),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 16, max: 1200 }),
        fc.integer({ min: 16, max: 400 }),
        async (format, turned, width, height) => {
          // GIF and AVIF carry no such orientation.
          const orientation = format === 'gif' || format === 'avif' ? 1 : turned;
          const source = await pictureWithExif(format, { width, height, orientation });
          const clean = await cleanPicture(bench.write(source), TYPES[format]);
          const [w, h] = orientation >= 5 ? [height, width] : [width, height];
          expect([clean.width, clean.height]).toEqual([w, h]);
          for (const bytes of [clean.bytes, ...clean.copies.map((copy) => copy.bytes)]) {
            const { exif, xmp, iptc, orientation: left } = await sharp(bytes).metadata();
            expect({ exif, xmp, iptc, left }).toEqual({
              exif: undefined,
              xmp: undefined,
              iptc: undefined,
              left: undefined,
            });
            expect(bytes.includes(SECRET)).toBe(false);
            expect(bytes.includes('Exif')).toBe(false);
          }
          expect(clean.copies.map((copy) => copy.width)).toEqual([
            ...WIDTHS.filter((one) => one < w),
            ...(w <= WIDTHS[2] ? [w] : []),
          ]);
        },
      ),
      { numRuns: 24 },
    );
  }, 60_000);

  test('the same picture gives the same bytes', async () => {
    const source = bench.write(await pictureWithExif('jpeg', { width: 500 }));
    const [one, other] = await Promise.all([cleanPicture(source, 'image/jpeg'), cleanPicture(source, 'image/jpeg')]);
    expect(one.bytes.equals(other.bytes)).toBe(true);
  });

  test('of a moving one the first frame is kept', async () => {
    const frames = Buffer.concat([Buffer.alloc(20 * 20 * 3, 10), Buffer.alloc(20 * 20 * 3, 240)]);
    const moving = await sharp(frames, { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } })
      .gif()
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const clean = await cleanPicture(bench.write(moving), 'image/gif');
    expect([clean.type, clean.height]).toEqual(['image/png', 20]);
    expect((await sharp(clean.bytes).stats()).channels[0]!.mean).toBeLessThan(60);
  });

  test('a small file with more than fifty megapixels is refused, and a broken one', async () => {
    const huge = await sharp({ create: { width: 9000, height: 6000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(huge.length).toBeLessThan(1_000_000);
    expect(await refused(cleanPicture(bench.write(huge), 'image/png'))).toBe('too-many-pixels');
    const whole = await pictureWithExif('jpeg', { width: 400, height: 300 });
    expect(await refused(cleanPicture(bench.write(whole.subarray(0, whole.length / 2)), 'image/jpeg'))).toBe(
      'broken-picture',
    );
  });
});
