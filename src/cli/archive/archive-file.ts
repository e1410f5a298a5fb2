/**
 * X12: an archive is one zip file, sealed when there is a passphrase. It is written beside its name and takes the name when every
 * byte of it is on the disk, so that there is never half an archive that looks like one.
 */
import { createHash, type Hash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { MANIFEST, type Manifest, type Member } from './manifest.ts';
import { sealing } from './sealing.ts';

/** The archive can't be written; the message is for the operator. */
export class ArchiveExists extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`${file} exists`);
    this.file = file;
  }
}

export interface ArchiveWriter {
  /** Adds one member and resolves with its size and hash when all of it was taken. `rows` counts line feeds. */
  add(path: string, content: Readable | Buffer, options?: { compress?: boolean }): Promise<Member & { rows: number }>;
}

export interface Written {
  bytes: number;
  /** of the whole file, to be noted where the file is kept */
  sha256: string;
}

/**
 * Writes `file`: `fill` adds the members and gives the manifest, whose list of members is made here.
 * @throws ArchiveExists; whatever `fill` throws, and then nothing is left behind
 */
export async function writeArchive<M extends object = Omit<Manifest, 'members'>>(
  file: string,
  { passphrase, mtime }: { passphrase: string | null; mtime: Date },
  fill: (archive: ArchiveWriter) => Promise<M>,
): Promise<Written> {
  const target = resolve(file);
  if (await exists(target)) throw new ArchiveExists(target);
  const part = `${target}.${process.pid}.part`;
  const whole = tap();
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  const steps = [output, ...(passphrase === null ? [] : [sealing(passphrase, randomBytes(16))]), whole.stream];
  const written = pipeline([...steps, createWriteStream(part, { mode: 0o600, flags: 'wx', flush: true })]);
  try {
    await Promise.race([fillWith(zip, mtime, fill), written.then(() => new Promise<never>(() => {}))]);
    await written;
    await rename(part, target);
    await syncFolder(dirname(target));
  } catch (error) {
    output.destroy();
    await written.catch(() => {});
    await rm(part, { force: true });
    throw error;
  }
  return { bytes: whole.bytes(), sha256: whole.hash.digest('hex') };
}

async function fillWith(zip: ZipFile, mtime: Date, fill: (archive: ArchiveWriter) => Promise<object>): Promise<void> {
  const members: Member[] = [];
  const add: ArchiveWriter['add'] = async (path, content, { compress = true } = {}) => {
    const counted = tap();
    const source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
    zip.addReadStream(counted.stream, path, { mtime, compress, mode: 0o100600 });
    await pipeline(source, counted.stream, { end: true });
    const member = { path, bytes: counted.bytes(), sha256: counted.hash.digest('hex') };
    members.push(member);
    return { ...member, rows: counted.lines() };
  };
  const manifest = await fill({ add });
  zip.addBuffer(Buffer.from(`${JSON.stringify({ ...manifest, members }, null, 1)}\n`), MANIFEST, { mtime });
  zip.end();
}

/** Counts and hashes what passes. */
function tap(): { stream: Transform; hash: Hash; bytes: () => number; lines: () => number } {
  const hash = createHash('sha256');
  let bytes = 0;
  let lines = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
      done(null, chunk);
    },
  });
  return { stream, hash, bytes: () => bytes, lines: () => lines };
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
