/** What an act knows: the transaction, who acts, in which hub, and the only sources of time and randomness. */
import type { Db } from './database/dialect.ts';
import type { Lang } from './lang.ts';

export type ActorKind = 'person' | 'group' | 'business' | 'division' | 'body';
export type RoleName = 'representative' | 'editor' | 'member';

export interface Actor {
  id: string;
  kind: ActorKind;
  name: string;
}

export interface Role {
  organisation: Actor;
  role: RoleName;
}

/** Somebody signed in: the person, and the actor it speaks as now (itself, or an organisation in which it holds a role). */
export interface Reader {
  accountId: string;
  sessionId: string;
  person: Actor;
  acting: Actor;
  roles: readonly Role[];
  /** X3: notices not read yet, counted up to a hundred */
  unread?: number;
  /** X2: 0 visitor, 1 confirmed contact, 2 confirmed 市民 */
  level: 0 | 1 | 2;
  /** X1: the session was opened with two factors, or with a passkey, which is two in one */
  isStrong?: boolean;
  /** X1: when it was last shown again, in this session, that this is the account's owner */
  provedAt?: Date | null;
  /** X1: roles that count for nothing until there is a second factor, because the hub's rules ask for one; not among `roles` */
  resting?: readonly Role[];
  /** X1: offices count for nothing in this session, those without a role (moderators) among them */
  officesRest?: true;
}

export interface Hub {
  id: number;
  /** what events about the hub itself name */
  uid?: string;
  key: string;
  /** the configured host, the same in every process: the journal's name begins with it */
  host: string;
  /** scheme and host the browser sees, e.g. https://hinata.example */
  origin: string;
  name: Record<Lang, string>;
  tagline: Record<Lang, string>;
  /** what the place itself is called: ひなた市 */
  town: Record<Lang, string>;
  accent: string;
  isDemo: boolean;
  /** scheme and host of the deployment it moved to; nothing is read or written here any more */
  movedTo?: string | null;
  secretariatId: string | null;
  rulesVersion: number;
  /** in force now */
  rules: unknown;
  /** every version there was: what began under one stays under it */
  rulesByVersion?: Readonly<Record<number, unknown>>;
}

/** One contributor's share of a public act, committed to in the journal; erasable without breaking anybody else's proof. */
export interface Part {
  part: string;
  actorId: string | null;
  content: Record<string, unknown>;
}

export interface EventInput {
  /** 'proposals.published': module, dot, past participle */
  verb: string;
  object: { kind: string; id: string; version?: number };
  /** shown in the public activity feed and given to every follower; absent: the event is private (audit only) */
  public?: Record<string, unknown>;
  /** what the journal commits to; only with `public` */
  parts?: readonly Part[];
  /** page-cache tags of every page this act changes */
  tags: readonly string[];
  /** whom the public sees as acting where that is not whoever acts: an office; the audit keeps the person */
  as?: string;
}

export interface ActionContext {
  db: Db;
  hub: Hub;
  reader: Reader;
  /** shorthand of reader.person and reader.acting */
  person: Actor;
  actor: Actor;
  lang: Lang;
  now: Date;
  /** UUIDv7, for rows whose order of making is public anyway */
  newId(): string;
  /** UUIDv4, where the time of making must not show */
  randomId(): string;
  record(event: EventInput): Promise<void>;
  /** work to be done after commit, at least once; rolled back with the act. `key`: a later job of the same key replaces it */
  job(name: string, payload: Record<string, unknown>, key?: string): Promise<void>;
}
