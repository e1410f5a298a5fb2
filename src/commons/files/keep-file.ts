/** X10: from bytes that arrived to a file that is kept: scanned, recognised, cleaned, named by its SHA-256, stored. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Hubwise } from '#kernel/database/database.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { randomId } from '#kernel/ids.ts';
import { ScannerAway } from './clamd.ts';
import { refuse, type UploadedFile } from './file.ts';
import { holdContent } from './hold-content.ts';
import { checkPacked } from './packed.ts';
import { cleanPicture } from './picture.ts';
import { files } from './setting.ts';
import { sniff } from './sniff.ts';
import { type Content, StoreAway, storeKey } from './store.ts';

export interface Keeping {
  hubwise: Pick<Hubwise, 'write'>;
  hubId: number;
  personId: string;
  now: Date;
}

interface Ready {
  file: Omit<UploadedFile, 'id'>;
  content: Content;
  copies: { width: number; bytes: Buffer }[];
}

/**
 * Keeps the file at `path`; it hangs on nothing yet, and is forgotten after a day if that stays so.
 * @param claimedName what its sender calls it
 * @throws Refusal of any FileRefusal about one file
 */
export async function keepFile(by: Keeping, path: string, claimedName: string): Promise<UploadedFile> {
  await scanned(path);
  const { file, content, copies } = await readied(path, claimedName);
  const kept: UploadedFile = { id: randomId(), ...file };
  // The row is there before the bytes, so that clearing away the same content of somebody else can't take it from under us.
  await by.hubwise.write(by.hubId, (db) => insertFile(db, by, kept));
  await stored(by.hubId, file.sha256, content, copies);
  return kept;
}

async function scanned(path: string): Promise<void> {
  const { scan } = files();
  if (!scan) return;
  try {
    const verdict = await scan(path);
    if (!verdict.clean) throw refuse('infected', { facts: { found: verdict.found } });
  } catch (error) {
    if (error instanceof ScannerAway) throw refuse('scanner-away', { status: 503 });
    throw error;
  }
}

async function readied(path: string, claimedName: string): Promise<Ready> {
  const { size } = await stat(path);
  if (size === 0) throw refuse('empty-file');
  const { kind, type, extension } = await sniff(path, claimedName);
  if (kind === 'picture') {
    const { bytes, copies, width, height, ...clean } = await cleanPicture(path, type);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const widths = copies.map((copy) => copy.width);
    return { file: { kind, ...clean, bytes: bytes.length, sha256, width, height, widths }, content: { bytes }, copies };
  }
  if (/officedocument|opendocument/.test(type)) await checkPacked(path, size);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  const sha256 = hash.digest('hex');
  const file = { kind, type, extension, bytes: size, sha256, width: null, height: null, widths: [] };
  return { file, content: { path }, copies: [] };
}

async function stored(hubId: number, sha256: string, content: Content, copies: Ready['copies']): Promise<void> {
  const { store } = files();
  try {
    await store.put(storeKey(hubId, sha256), content);
    for (const { width, bytes } of copies) await store.put(storeKey(hubId, sha256, width), { bytes });
  } catch (error) {
    if (error instanceof StoreAway) throw refuse('store-away', { status: 503 });
    throw error;
  }
}

/** The row alone; its bytes must be in the store, or come at once. */
export async function insertFile(
  db: Db,
  by: Pick<Keeping, 'hubId' | 'personId' | 'now'>,
  file: UploadedFile,
): Promise<void> {
  await holdContent(db, by.hubId, file.sha256);
  await db
    .insertInto('files')
    .values({
      hub_id: by.hubId,
      id: file.id,
      person_id: by.personId,
      kind: file.kind,
      type: file.type,
      extension: file.extension,
      bytes: file.bytes,
      sha256: Buffer.from(file.sha256, 'hex'),
      width: file.width,
      height: file.height,
      widths: file.widths,
      uploaded_at: by.now,
    })
    .execute();
}
