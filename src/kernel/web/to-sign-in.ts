/** Serves X1: where somebody is sent who has to sign in first, and comes back from. */
import { FormRefusal } from './form-data.ts';
import type { SitePages } from './listener-parts.ts';
import { type Reply, seeOther } from './reply.ts';
import type { Visit } from './visit.ts';

/** Of a `Location`, in bytes: 4096 for all headers together is what nginx takes by default. */
const LONGEST_NEXT = 2_000;

/** Encoded twice, a long question would make a header that proxies and browsers refuse: then the page without it comes next. */
export function toSignIn({ url }: Visit): Reply {
  const [next] = [url.pathname + url.search, url.pathname, '/']
    .map(encodeURIComponent)
    .filter((path) => path.length <= LONGEST_NEXT);
  return seeOther(`/sign-in?next=${next}`);
}

/** Whoever isn't signed in (any more): what they sent is given back, and sent when they are. */
export async function askToSignIn(pages: Pick<SitePages, 'resume'>, visit: Visit, streams: boolean): Promise<Reply> {
  if (visit.request.method === 'GET' || visit.request.method === 'HEAD') return toSignIn(visit);
  const path = visit.url.pathname + visit.url.search;
  if (!streams) return pages.resume(visit, { path, values: (await visit.form()).toObject() });
  return pages.resume(visit, { path, ...(await besideFiles(visit)) });
}

const MB = 1024 * 1024;
/** Nobody is known who sends it: read for the words in it, not for any length of time. */
const UNKNOWN_SENDER = { totalBytes: 64 * MB, files: 20, deadlineMs: 60_000 };

/** The words of a form with files; the files themselves are let go. */
async function besideFiles(visit: Visit): Promise<{ values: Record<string, string | string[]>; files?: boolean }> {
  try {
    let files = false;
    const onFile = async ({ stream }: { stream: NodeJS.ReadableStream }) => {
      files = true;
      stream.resume();
    };
    const form = await visit.formWith({ limits: UNKNOWN_SENDER, onFile });
    return { values: form.toObject(), ...(files ? { files } : {}) };
  } catch (error) {
    if (!(error instanceof FormRefusal)) throw error;
    return { values: {}, files: true };
  }
}
