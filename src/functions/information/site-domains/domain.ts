/** F1.3 A host of a group's own for its site: which names can be one, what proves that it is theirs, and what may be said against it. */
import { isIP } from 'node:net';
import { domainToASCII, domainToUnicode } from 'node:url';
import { refuse as refuseKernel, refuser } from '#kernel/refusal.ts';

/** Name below the host whose TXT record holds the proof. */
export const PROOF_LABEL = '_minna';
export const PROOF_FILE = '/.well-known/minna-site.txt';
/** A claim that nobody proves ends by itself. */
export const CLAIM_DAYS = 14;
/** A host whose proof is gone is shown on for so long. */
export const GRACE_DAYS = 14;

export type CheckFailure = 'not-found' | 'other-token' | 'no-answer' | 'private-address' | 'taken';
export type ProvedBy = 'dns' | 'file';

export type DomainRefusal =
  | 'bad-host'
  | 'number-host'
  | 'mail-host'
  | 'port-host'
  | 'town-host'
  | 'host-taken'
  | 'host-there'
  | 'no-claim'
  | 'asked-already';
export const refuse = refuser<DomainRefusal>('siteDomains');

export function notFound() {
  return refuseKernel('not-found', { status: 404 });
}

/** What stands in the record or the file. */
export function proofOf(token: string): string {
  return `minna-site=${token}`;
}

function bareHost(typed: string): string {
  return typed
    .normalize('NFKC')
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/s, '')
    .replace(/[.。]$/, '');
}

/** Why what was typed can't be a site's own host. `town`: the host of the town itself. Pure. */
export function whyNoHost(typed: string, town: string): DomainRefusal {
  const bare = bareHost(typed);
  if (bare.replace(/:\d+$/, '').toLowerCase() === town) return 'town-host';
  if (bare.includes('@')) return 'mail-host';
  if (isIP(bare.replace(/^\[|\]$|(?<=^[\d.]+):\d+$/g, ''))) return 'number-host';
  return /:\d+$/.test(bare) ? 'port-host' : 'bad-host';
}

/** A host in its own script, for people: `xn--…` says nothing to anybody. Pure. */
export function shownHost(host: string): string {
  return domainToUnicode(host) || host;
}

/**
 * A host as typed (with or without https://, in any script) → as it is kept: ASCII, lower case; null when it can't be a host out in the
 * world. Pure.
 */
export function readHost(typed: string): string | null {
  const bare = bareHost(typed);
  if (bare === '' || /[\s:@?#\\]/.test(bare)) return null;
  const host = domainToASCII(bare).toLowerCase();
  if (host.length < 4 || host.length > 253 || isIP(host)) return null;
  const labels = host.split('.');
  if (labels.length < 2 || /^\d+$/.test(labels.at(-1)!)) return null;
  if (!labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))) return null;
  return /\.(localhost|local|internal|arpa|invalid|onion)$/.test(host) ? null : host;
}
