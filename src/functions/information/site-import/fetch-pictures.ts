/** F1.3 The pictures of an import: out of the file that was sent, or from the addresses it names, one after the other, within bounds. */
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepFile, openedFiles } from '#commons/files/index.ts';
import { allowsPrivate, type Fetched, fetchPublic } from '#commons/programs/index.ts';
import { Refusal } from '#kernel/refusal.ts';
import { MOST_PICTURE_BYTES, MOST_PICTURES, type PictureFailure } from './import.ts';
import type { Sent } from './packed.ts';

const MOST_BYTES = 20 * 1024 * 1024;
const PATIENCE_MS = 20_000;

export type Had = { fileId: string } | { failure: PictureFailure };

export type FetchPicture = (address: string) => Promise<Fetched>;

const fromOutside: FetchPicture = (address) =>
  fetchPublic(address, {
    mostBytes: MOST_BYTES,
    patienceMs: PATIENCE_MS,
    accept: 'image/*',
    ...(allowsPrivate() ? { permits: () => true } : {}),
  });

let fetchPicture = fromOutside;

/** For tests; without an argument the real one again. */
export function openPictureFetching(given: FetchPicture = fromOutside): void {
  fetchPicture = given;
}

export interface Fetching {
  by: Parameters<typeof keepFile>[0];
  sent: Sent;
  onPicture(done: number): void;
}

/** What became of each address; what fails is told, nothing else is lost by it. */
export async function fetchPictures(
  addresses: readonly string[],
  { by, sent, onPicture }: Fetching,
): Promise<Map<string, Had>> {
  const had = new Map<string, Had>();
  let bytes = 0;
  for (const [at, address] of [...new Set(addresses)].entries()) {
    const one =
      at >= MOST_PICTURES || bytes > MOST_PICTURE_BYTES
        ? ({ failure: 'too-many' } as const)
        : await bytesOf(address, sent);
    if ('failure' in one) had.set(address, one);
    else {
      bytes += one.bytes.length;
      had.set(address, await kept(one.bytes, address, by));
    }
    onPicture(at + 1);
  }
  return had;
}

async function bytesOf(address: string, sent: Sent): Promise<{ bytes: Buffer } | { failure: PictureFailure }> {
  const packed = await sent.picture(address, MOST_BYTES);
  if (packed) return { bytes: packed };
  const got = await fetchPicture(address);
  if (got.failure === null) return { bytes: got.bytes };
  return { failure: got.failure === 'refused' ? 'unreachable' : got.failure };
}

async function kept(bytes: Buffer, address: string, by: Fetching['by']): Promise<Had> {
  const path = join(openedFiles().arrivals, `picture-${randomUUID()}`);
  try {
    await writeFile(path, bytes, { mode: 0o600, flag: 'wx' });
    const file = await keepFile(by, path, fileNameOf(address));
    return file.kind === 'picture' ? { fileId: file.id } : { failure: 'not-a-picture' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { failure: error.all[0]?.code === 'file-too-large' ? 'too-large' : 'not-a-picture' };
  } finally {
    await rm(path, { force: true });
  }
}

export function fileNameOf(address: string): string {
  const last = URL.parse(address)?.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'picture';
  } catch {
    return last || 'picture';
  }
}
