/** X12: an archive opened again. Nothing is believed before it was checked: whole, unaltered, of a form this Minna reads. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { FORMAT, MANIFEST, type Manifest, manifestSchema } from './manifest.ts';
import { type Bytes, openBytes, SealBroken } from './sealing.ts';

export type BadArchive = 'sealed' | 'passphrase' | 'not-whole' | 'altered' | 'not-ours' | 'too-new';

/** The archive can't be used; nothing was restored. `at` is the member that is wrong. */
export class ArchiveBad extends Error {
  readonly why: BadArchive;
  readonly at: string | undefined;
  constructor(why: BadArchive, at?: string, options?: ErrorOptions) {
    super(`the archive can't be used: ${why}${at ? ` (${at})` : ''}`, options);
    this.why = why;
    this.at = at;
  }
}

export interface OpenArchive {
  manifest: Manifest;
  /** The bytes of a member. @throws ArchiveBad when there is none of that name */
  read(path: string): Promise<Readable>;
  /** Reads every member once and compares it with the manifest. @throws ArchiveBad */
  check(progress?: (done: number, of: number) => void): Promise<void>;
  close(): Promise<void>;
}

const LONGEST_MANIFEST = 256 * 1024 * 1024;

class BytesReader extends yauzl.RandomAccessReader {
  readonly #bytes: Bytes;
  constructor(bytes: Bytes) {
    super();
    this.#bytes = bytes;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const { read } = this.#bytes;
    return Readable.from(pieces(read, start, end), { objectMode: false });
  }
  override close(done: (error: Error | null) => void): void {
    this.#bytes.close().then(() => done(null), done);
  }
}

async function* pieces(read: Bytes['read'], start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += 65_536) yield await read(at, Math.min(65_536, end - at));
}

/** @throws ArchiveBad; the error of the file system when the file can't be opened */
export async function openArchive(file: string, passphrase: string | null): Promise<OpenArchive> {
  const handle = await open(file, 'r');
  let zip: yauzl.ZipFile;
  const entries = new Map<string, yauzl.Entry>();
  try {
    const bytes = await openBytes(handle, passphrase);
    zip = await yauzl.fromRandomAccessReaderPromise(new BytesReader(bytes), bytes.size, { autoClose: false });
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  } catch (error) {
    await handle.close().catch(() => {});
    if (error instanceof SealBroken) throw new ArchiveBad(error.why === 'altered' ? 'not-whole' : error.why);
    // The list of a zip's members stands at its end: what was cut off has none.
    throw new ArchiveBad('not-whole', undefined, { cause: error });
  }
  const read = async (path: string): Promise<Readable> => {
    const entry = entries.get(path);
    if (!entry) throw new ArchiveBad('altered', path);
    return zip.openReadStreamPromise(entry);
  };
  try {
    const manifest = await manifestOf(entries, read);
    return {
      manifest,
      read,
      check: (progress = () => {}) => check(manifest, entries, read, progress),
      close: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function manifestOf(
  entries: ReadonlyMap<string, yauzl.Entry>,
  read: (path: string) => Promise<Readable>,
): Promise<Manifest> {
  const entry = entries.get(MANIFEST);
  if (!entry || entry.uncompressedSize > LONGEST_MANIFEST) throw new ArchiveBad('not-ours');
  let value: unknown;
  try {
    value = JSON.parse((await buffer(await read(MANIFEST))).toString('utf8'));
  } catch (error) {
    throw new ArchiveBad('altered', MANIFEST, { cause: error });
  }
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format !== FORMAT) throw new ArchiveBad('not-ours');
  if (typeof version === 'number' && version > 1) throw new ArchiveBad('too-new');
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) throw new ArchiveBad('altered', MANIFEST);
  return parsed.data;
}

async function check(
  manifest: Manifest,
  entries: ReadonlyMap<string, yauzl.Entry>,
  read: (path: string) => Promise<Readable>,
  progress: (done: number, of: number) => void,
): Promise<void> {
  const listed = new Set([MANIFEST, ...manifest.members.map(({ path }) => path)]);
  const stranger = [...entries.keys()].find((path) => !listed.has(path));
  if (stranger !== undefined) throw new ArchiveBad('altered', stranger);
  const named = [...manifest.tables.flatMap(({ parts }) => parts), ...manifest.files, ...manifest.keys];
  const unlisted = named.find(({ path }) => !listed.has(path));
  if (unlisted) throw new ArchiveBad('altered', unlisted.path);
  for (const [at, { path, bytes, sha256 }] of manifest.members.entries()) {
    const hash = createHash('sha256');
    let length = 0;
    try {
      for await (const chunk of await read(path)) {
        hash.update(chunk as Buffer);
        length += (chunk as Buffer).length;
      }
    } catch (error) {
      throw error instanceof ArchiveBad ? error : new ArchiveBad('altered', path, { cause: error });
    }
    if (length !== bytes || hash.digest('hex') !== sha256) throw new ArchiveBad('altered', path);
    progress(at + 1, manifest.members.length);
  }
}
