/** The manifest of a module: what it serves, owns and promises. Architecture tests read it; the composition root mounts it. */

import type { Action } from './action.ts';
import type { ApiOperation } from './api.ts';
import type { Hub } from './context.ts';
import type { Db } from './database/dialect.ts';
import type { JobContext } from './jobs.ts';
import type { Lang } from './lang.ts';
import type { Dataset } from './open-data.ts';
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
  /** a POST that other programs send, not a browser from our pages: its address alone is what permits it, and the reader isn't looked at */
  foreign?: boolean;
  /** the body is read by the handler as a stream (uploads) */
  streams?: boolean;
  /** from the module's manifest, see `inFunction` */
  function?: string;
}

type Options = Pick<Route, 'cached' | 'framed' | 'streams' | 'foreign'>;

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
  /**
   * What becomes of it when the person leaves. `kept-without-person`: it stays with somebody who has no name any more.
   * `kept-unlinked`: it counts on, and nobody can tell any more that it was the same person as anything else
   */
  onErasure: 'deleted' | 'blanked' | 'kept-without-person' | 'kept-unlinked';
  /**
   * How a person's own rows are found where no column names an actor: by the account or its address, or because the row they belong to
   * (`column` holds the `key` of `table`) is the person's
   */
  by?: { column: string; is: 'account' | 'address' } | { column: string; key: string; table: string };
  /** why it isn't among what a person takes along: nobody's own, or handed over in another form */
  notHandedOver?: string;
}

/** X1: what a person who leaves takes back and lays down, beside what becomes of `personalData`. */
export interface Leaving {
  /** what it said in its own name, and the act that takes it back, which may refuse */
  takesBack?: {
    things(db: Db, personId: string): Promise<string[]>;
    act: Action<{ id: string; reason: string }, unknown>;
  };
  /** ends what it does, in the transaction of the erasure; idempotent */
  laysDown?(db: Db, who: { hubId: number; personId: string; now: Date }): Promise<void>;
}

/** A name, address or other way of contact that a procedure asked a person for, and that isn't public. */
export interface GivenName {
  /** of the row, for `forget` */
  id: string;
  /** what it was asked for, in the words of the language given */
  what: string;
  /** where the procedure is; not percent-encoded */
  href: string;
  name: string;
  at: Date;
  /** it goes by itself then; null: no day is known */
  until: Date | null;
  /** the procedure needs it no more: the person may have it erased now */
  mayForget: boolean;
}

/** X13: names a module keeps because a procedure needed them: what a person is shown of them, and how one of them is erased before its time. */
export interface GivenNames {
  of(db: Db, who: { hub: Hub; personId: string; lang: Lang; now: Date }): Promise<GivenName[]>;
  /** true when it was erased: the person's own, and one that may be; left out where none ever may */
  forget?(db: Db, who: { hubId: number; personId: string; id: string; now: Date }): Promise<boolean>;
}

export interface Tick {
  name: string;
  everySeconds: number;
  /** also in a town that moved away: what was said before has to be finished here */
  afterMoving?: true;
  run: (job: JobContext) => Promise<void>;
}

/** What the worker does for a module. In a file of its own (`work.ts`), for the worker to load without routes and pages. */
export interface Work {
  /** the function it belongs to, see `inFunction`: its regular work rests in hubs where that isn't open */
  function?: string;
  jobs?: Record<string, (job: JobContext, payload: Record<string, unknown>) => Promise<void>>;
  /** regular work of the worker, once per hub and turn; idempotent */
  ticks?: readonly Tick[];
}

/** A public event as feeds, followers and webhooks see it. */
export interface Happened {
  verb: string;
  object_kind: string;
  object_id: string;
  /** the facts given to `ctx.record` as `public` */
  public: Readonly<Record<string, unknown>>;
}

/** Who is told of an event. Things are named by the event's object and by its tags: `proposal:ID`, `round:ID`, `actor:ID`. */
export interface Telling {
  /** kinds among object and tags whose followers are told; of several, the first one is given as the reason. Nobody is told twice */
  followersOf: readonly string[];
  /** one of many of its sort (an opinion more): not told to those who follow the turns only */
  small?: true;
  /** what whoever acted follows from then on, if its settings say so: everything, or the turns only */
  follows?: Readonly<Record<string, Scope>>;
}

/** How closely somebody follows a thing. */
export type Scope = 'all' | 'turns';

export type NoticeFacts = Readonly<Record<string, string | number>>;

/** Words of one kind of notice. `subject` stands alone in a list and a mail's subject; `text` is one or two whole sentences. */
export type NoticeWords = (facts: NoticeFacts) => { subject: string; text: string };

/** Kinds of things people may follow. */
export interface Followable {
  /** what such things are called together, in the settings: 提案 */
  topic: string;
  /** title as it was kept with the follow → as it is shown; left out: as it is */
  title?: (kept: string) => string;
}

/** A date of something public, for calendars. */
export interface CalendarDate {
  /** stable, unlike any other of this hub: `round-ID-debating` */
  uid: string;
  title: string;
  /** the first day (YYYY-MM-DD, Tokyo) of whole days, or an instant */
  start: string | Date;
  /** the last whole day, included, or the instant it ends at */
  end?: string | Date;
  place?: string;
  about?: string;
  href: string;
  /** the things it belongs to: `round:ID`, `proposal:ID`; their followers find it in their own calendar */
  of: readonly string[];
  changedAt?: Date;
  /** how often it was changed; the higher number is the newer one to calendar programs */
  sequence?: number;
  isCancelled?: boolean;
}

