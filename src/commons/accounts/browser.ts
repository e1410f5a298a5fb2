/** X1: the browser a sign-in comes from: a coarse word, its own key, the session it had. */
import { serialiseCookie } from '#kernel/web/cookies.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { Asking } from './open-session.ts';
import { deviceOf } from './rules.ts';
import { isSecure, newToken, sentToken } from './session-token.ts';

/** Says nothing of who uses it; only with it is a browser known again, so that its owner isn't written to each time. */
const DEVICE_COOKIE = 'minna_device';
const DEVICE_SECONDS = 400 * 24 * 3600;

export interface Browser {
  asking: Asking & { deviceKey: string };
  /** to send back beside the session's cookie: the browser's own key, prolonged or new */
  cookies: string[];
}

export function browserOf(visit: Visit): Browser {
  const secure = isSecure(visit.hub);
  const sent = visit.cookies.get(secure ? `__Host-${DEVICE_COOKIE}` : DEVICE_COOKIE);
  const deviceKey = sent && /^[\w-]{43}$/.test(sent) ? sent : newToken();
  return {
    asking: { device: deviceOf(visit.request.headers['user-agent']), deviceKey, earlierToken: sentToken(visit) },
    cookies: [serialiseCookie(DEVICE_COOKIE, deviceKey, { secure, maxAgeSeconds: DEVICE_SECONDS })],
  };
}
