/** F9.6: a print as an answer: shown by the browser, asked for again only when it changed. */
import { Readable } from 'node:stream';
import { createLog, fileSink } from '#kernel/log.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { keptPrint } from './kept-prints.ts';
import type { Print } from './print.ts';
import { PressFailed } from './run-press.ts';

/** Said where a print can't be made: the same words stand on another page. */
function refuseAway(): never {
  throw refuse('print-away', { status: 503 });
}

/**
 * @param name of the file, ASCII: `R8-3.pdf`
 * @param away the page in its place where no print can be made (503), with the ways to the same content
 */
export async function pdfReply(
  visit: Visit,
  what: Print,
  name: string,
  away: () => Reply | Promise<Reply> = refuseAway,
): Promise<Reply> {
  const { key, pdf } = keptPrint(visit.hub.id, what);
  const etag = `"${key.slice(0, 32)}"`;
  const headers = { etag, 'cache-control': 'public, no-cache', vary: 'cookie, accept-language' };
  const known = visit.request.headers['if-none-match'] ?? '';
  if (known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)) {
    return { status: 304, headers, body: Readable.from([]) };
  }
  let body: Buffer;
  try {
    body = await pdf();
  } catch (error) {
    if (!(error instanceof PressFailed)) throw error;
    createLog({ sink: fileSink(2) }).error('a print could not be made', { requestId: visit.requestId, error });
    return away();
  }
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
