/** The manifest of a module: what it serves, owns and promises. Architecture tests read it; the composition root mounts it. */

import type { JobContext } from './jobs.ts';
import type { Lang } from './lang.ts';
import type { Reply } from './web/reply.ts';
import type { Visit } from './web/visit.ts';

/**
 * Who may ask for a route at all. `public`: everybody; `person`: signed in (others are asked to sign in, what they typed is kept);
 * `demo`: only with --demo on loopback. What a given person may do with a given thing is decided by may…() in the use case.
 */
export type Access = 'public' | 'person' | 'demo';

export interface Route {
  method: 'GET' | 'POST';
  /** kebab-case nouns; `:ref` is a short id with a slug, `:key` any word */
  path: string;
  access: Access;
  /** capability ids of the spec this route makes usable, e.g. F9.1 */
  serves: readonly string[];
  handle: (visit: Visit) => Promise<Reply>;
  /** the anonymous page may be kept until one of its tags changes */
  cached?: boolean;
  /**
   * Beside `cached`: what differs between readers stands in personal parts alone (visit.part), and the handler doesn't look
   * at its reader; so the page is kept for people who are signed in, too
   */
  framed?: boolean;
  /** the body is read by the handler as a stream (uploads) */
  streams?: boolean;
}

type Options = Pick<Route, 'cached' | 'framed' | 'streams'>;

export function get(
  path: string,
  access: Access,
  serves: readonly string[],
  handle: Route['handle'],
  options: Options = {},
): Route {
  return { method: 'GET', path, access, serves, handle, ...options };
}

export function post(
  path: string,
  access: Access,
  serves: readonly string[],
  handle: Route['handle'],
  options: Options = {},
): Route {
  return { method: 'POST', path, access, serves, handle, ...options };
}

export type RefusalSentence = string | ((facts: Record<string, string | number>) => string);

export interface PersonalData {
  table: string;
  columns: readonly string[];
  why: string;
  /** what becomes of it when the person's data is erased */
  onErasure: 'deleted' | 'blanked' | 'kept-without-person';
}

/** What the worker does for a module. In a file of its own (`work.ts`), for the worker to load without routes and pages. */
export interface Work {
  jobs?: Record<string, (job: JobContext, payload: Record<string, unknown>) => Promise<void>>;
  /** regular work of the worker, once per hub and turn; idempotent */
  ticks?: readonly { name: string; everySeconds: number; run: (job: JobContext) => Promise<void> }[];
}

export interface Module extends Work {
  name: string;
  /** the clause of the policy document, in its own words */
  clause: string;
  capabilities: readonly string[];
  tables: readonly string[];
  routes: readonly Route[];
  emits: readonly string[];
  /** words of every refusal code of this module */
  refusals?: (lang: Lang) => Record<string, RefusalSentence>;
  /** named database constraints that guard a rule, and the refusal they mean */
  constraints?: Record<string, { code: string; field?: string }>;
  personalData: readonly PersonalData[];
}
