/** F1.3 What a site consists of, the short name in its address, and the words that may be said against an act. */
import { type Refusal, refuse as refuseKernel, refuser } from '#kernel/refusal.ts';

export const PAGE_KINDS = ['page', 'post'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export const SITE_LIMITS = {
  title: 60,
  tagline: 120,
  pageTitle: 80,
  changed: 200,
  words: 60,
  pages: 60,
  posts: 2000,
} as const;
/** Days for which a link to look before is good. */
export const PREVIEW_DAYS = 14;

/** Parts of an address below a site that lead to something else than a page. */
const RESERVED_SLUGS = [
  'news',
  'news.atom',
  'feed',
  'contact',
  'inbox',
  'visits',
  'export',
  'import',
  'domain',
  'messages',
];
const RESERVED_KEYS = ['new', 'own', 'admin', 'sites', 'styles', 'help', 'news', 'www', 'api', 'data'];

/** The short name as typed → as it is kept: half-width, lower case; null when it can't be one. Pure. */
export function readKey(typed: string): string | null {
  const key = typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/.test(key) && !RESERVED_KEYS.includes(key) ? key : null;
}

export function isReserved(slug: string): boolean {
  return RESERVED_SLUGS.includes(slug);
}

export type SiteRefusal =
  | 'not-of-the-group'
  | 'not-a-member'
  | 'withdrawn'
  | 'unclaimed'
  | 'site-there'
  | 'site-closed'
  | 'key-taken'
  | 'bad-key'
  | 'bad-link'
  | 'colour-pale'
  | 'not-a-colour'
  | 'changed-meanwhile'
  | 'too-many-pages'
  | 'too-many-blocks'
  | 'too-many-on-block'
  | 'picture-needed'
  | 'document-only'
  | 'last-file'
  | 'nothing-to-publish'
  | 'too-late'
  | 'too-far'
  | 'has-pages-below'
  | 'only-one-below'
  | 'not-scheduled';

export const refuse = refuser<SiteRefusal>('homepages');
export type Reason = SiteRefusal | 'sign-in';

const NOT_YOURS: readonly string[] = ['not-of-the-group', 'not-a-member'];

export function refusalFor(reason: Reason, field?: string, facts?: Record<string, string | number>): Refusal {
  if (reason === 'sign-in') return refuseKernel('sign-in', { status: 401 });
  const status = NOT_YOURS.includes(reason) ? 403 : field ? 422 : 409;
  return refuse(reason, { status, ...(field ? { field } : {}), ...(facts ? { facts } : {}) });
}

export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}

/** Tags of every page that shows something of a site. */
export function siteTags(siteId: string, groupId?: string): string[] {
  return ['sites', `site:${siteId}`, ...(groupId ? [`group:${groupId}`] : [])];
}
