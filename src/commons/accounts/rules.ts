/** X1, X13: the decisions about accounts that need neither page nor database. */
import { lengthOf } from '#kernel/text.ts';

/** A session ends this long after its last visit. */
export const SESSION_DAYS = 30;
const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;

/** Keys in letters live this long. */
export const CONFIRMATION_HOURS = 72;
export const RESET_HOURS = 1;

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

export function after(now: Date, hours: number): Date {
  return new Date(now.getTime() + hours * HOUR);
}

/** True when a session that was last extended at `updatedAt` should be extended again: at most once a day. */
export function needsRenewal(updatedAt: Date, now: Date): boolean {
  return now.getTime() - updatedAt.getTime() >= DAY;
}

/** The password as it is compared: the same letters typed on different keyboards (full width, composed) are the same. */
export function readPassword(typed: string): string {
  return typed.normalize('NFKC');
}

/** A password that is the address, or one sign over and over, protects nobody. */
export function mayUsePassword(password: string, email: string): 'too-short' | 'too-long' | 'too-simple' | null {
  const length = lengthOf(password);
  if (length < PASSWORD_MIN) return 'too-short';
  if (length > PASSWORD_MAX) return 'too-long';
  const lower = password.toLowerCase();
  if (new Set(lower).size < 4 || lower === email.toLowerCase()) return 'too-simple';
  return null;
}

// Not ours to lead to: they act on the session itself.
const NEVER_NEXT = /^\/(sign-in|sign-up|sign-out|acting-as|password-reset|email-confirmation|dev)(\/|\?|$)/;

/**
 * The path to go on to after signing in, or null when it isn't a plain path of this very site: one '/' at the start (not
 * '//' or '/\', which name another host), nothing a browser would drop, and still of this origin once resolved.
 */
export function localPath(path: string | undefined, origin: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not come through
  if (!path || path.length > 2000 || !/^\/(?![/\\])/.test(path) || /[\u0000- \\\u007f]/.test(path)) return null;
  let resolved: URL;
  try {
    resolved = new URL(path, origin);
  } catch {
    return null;
  }
  if (resolved.origin !== new URL(origin).origin || resolved.hash !== '') return null;
  const clean = resolved.pathname + resolved.search;
  return clean.startsWith('//') || NEVER_NEXT.test(clean) ? null : clean;
}

export type Device = 'iphone' | 'ipad' | 'android' | 'windows' | 'mac' | 'linux' | 'other';
export type Browser = 'edge' | 'firefox' | 'chrome' | 'safari' | 'line' | 'other';

/** A coarse word for a browser, all that is kept of it: `browser/device`. Enough to know one's own sessions again. */
export function deviceOf(userAgent: string | undefined): string {
  const line = userAgent ?? '';
  const device: Device = /iPhone/.test(line)
    ? 'iphone'
    : /iPad/.test(line)
      ? 'ipad'
      : /Android/.test(line)
        ? 'android'
        : /Windows/.test(line)
          ? 'windows'
          : /Macintosh|Mac OS/.test(line)
            ? 'mac'
            : /Linux|CrOS/.test(line)
              ? 'linux'
              : 'other';
  const browser: Browser = /\bLine\//.test(line)
    ? 'line'
    : /Edg(e|A|iOS)?\//.test(line)
      ? 'edge'
      : /(Firefox|FxiOS)\//.test(line)
        ? 'firefox'
        : /(Chrome|CriOS)\//.test(line)
          ? 'chrome'
          : /Safari\//.test(line)
            ? 'safari'
            : 'other';
  return `${browser}/${device}`;
}

const LOOPBACK = /^(::1|127\.\d+\.\d+\.\d+|::ffff:127\.\d+\.\d+\.\d+)$/;

/** Signing in without a password, as one of the demo town's cast: only in a demo hub, only with --demo, only on this machine. */
export function mayPlayCast(hub: { isDemo: boolean }, demo: boolean, remoteAddress: string): boolean {
  return hub.isDemo && demo && LOOPBACK.test(remoteAddress);
}
