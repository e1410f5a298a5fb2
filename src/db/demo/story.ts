/** How the demo town is told: through the same acts everybody uses, each at its own moment, by its own person, in one transaction. */

import { commit } from '#commons/journal/index.ts';
import { type Action, performer } from '#kernel/action.ts';
import type { Actor, EventInput, Hub, Reader, Role } from '#kernel/context.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { type EventParts, writeEvent } from '#kernel/event.ts';
import { uuidv7 } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { CastMember } from './content/types.ts';
import { byteStream, idFor } from './seeded.ts';

export interface Story {
  db: Db;
  hub: Hub;
  /** Tokyo date of today, and the moment of loading: nothing is told that lies after it */
  today: string;
  now: Date;
  actor(key: string): Actor;
  /** the person `key`, or a person who speaks for the organisation `key`, acting for it */
  speaker(key: string): Reader;
  /** the person `by`, acting for the organisation `organisation` if it holds a role there */
  speakerFor(by: string, organisation: string): Reader;
  tell<Input, Output>(at: Date, reader: Reader, act: Action<Input, Output>, input: unknown): Promise<Output>;
  /** what the rules and the calendar did */
  tellClock(at: Date, event: EventInput): Promise<void>;
  newId(at: Date): string;
}

/** Chance and ids that are the same at every loading. */
export function demoEventParts(): EventParts {
  const random = byteStream('hinata');
  let turn = 0;
  return {
    newId: (at) => uuidv7(at, random),
    randomId: () => {
      turn += 1;
      return idFor(`random:${turn}`);
    },
    randomSalt: () => random(32),
    commit: ({ salt, actorId, part, content }) => commit({ salt, actor: actorId, part, content: content as never }),
  };
}

export interface StoryParts {
  db: Db;
  hub: Hub;
  today: string;
  now: Date;
  cast: readonly CastMember[];
}

export function beginStory({ db, hub, today, now, cast }: StoryParts): Story {
  const parts = demoEventParts();
  const perform = performer({
    ...parts,
    // Everything is one transaction: the town is there whole, or not at all.
    hubwise: { write: (_hubId, work) => work(db) },
    evict: () => {},
    notifyPayloads: () => [],
    refusalOf: (): Refusal | null => null,
  });
  const actors = new Map<string, Actor>(
    cast.map((member) => [member.key, { id: idFor(`actor:${member.key}`), kind: member.kind, name: member.name }]),
  );
  const memberOf = (key: string) => {
    const member = cast.find((one) => one.key === key);
    if (!member) throw new Error(`nobody in the cast is called ${key}`);
    return member;
  };
  const actor = (key: string) => actors.get(memberOf(key).key)!;
  const rolesOf = (member: CastMember): Role[] =>
    (member.roles ?? []).map(({ organisation, role }) => ({ organisation: actor(organisation), role }));
  const reader = (member: CastMember, acting: Actor): Reader => ({
    accountId: idFor(`account:${member.key}`),
    sessionId: idFor(`session:${member.key}`),
    person: actor(member.key),
    acting,
    roles: rolesOf(member),
    level: 1,
  });
  const voiceOf = (organisation: string): CastMember => {
    const holds = (role: string) =>
      cast.find((one) => one.roles?.some((held) => held.organisation === organisation && held.role === role));
    const person = holds('representative') ?? holds('editor');
    if (!person) throw new Error(`nobody speaks for ${organisation}`);
    return person;
  };
  return {
    db,
    hub,
    today,
    now,
    actor,
    speaker: (key) => {
      const member = memberOf(key);
      return member.kind === 'person' ? reader(member, actor(key)) : reader(voiceOf(key), actor(key));
    },
    speakerFor: (by, organisation) => {
      const member = memberOf(by);
      if (member.kind !== 'person') return reader(voiceOf(by), actor(by));
      const holds = member.roles?.some((held) => held.organisation === organisation && held.role !== 'member');
      return reader(member, holds ? actor(organisation) : actor(by));
    },
    tell: (at, by, act, input) => perform({ hub, reader: by, lang: 'ja', now: at }, act, input),
    tellClock: (at, event) => writeEvent(parts, db, { hubId: hub.id, now: at, actorId: null, personId: null }, event),
    newId: (at) => parts.newId(at),
  };
}
