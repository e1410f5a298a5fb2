/** X10: files handed out: to whoever sees what they hang on, in parts where asked, never as anything a browser would run. */
import { Readable } from 'node:stream';
import { parseShortId } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { fileName } from './addresses.ts';
import { byteRange, isSame } from './byte-range.ts';
import { refuse, type UploadedFile } from './file.ts';
import { sightOf } from './guards.ts';
import { type ServedFile, servedFile } from './queries.ts';
import { files } from './setting.ts';
import { type ByteRange, StoreAway, StoreMissing, storeKey } from './store.ts';

interface Shown {
  file: ServedFile;
  sight: 'everybody' | 'reader';
  label: string;
}

/** Who may not see it is told that it isn't there. */
async function shown(visit: Visit): Promise<Shown> {
  const id = parseShortId(visit.params.id ?? '');
  const found = id ? await visit.read((db) => seen(visit, db, id)) : null;
  if (!found) throw refuseKernel('not-found', { status: 404 });
  return found;
}

async function seen(visit: Visit, db: Parameters<typeof servedFile>[0], id: string): Promise<Shown | null> {
  const { hub, reader, now } = visit;
  const file = await servedFile(db, id);
  if (!file) return null;
  const found = await sightOf(db, file.hangs, { hub, reader, now, key: visit.query('key') });
  if (found) return { file, sight: found.sight, label: found.thing.label };
  // Not hung up yet: whoever sent it may look at it.
  return reader?.person.id === file.person_id ? { file, sight: 'reader', label: file.hangs[0]?.label ?? '' } : null;
}

/** The copy to hand out for ?w=: the narrowest that is wide enough; null: the file itself. */
function copyFor(file: UploadedFile, asked: string): number | null {
  const width = Number(asked);
  if (file.widths.length === 0 || !Number.isInteger(width) || width <= 0) return null;
  return file.widths.find((one) => one >= width) ?? file.widths.at(-1)!;
}

async function hand(visit: Visit): Promise<Reply> {
  const { file, sight, label } = await shown(visit);
  const { headers } = visit.request;
  const width = copyFor(file, visit.query('w'));
  const key = storeKey(visit.hub.id, file.sha256, width ?? undefined);
  const etag = `"${file.sha256.slice(0, 32)}${width === null ? '' : `-${width}`}"`;
  const always = { etag, ...safety(file, width !== null, label), 'cache-control': keeping(sight) };
  if (isSame(headers['if-none-match'], etag)) return { status: 304, headers: always, body: Readable.from([]) };
  // Copies are small; their exact size isn't known here, so they are always whole.
  if (width !== null) return { status: 200, headers: always, body: await opened(key) };
  const range = isFresh(headers['if-range'], etag) ? byteRange(headers.range, file.bytes) : null;
  if (range === 'outside')
    return { status: 416, headers: { ...always, 'content-range': `bytes */${file.bytes}` }, body: Readable.from([]) };
  const whole = { ...always, 'accept-ranges': 'bytes' };
  if (!range) return { status: 200, headers: { ...whole, 'content-length': `${file.bytes}` }, body: await opened(key) };
  const { start, end } = range;
  return {
    status: 206,
    headers: {
      ...whole,
      'content-length': `${end - start + 1}`,
      'content-range': `bytes ${start}-${end}/${file.bytes}`,
    },
    body: await opened(key, range),
  };
}

function isFresh(ifRange: unknown, etag: string): boolean {
  return ifRange === undefined || ifRange === etag;
}

async function opened(key: string, range?: ByteRange): Promise<Readable> {
  try {
    return await files().store.read(key, range);
  } catch (error) {
    if (error instanceof StoreMissing || error instanceof StoreAway) throw refuse('store-away', { status: 503 });
    throw error;
  }
}

/** The bytes of an address never change. Shared caches ask again after an hour: what was hidden meanwhile is gone then. */
function keeping(sight: Shown['sight']): string {
  return sight === 'everybody'
    ? 'public, max-age=31536000, s-maxage=3600, immutable'
    : 'private, max-age=31536000, immutable';
}

function safety(file: UploadedFile, isCopy: boolean, label: string): Record<string, string> {
  const name = fileName({ ...file, label });
  const ascii = name.replace(/[^\w.-]+/g, '_');
  const how = file.kind === 'picture' ? 'inline' : 'attachment';
  return {
    'content-type': isCopy ? 'image/webp' : file.type,
    'content-disposition': `${how}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    vary: 'cookie',
  };
}

export const routes: readonly Route[] = [get('/files/:id/:name', 'public', ['X10'], hand)];
