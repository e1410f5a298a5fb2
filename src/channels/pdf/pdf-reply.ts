/** F9.6: a print as an answer: shown by the browser, asked for again only when it changed. */
import { Readable } from 'node:stream';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { keptPrint } from './kept-prints.ts';
import type { Print } from './print.ts';

/** @param name of the file, ASCII: `R8-3.pdf` */
export async function pdfReply(visit: Visit, what: Print, name: string): Promise<Reply> {
  const { key, pdf } = keptPrint(visit.hub.id, what);
  const etag = `"${key.slice(0, 32)}"`;
  const headers = { etag, 'cache-control': 'public, no-cache', vary: 'cookie' };
  const known = visit.request.headers['if-none-match'] ?? '';
  if (known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)) {
    return { status: 304, headers, body: Readable.from([]) };
  }
  const body = await pdf();
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': 'application/pdf',
      'content-length': `${body.length}`,
      'content-disposition': `inline; filename="${name}"`,
    },
    body,
  };
}
