/** X3: whom an event concerns, from what its module says of it. Pure. */
import type { Happened, Scope, Telling } from '#kernel/module.ts';

export interface SpreadEvent extends Happened {
  id: string;
  at: Date;
  tags: readonly string[];
  actor_id: string | null;
  person_id: string | null;
}

export interface Thing {
  kind: string;
  id: string;
}

const TAG = /^([a-z-]+):([0-9a-f-]{36})$/;

/** The object of an event and the things its tags name, of one kind. */
export function thingsOf(event: SpreadEvent, kind: string): Thing[] {
  const named = event.tags.flatMap((tag) => {
    const [, tagged, id] = TAG.exec(tag) ?? [];
    return tagged === kind && id ? [{ kind, id }] : [];
  });
  const all = event.object_kind === kind ? [{ kind, id: event.object_id }, ...named] : named;
  return all.filter((thing, at) => all.findIndex((one) => one.id === thing.id) === at);
}

/** Things whose followers are told, the weightiest first. */
export function concernedBy(event: SpreadEvent, telling: Telling): Thing[] {
  return telling.followersOf.flatMap((kind) => thingsOf(event, kind));
}

export interface Begun extends Thing {
  scope: Scope;
  /** as the event brings it; null: to be asked for */
  title: string | null;
}

/** What whoever acted follows from then on. A proposal and its debate are one thing, and it is called a proposal. */
export function followedFrom(event: SpreadEvent, telling: Telling): Begun[] {
  const { title, debateTitle, debateKind, number, parentNumber } = event.public as Record<string, string | undefined>;
  return Object.entries(telling.follows ?? {}).flatMap(([kind, scope]) =>
    thingsOf(event, kind).map((thing) => {
      const ownTitle = thing.kind === event.object_kind ? title : undefined;
      if (kind === 'opinion') return { ...thing, scope, title: `${number ?? parentNumber ?? ''}/${debateTitle ?? ''}` };
      if (kind !== 'debate') return { ...thing, scope, title: ownTitle ?? null };
      const isDebate = debateKind === undefined || debateKind === 'imported';
      return { id: thing.id, kind: isDebate ? 'debate' : debateKind, scope, title: debateTitle ?? ownTitle ?? null };
    }),
  );
}
