/** Serves X1: where somebody is sent who has to sign in first, and comes back from. */
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