/**
 * X3, X8: what becomes of a module's public events outside its own pages: the feed, notices, letters, calendars, webhooks. In a file of its
 * own (`happenings.ts`), which knows no routes and no pages, is spread into the manifest and stands in src/happenings.ts.
 *
 * To add an event: its verb goes into `emits` of the manifest and, in three languages, into `verbs` (event-words.ts); if its object is
 * of a kind of its own, `places` says where that is shown; `tells` says whose followers are told.
 * To tell certain people of something that concerns them alone (you are asked for your consent): `tell(ctx, …)` of #commons/notices, and
 * the words of that kind of notice in `notices`.
 */
export interface Happenings {
  /** every public verb, after the name of whoever did it: 「提案を公開しました」 */
  verbs?: (lang: Lang) => Readonly<Record<string, string>>;
  /** where things of the kinds this module owns are shown; null: nowhere */
  places?: Readonly<Record<string, (event: Happened) => string | null>>;
  tells?: Readonly<Record<string, Telling>>;
  followable?: (lang: Lang) => Readonly<Record<string, Followable>>;
  /** titles to keep with a follow that began by itself, of kinds whose events don't bring one as `title` or `debateTitle` */
  titles?: Readonly<Record<string, (db: Db, ids: readonly string[]) => Promise<{ id: string; title: string }[]>>>;
  /** kinds of notice of this module, `module.what`, as `tell` is given them */
  notices?: (lang: Lang) => Readonly<Record<string, NoticeWords>>;
  /** X7: kinds of things that are found by their words; a sentence where things that have a place are not, saying why */
  searchable?: Readonly<Record<string, Searchable | string>>;
  /** dates that begin on or after `from` (and of `thing` alone, where given), at most 500; one query */
  dates?: (db: Db, ask: { hub: Hub; lang: Lang; from: Date; thing?: string }) => Promise<CalendarDate[]>;
}

/** X7: things of one kind, as they are found by their words. */
export interface Searchable {
  /** what one of them is called: 提案 */
  word: (lang: Lang) => string;
  /** where they are shown, when they belong to a function that a town may not have opened */
  function?: string;
  /**
   * SQL of everything of the kind that everybody may read at this moment, and nothing else: `id` (by which a row is found quickly), `at`,
   * `title` ('' where it has none), `body`, `under_id` and `under` (id and title of what it belongs to; null and ''). What this leaves out is
   * found no more from that moment on
   */
  rows: string;
  /**
   * SQL of `id` and `facets` (jsonb, keys as in kernel/facets.ts) of things of the kind; what has no row has none. Null values and keys
   * that don't exist are left out
   */
  facets?: string;
  /** F1.1: it stands in the activity database */
  isActivity?: true;
  /** a kind of which the thing with the same id isn't found beside this one */
  insteadOf?: string;
  /** the kind as which it is counted and asked for: what repeats is an event like others */
  countedAs?: string;
  /** where it is shown; not percent-encoded */
  place: (found: { id: string; title: string; underId: string | null }) => string;
  /** X8: every date of these things from `from` on, cancelled ones, too, as all calendars of the town name them; left out: what is found says it */
  dates?: (db: Db, ids: readonly string[], from: Date) => Promise<CalendarDate[]>;
  /** title as it was found → as it is shown; left out: as it is */
  shownTitle?: (title: string, lang: Lang) => string;
}

export interface Module extends Work, Happenings {
  name: string;
  /** the clause of the policy document, in its own words */
  clause: string;
  capabilities: readonly string[];
  tables: readonly string[];
  routes: readonly Route[];
  /** X8: the same for programs, in a file of its own (`api.ts`) */
  api?: readonly ApiOperation[];
  /** F1.2: its public things as whole files, in a file of its own (`open-data.ts`) */
  openData?: readonly Dataset[];
  emits: readonly string[];
  /** words of every refusal code of this module */
  refusals?: (lang: Lang) => Record<string, RefusalSentence>;
  /** named database constraints that guard a rule, and the refusal they mean */
  constraints?: Record<string, { code: string; field?: string }>;
  personalData: readonly PersonalData[];
  leaving?: Leaving;
  givenNames?: GivenNames;
}

/**
 * P9: a hub opens function by function. Says of modules, or of their work, which function they belong to: where that isn't open,
 * their pages answer with an invitation to start it together, and their regular work rests. Jobs that were begun are finished.
 */
export function inFunction<Part extends Work>(name: string, parts: readonly Part[]): Part[] {
  return parts.map((part) => ({ ...part, function: name }));
}

/** Routes of all modules, each knowing its function. */
export function routesOf(modules: readonly Pick<Module, 'routes' | 'function'>[]): Route[] {
  return modules.flatMap((module) =>
    module.function === undefined
      ? module.routes
      : module.routes.map((route) => ({ ...route, function: module.function! })),
  );
}

/** What programs may do and read, of all modules, each operation knowing its function. */
export function operationsOf(modules: readonly Pick<Module, 'api' | 'function'>[]): ApiOperation[] {
  return modules.flatMap(({ api = [], function: of }) =>
    of === undefined ? api : api.map((operation) => ({ ...operation, function: of })),
  );
}
