/** F1.3 When a form was shown, signed, so that nobody can write an earlier moment into it; and a small sum that goes with each stamp. */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

let key = randomBytes(32);

/** Called once by every web process with the deployment's secret: another process may take the form. */
export function openContactStamps(secret: string): void {
  key = Buffer.from(hkdfSync('sha256', secret, '', 'minna contact form', 32));
}

function seal(siteId: string, moment: string): Buffer {
  return createHmac('sha256', key).update(`${siteId} ${moment}`).digest();
}

export function stampFor(siteId: string, now: Date): string {
  const moment = `${now.getTime().toString(36)}-${randomBytes(4).toString('hex')}`;
  return `${moment}.${seal(siteId, moment).toString('base64url').slice(0, 22)}`;
}

/** Milliseconds since the form was shown; null: no stamp of ours for this site. */
export function ageOf(siteId: string, stamp: string, now: Date): number | null {
  const [moment = '', sealed = ''] = stamp.split('.');
  const right = Buffer.from(seal(siteId, moment).toString('base64url').slice(0, 22));
  const given = Buffer.from(sealed);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const at = Number.parseInt(moment.split('-')[0] ?? '', 36);
  return Number.isFinite(at) ? now.getTime() - at : null;
}

/** Two numbers from 1 to 9, the same for the same stamp. */
export function sumOf(siteId: string, stamp: string): [number, number] {
  const bytes = createHmac('sha256', key).update(`sum ${siteId} ${stamp}`).digest();
  return [(bytes[0]! % 9) + 1, (bytes[1]! % 9) + 1];
}

export function isSum(siteId: string, stamp: string, answer: string): boolean {
  const [a, b] = sumOf(siteId, stamp);
  return answer.normalize('NFKC').trim() === String(a + b);
}
