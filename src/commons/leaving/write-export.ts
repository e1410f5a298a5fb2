/** X1: the zip somebody takes along: a README in their language, what is held as JSON, choices as CSV as well, and their files. */
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { openedFiles, StoreMissing, storeKey, uploadsOf } from '#commons/files/index.ts';
import type { Hub } from '#kernel/context.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { gatherRows, ownVotes } from './gather.ts';
import { type Declaring, type Holding, holdingsOf, readCatalog, type Whose } from './holdings.ts';
import { words } from './words.ts';

export interface Writing {
  hubwise: Hubwise;
  hub: Hub;
  lang: Lang;
  now: Date;
  whose: Whose;
  declared: readonly Declaring[];
  onPercent(percent: number): Promise<void>;
}

const DATA_SHARE = 80;

/** The zip as it is made: no more of it than one table and one file is in memory. */
export function exportStream(writing: Writing): Readable {
  const zip = new ZipFile();
  const stream = zip.outputStream as Readable;
  fill(zip, writing).catch((error: Error) => stream.destroy(error));
  return stream;
}

async function fill(zip: ZipFile, writing: Writing): Promise<void> {
  const { hubwise, hub, lang, whose, declared, now } = writing;
  const w = words(lang).zip;
  const options = { mtime: now };
  const catalog = await hubwise.read(hub.id, readCatalog);
  const holdings = holdingsOf(declared, catalog);
  const listed: { path: string; count: number; holding: Holding }[] = [];
  for (const [at, holding] of holdings.entries()) {
    const rows = await gatherRows(hubwise, hub.id, holding, holdings, whose, { you: w.you, another: w.another });
    if (rows.length > 0) {
      const path = `${holding.module}/${holding.table.replace('auth.', '')}.json`;
      zip.addBuffer(Buffer.from(`${JSON.stringify(rows, null, 2)}\n`), path, options);
      listed.push({ path, count: rows.length, holding });
    }
    await writing.onPercent(Math.round(((at + 1) / holdings.length) * DATA_SHARE));
  }
  zip.addBuffer(Buffer.from(await votesCsv(writing)), 'votes.csv', options);
  const files = await addFiles(zip, writing);
  const readme = [
    w.title,
    '',
    w.lead(hub.name[lang], formatDate(now, lang)),
    '',
    ...listed.map(({ path, count, holding }) => w.line(path, count, lang === 'ja' ? holding.why : '')),
    w.votes,
    w.files(files),
    '',
    ...w.notes,
    '',
  ];
  zip.addBuffer(Buffer.from(`\ufeff${readme.join('\r\n')}`), 'README.txt', options);
  zip.end();
}

async function votesCsv({ hubwise, hub, whose, lang }: Writing): Promise<string> {
  const w = words(lang).zip;
  const votes = await ownVotes(hubwise, hub.id, whose.personId);
  const lines = votes.map(({ debate, number, opinion, stance, at }) => [
    debate,
    number ?? '',
    opinion,
    w.stances[stance === 1 ? 'agree' : stance === -1 ? 'disagree' : 'pass'],
    at.toISOString(),
  ]);
  return `\ufeff${[w.voteColumns, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted, and harmless where a table program would take it for a formula. */
function cell(value: string | number): string {
  const text = String(value);
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** One after the other, each waiting for the one before: the store is asked for no more than one at once. */
async function addFiles(zip: ZipFile, { hubwise, hub, whose, onPercent }: Writing): Promise<number> {
  const uploads = await hubwise.read(hub.id, (db) => uploadsOf(db, whose.personId));
  if (uploads.length === 0) return 0;
  const { store } = openedFiles();
  for (const [at, file] of uploads.entries()) {
    const bytes = await store.read(storeKey(hub.id, file.sha256)).catch((error: unknown) => {
      if (error instanceof StoreMissing) return null;
      throw error;
    });
    if (bytes) {
      zip.addReadStream(bytes, `files/${file.id}.${file.extension}`, { mtime: file.uploaded_at });
      await once(bytes, 'end');
    }
    await onPercent(DATA_SHARE + Math.round(((at + 1) / uploads.length) * (99 - DATA_SHARE)));
  }
  return uploads.length;
}
