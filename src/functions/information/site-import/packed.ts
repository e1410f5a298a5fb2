/** F1.3 What was sent: an export alone, or a zip with it and its pictures. A zip is looked into before anything is unpacked. */
import { randomUUID } from 'node:crypto';
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { sentBytes } from '#commons/file-imports/index.ts';
import { openedFiles } from '#commons/files/index.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { type ProblemCode, SITES } from './import.ts';

const MB = 1024 * 1024;
const MOST_ENTRIES = 20_000;
const MOST_UNPACKED = 800 * MB;
const MOST_XML = 200 * MB;
/** Text shrinks to a tenth; what shrinks further and is large was made to hurt. */
const MOST_TIMES = 150;
const HARMLESS = 20 * MB;
const PICTURE = /\.(jpe?g|png|gif|webp|avif)$/i;

export class BadPackage extends Error {
  override readonly name = 'BadPackage';
  readonly code: ProblemCode;
  constructor(code: ProblemCode) {
    super(code);
    this.code = code;
  }
}

export interface Sent {
  xml(): AsyncIterable<Uint8Array>;
  /** names of the pictures inside */
  pictures: readonly string[];
  /** the picture that an address names, as bytes; null: it isn't in the file */
  picture(src: string, most: number): Promise<Buffer | null>;
  close(): Promise<void>;
}

/** @throws BadPackage */
export async function openSent(hubwise: Hubwise, hubId: number, id: string): Promise<Sent> {
  const bytes = () => sentBytes(SITES, { hubwise, hubId, id });
  const first = await bytes().next();
  const start = first.done ? Buffer.alloc(0) : first.value;
  if (!start.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')))
    return { xml: bytes, pictures: [], picture: async () => null, close: async () => {} };
  const path = join(openedFiles().arrivals, `import-${randomUUID()}`);
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const piece of bytes()) await file.write(piece);
    } finally {
      await file.close();
    }
    return await unpacked(path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function unpacked(path: string): Promise<Sent> {
  const archive = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
    throw new BadPackage('bad-zip');
  });
  const close = async () => {
    archive.close();
    await rm(path, { force: true });
  };
  try {
    const entries = await listed(archive);
    const xml = entries
      .filter(({ fileName }) => /\.(xml|rss|atom)$/i.test(fileName))
      .sort((a, b) => b.uncompressedSize - a.uncompressedSize)[0];
    if (!xml) throw new BadPackage('no-xml');
    if (xml.uncompressedSize > MOST_XML) throw new BadPackage('zip-too-large');
    const pictures = new Map(
      entries.filter(({ fileName }) => PICTURE.test(fileName)).map((entry) => [entry.fileName, entry]),
    );
    return {
      pictures: [...pictures.keys()],
      close,
      async *xml() {
        yield* (await archive.openReadStreamPromise(xml)) as Readable & AsyncIterable<Buffer>;
      },
      async picture(src, most) {
        const entry = pictures.get(nameFor(src, pictures.keys()) ?? '');
        if (!entry || entry.uncompressedSize > most) return null;
        const pieces: Buffer[] = [];
        for await (const piece of await archive.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
        return Buffer.concat(pieces);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @throws BadPackage for what is too large when unpacked, encrypted or broken */
async function listed(archive: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  let size = 0;
  if (archive.entryCount > MOST_ENTRIES) throw new BadPackage('zip-too-large');
  try {
    for await (const entry of archive.eachEntry()) {
      size += entry.uncompressedSize;
      const isTight = entry.uncompressedSize > HARMLESS && entry.uncompressedSize > entry.compressedSize * MOST_TIMES;
      if (entries.length >= MOST_ENTRIES || size > MOST_UNPACKED || isTight) throw new BadPackage('zip-too-large');
      if (entry.isEncrypted()) throw new BadPackage('bad-zip');
      entries.push(entry);
    }
  } catch (error) {
    throw error instanceof BadPackage ? error : new BadPackage('bad-zip');
  }
  return entries;
}

/** The entry whose name ends like the address's path, from the year on: …/wp-content/uploads/2019/04/s.jpg; smaller copies find the whole; else the only one of that name. Pure. */
export function nameFor(src: string, names: Iterable<string>): string | null {
  const path = decoded(URL.parse(src)?.pathname ?? '');
  const whole = path.replace(/-\d{2,5}x\d{2,5}(?=\.\w+$)/, '');
  const all = [...names];
  for (const wanted of [path, whole]) {
    const tail = wanted.split('/uploads/').at(-1)!.replace(/^\//, '');
    const found = tail === '' ? undefined : all.find((name) => name === tail || name.endsWith(`/${tail}`));
    if (found) return found;
  }
  // Whoever puts pictures into a zip by hand keeps their names, not their folders: one of that name is the one that is meant.
  const name = whole.split('/').at(-1)!;
  const named = name === '' ? [] : all.filter((one) => one.split('/').at(-1) === name);
  return named.length === 1 ? named[0]! : null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** For tests: what an import left behind. */
export async function leftBehind(): Promise<string[]> {
  return (await readdir(openedFiles().arrivals)).filter((name) => name.startsWith('import-'));
}
