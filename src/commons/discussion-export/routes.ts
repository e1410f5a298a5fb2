/** F9, Import and export: a debate's files in one archive. */

import { randomInt } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { csvLines } from '#channels/open-data/csv.ts';
import { parseRef, shortId } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { download, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { conversationOf } from './conversation.ts';

async function archive(visit: Visit): Promise<Reply> {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw refuse('not-found', { status: 404 });
  const { files } = await visit.read((db) => conversationOf(db, visit.hub, id, randomInt));
  const zip = new ZipFile();
  for (const [name, rows] of files) {
    zip.addReadStream(Readable.from(csvLines(rows()), { objectMode: false }), name, { mtime: visit.now });
  }
  zip.end();
  return download(zip.outputStream as Readable, 'application/zip', `debate-${shortId(id)}.zip`);
}

export const routes: readonly Route[] = [get('/debates/:ref/conversation.zip', 'public', ['F9.2'], archive)];
