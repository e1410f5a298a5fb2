/**
 * X10: a picture as it may be handed out: turned upright, with nothing in it but the picture (no place, no camera, no preview
 * with the part that was cut away), and its smaller copies. The work runs beside the event loop, two pictures at a time.
 */
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { MOST_PIXELS, PICTURE_TYPES, refuse, WIDTHS } from './file.ts';
import { Turns } from './turns.ts';

export interface CleanPicture {
  type: string;
  extension: string;
  bytes: Buffer;
  width: number;
  height: number;
  /** WebP, ascending */
  copies: { width: number; bytes: Buffer }[];
}

const LONGEST_SECONDS = 30;
/** WebP has no longer side. */
const LONGEST_SIDE = 16_383;
const turns = new Turns(2);

type SharpMaker = (input: string | Buffer, options?: SharpOptions) => Sharp;
let loaded: Promise<SharpMaker> | null = null;

/** Loaded with the first picture: it takes more memory than the rest of the program. */
function maker(): Promise<SharpMaker> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return loaded;
}

/**
 * @param type of the picture at `path`, one of PICTURE_TYPES
 * @throws Refusal broken-picture, too-many-pixels
 */
export function cleanPicture(path: string, type: string): Promise<CleanPicture> {
  return turns.take(async () => {
    const sharp = await maker();
    const open = () => sharp(path, { limitInputPixels: MOST_PIXELS, pages: 1, failOn: 'error' });
    try {
      await checkSize(await sharp(path, { limitInputPixels: false, pages: 1 }).metadata());
      return await cleaned(open, type);
    } catch (error) {
      if (error instanceof Error && error.name === 'Refusal') throw error;
      if (/pixel limit/i.test(String(error))) throw refuse('too-many-pixels', tooMany());
      throw refuse('broken-picture');
    }
  });
}

function tooMany() {
  return { facts: { megapixels: MOST_PIXELS / 1_000_000 } };
}

async function checkSize({ width, height, pageHeight }: Metadata): Promise<void> {
  if (width * (pageHeight ?? height) > MOST_PIXELS) throw refuse('too-many-pixels', tooMany());
}

async function cleaned(open: () => Sharp, type: string): Promise<CleanPicture> {
  const kept = PICTURE_TYPES[type]!;
  // Without keepMetadata() nothing but pixels is written; colours are turned to sRGB on the way.
  const upright = open().autoOrient().timeout({ seconds: LONGEST_SECONDS });
  const { data, info } = await written(upright, kept.extension).toBuffer({ resolveWithObject: true });
  const copies: CleanPicture['copies'] = [];
  for (const target of WIDTHS) {
    const size = { width: Math.min(target, info.width), height: LONGEST_SIDE };
    const copy = await open()
      .autoOrient()
      .timeout({ seconds: LONGEST_SECONDS })
      .resize({ ...size, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    const last = copies.at(-1)?.width ?? 0;
    if (copy.info.width > last) copies.push({ width: copy.info.width, bytes: copy.data });
    if (target >= info.width) break;
  }
  return { ...kept, bytes: data, width: info.width, height: info.height, copies };
}

function written(picture: Sharp, extension: string): Sharp {
  if (extension === 'jpg') return picture.jpeg({ quality: 88, mozjpeg: false });
  if (extension === 'png') return picture.png({ compressionLevel: 8 });
  return picture.webp({ quality: 88 });
}
