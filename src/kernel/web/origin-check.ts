// Serves X1 and X8: no other site can act in the name of somebody who is signed in here.
// Pages must not be served with `Referrer-Policy: no-referrer`: browsers then send `Origin: null` with our own forms.

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface RequestOrigin {
  method: string;
  /** The `Origin` header as it came; undefined or null when there was none. */
  originHeader?: string | null | undefined;
  /** The `Sec-Fetch-Site` header as it came; pages can't set it, only browsers do. */
  secFetchSite?: string | null | undefined;
  /** The origins that this host name may be used from, as `URL.origin` writes them: `https://minna.example.jp`. */
  expectedOrigins: readonly string[];
}

/**
 * 'forged' for an unsafe request, whatever its content type, that our own pages didn't send: its Origin must be one of
 * the configured ones; where a browser sent none, it must have said that the request stays on the same origin.
 */
export function checkOrigin({ method, originHeader, secFetchSite, expectedOrigins }: RequestOrigin): 'ok' | 'forged' {
  if (SAFE_METHODS.has(method)) return 'ok';
  if (originHeader != null) return expectedOrigins.includes(originHeader) ? 'ok' : 'forged';
  return secFetchSite === 'same-origin' ? 'ok' : 'forged';
}
