/** X8: a file with the mark by which whoever has it already is told that it is still the same. */
import { type Dataset, LICENCE } from '#kernel/open-data.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { fileState } from './state.ts';

/**
 * 304 where `If-None-Match` names the state now; else the file. The state is read before the file: what changes in between makes
 * the mark older than the file, never younger. `If-Modified-Since` isn't looked at: two changes may fall into one second.
 */
export async function unlessUnchanged(
  visit: Visit,
  dataset: Pick<Dataset, 'byClock' | 'counted'> | null,
  make: () => Promise<Reply>,
  links: readonly string[] = [],
): Promise<Reply> {
  const { etag, changedAt } = await fileState(visit, dataset);
  const headers = {
    etag,
    ...(changedAt ? { 'last-modified': changedAt.toUTCString() } : {}),
    // A proxy may keep it, but asks each time.
    'cache-control': 'public, no-cache',
    'access-control-allow-origin': '*',
    link: [`<${LICENCE}>; rel="license"`, ...links].join(', '),
  };
  if (has(visit.request.headers['if-none-match'], etag)) return { status: 304, headers, body: null };
  const reply = await make();
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

/** Weak comparison (RFC 9110, 13.1.2). */
function has(known: string | undefined, etag: string): boolean {
  const bare = (text: string) => text.trim().replace(/^W\//, '');
  return known?.split(',').some((one) => one.trim() === '*' || bare(one) === bare(etag)) ?? false;
}
