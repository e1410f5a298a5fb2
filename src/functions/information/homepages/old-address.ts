/** F1.3 An address a page had elsewhere, in the one form in which it is kept and looked up. Pure. */

export interface OldAddress {
  /** lower case, without www. and port */
  host: string;
  /** decoded, without a slash or index file at its end, with the rest of its query in order: `/2019/haru`, `/?p=3` */
  path: string;
}

const INDEX = /\/index\.(?:html?|php|cgi)$/i;
/** What counts visitors or opens a form names no page. */
const NOISE = /^(?:utm_\w+|fbclid|gclid|yclid|replytocom|share|nb)$/i;
const LONGEST = 600;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Path and query of an address; the part behind # is no part of it. */
export function oldPath({ pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>): string {
  const path = decoded(pathname).normalize('NFC').replace(INDEX, '/').replace(/\/+$/, '') || '/';
  const names = [...searchParams]
    .filter(([name]) => !NOISE.test(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = names.map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join('&');
  return query === '' ? path : `${path}?${query}`;
}

/** Null: no address out in the world, or one too long to be kept. */
export function readOldAddress(address: string): OldAddress | null {
  const url = /^https?:\/\//i.test(address) ? URL.parse(address) : null;
  if (!url || url.hostname === '') return null;
  const path = oldPath(url);
  return path.length > LONGEST ? null : { host: oldHost(url.hostname), path };
}

/** A host as it is kept here. */
export function oldHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^www\./, '');
}
