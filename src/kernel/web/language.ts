/** X5: which language a request asks for, and the cookie that remembers it. */
import { isLang, type Lang } from '../lang.ts';
import { serialiseCookie } from './cookies.ts';

export const LANG_COOKIE = 'minna_lang';
const LANG_IN_URL = /[?&]lang=([a-z]+)/;
const LANG_IN_COOKIE = /(?:^|; )minna_lang=([a-z]+)/;

/** The language a request is answered in: the one its address names, else the one chosen before, else Japanese. */
export function langOf(url: string, cookie: string | undefined): Lang {
  const asked = LANG_IN_URL.exec(url)?.[1] ?? (cookie ? LANG_IN_COOKIE.exec(cookie)?.[1] : undefined);
  return isLang(asked) ? asked : 'ja';
}

/** A language chosen by a link is remembered for the pages after it; null when there is nothing new to remember. */
export function langCookie(url: string, cookie: string | undefined): string | null {
  const asked = LANG_IN_URL.exec(url)?.[1];
  if (!isLang(asked)) return null;
  if (cookie && LANG_IN_COOKIE.exec(cookie)?.[1] === asked) return null;
  // Only a preference: the same name on http and https, readable at once before anything else of the request.
  return serialiseCookie(LANG_COOKIE, asked, { secure: false, maxAgeSeconds: 365 * 24 * 3600 });
}
