// Serves X1: the few cookies there are, each readable by the server alone and by one host alone.

const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

export interface CookieOptions {
  /** False only for plain http on loopback (the demo): then neither `__Host-` nor `Secure`, which browsers would refuse. */
  secure: boolean;
  /** Seconds; without it the cookie lives as long as the browser's window. 0 removes it. */
  maxAgeSeconds?: number;
  sameSite?: 'Lax' | 'Strict';
}

function nameOf(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

function decode(value: string): string {
  const bare = value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
  if (!bare.includes('%')) return bare;
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** All cookies of a `Cookie` header by their names as sent. Where a name comes twice, the first stands (the most specific). */
export function parseCookies(header: string | null | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  if (!header) return cookies;
  let start = 0;
  while (start < header.length) {
    let end = header.indexOf(';', start);
    if (end === -1) end = header.length;
    const equals = header.indexOf('=', start);
    if (equals !== -1 && equals < end) {
      const name = header.slice(start, equals).trim();
      if (name !== '' && !cookies.has(name)) cookies.set(name, decode(header.slice(equals + 1, end).trim()));
    }
    start = end + 1;
  }
  return cookies;
}

/**
 * The value of one of our cookies. On a secure host only the `__Host-` one counts: a neighbour under the same domain
 * can plant a cookie with the bare name, but never one with the prefix.
 */
export function readCookie(
  header: string | null | undefined,
  name: string,
  { secure }: { secure: boolean },
): string | undefined {
  const sent = nameOf(name, secure);
  // Most requests carry no cookie of ours: don't parse for them.
  if (!header?.includes(sent)) return undefined;
  return parseCookies(header).get(sent);
}

/**
 * The `Set-Cookie` header. The value may be any text.
 * @throws RangeError for a name that isn't a token, or an age that isn't a whole number of seconds
 */
export function serialiseCookie(name: string, value: string, options: CookieOptions): string {
  const { secure, maxAgeSeconds, sameSite = 'Lax' } = options;
  if (!TOKEN.test(name)) throw new RangeError('a cookie name is a token');
  if (maxAgeSeconds !== undefined && !Number.isSafeInteger(maxAgeSeconds)) {
    throw new RangeError('the age of a cookie is a whole number of seconds');
  }
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`;
  const guard = secure ? '; Secure' : '';
  return `${nameOf(name, secure)}=${encodeURIComponent(value)}; Path=/${age}; HttpOnly${guard}; SameSite=${sameSite}`;
}

/** The `Set-Cookie` header that removes a cookie. */
export function removeCookie(name: string, { secure }: { secure: boolean }): string {
  return serialiseCookie(name, '', { secure, maxAgeSeconds: 0 });
}
