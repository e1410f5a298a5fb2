/**
 * X4 What can be reported and hidden. Commons know no function: whoever owns a kind of public thing registers it when its
 * module is loaded (`addModerated`), and hides it without knowing why.
 */
import type { Hub, Reader } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';

/** One public thing as it is now. */
export interface Moderated {
  id: string;
  version: number;
  /** the actor it is from; null where nobody stands behind it */
  authorId: string | null;
  /** the person who wrote it */
  personId: string | null;
  /** what it is a part of, or its own title */
  title: string;
  /** the words themselves */
  body: string;
  /** what has to be known to understand them: what they answer, the reason given; '' where nothing */
  context: string;
  /** where it is read; not percent-encoded */
  path: string;
  /** of somebody without an account: the address they gave; '' or missing where there is none */
  authorMail?: string;
  hiddenAt: Date | null;
  /** true when its author took it back */
  isWithdrawn: boolean;
}

export interface ModeratedKind {
  /** object kind of its events: 'opinion', 'proposal' */
  kind: string;
  /** null when this hub has no such thing */
  find(db: Db, id: string): Promise<Moderated | null>;
  /**
   * Hides it from `at` on; null shows it again. Doing the same twice changes nothing. Gives the tags of the pages that change.
   * `hub`: for kinds that go by its rules.
   */
  setHidden(db: Db, hubId: number, id: string, at: Date | null, hub?: Pick<Hub, 'rules'>): Promise<readonly string[]>;
  /**
   * There for what isn't public (letters): true for whoever received it, who alone can bring it before a moderator. Nothing of such a thing is
   * named in public
   */
  receives?(db: Db, reader: Reader, id: string): Promise<boolean>;
}

const kinds = new Map<string, ModeratedKind>();

/** Called by the owner of a kind when its module is loaded; the same kind replaces the earlier one. */
export function addModerated(kind: ModeratedKind): void {
  kinds.set(kind.kind, kind);
}

/** Every kind that can come before a moderator. */
export function moderatedKinds(): readonly string[] {
  return [...kinds.keys()];
}

/** True for what only its two sides read. */
export function isPrivate(kind: string): boolean {
  return kinds.get(kind)?.receives !== undefined;
}

export function moderatedKind(kind: string): ModeratedKind | null {
  return kinds.get(kind) ?? null;
}
