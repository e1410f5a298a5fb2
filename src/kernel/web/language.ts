/** X5: which language a request is answered in, and the cookie that remembers the one that was chosen. */
import type { IncomingHttpHeaders } from 'node:http';
import { isLang, type Lang } from '../lang.ts';
import { serialiseCookie } from './cookies.ts';

export const LANG_COOKIE = 'minna_lang';
const LANG_IN_URL = /[?&]lang=([a-z]+)/;
const LANG_IN_COOKIE = /(?:^|; )minna_lang=([a-z]+)/;

/** What a request says of languages. */
export type Asking = Pick<IncomingHttpHeaders, 'cookie' | 'accept-language'>;

/** The language a request is answered in: the one its address names, else the one chosen before, else what the browser is set to. */
export function langOf(url: string, { cookie, 'accept-language': accepted }: Asking): Lang {
  const asked = LANG_IN_URL.exec(url)?.[1] ?? (cookie ? LANG_IN_COOKIE.exec(cookie)?.[1] : undefined);
  return isLang(asked) ? asked : accepted === undefined ? 'ja' : acceptedLang(accepted);
}

/** Browsers send few different lists, each again and again; anybody can make up others. */
const read = new Map<string, Lang>();
const MOST_READ = 500;

/**
 * The language of a browser's own list (RFC 9110, 12.5.4): the one of ours it likes best. Who lists other languages alone reads
 * やさしい日本語, which is written for people who are learning Japanese; who lists none, as programs do, the town's own.
 */
export function acceptedLang(accepted: string): Lang {
  const known = read.get(accepted);
  if (known) return known;
  const lang = readAccepted(accepted);
  if (read.size < MOST_READ && accepted.length <= 200) read.set(accepted, lang);
  return lang;
}

function readAccepted(accepted: string): Lang {
  const wishes = accepted
    .slice(0, 500)
    .toLowerCase()
    .split(',')
    .map((one) => {
      const [range = '', ...parameters] = one.split(';').map((part) => part.trim());
      const q = parameters.find((part) => part.startsWith('q='));
      return { tag: range.split('-', 1)[0]!, weight: q === undefined ? 1 : Number(q.slice(2)) || 0 };
    })
    .filter(({ tag, weight }) => /^[a-z]{2,8}$/.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  if (wishes.length === 0) return 'ja';
  const ours = wishes.find(({ tag }) => tag === 'ja' || tag === 'en');
  return ours === undefined ? 'easy' : ours.tag === 'en' ? 'en' : 'ja';
}

/** A language chosen by a link is remembered for the pages after it; null when there is nothing new to remember. */
export function langCookie(url: string, cookie: string | undefined): string | null {
  const asked = LANG_IN_URL.exec(url)?.[1];
  if (!isLang(asked)) return null;
  if (cookie && LANG_IN_COOKIE.exec(cookie)?.[1] === asked) return null;
  // Only a preference: the same name on http and https, readable at once before anything else of the request.
  return serialiseCookie(LANG_COOKIE, asked, { secure: false, maxAgeSeconds: 365 * 24 * 3600 });
}
