/**
 * C1, P7: an operator's first steps in an empty hub, where nobody can invite anybody yet. Not hidden: who represents an
 * organisation from now on, and which one is the desk, is an entry of the journal with its reason.
 */
import type { Actor, EventInput, RoleName } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { endRole, giveRole, recordRole } from './roles.ts';
import type { OrganisationKind } from './rules.ts';

export interface Office {
  organisation: string;
  kind: OrganisationKind;
  role: RoleName;
  /** the organisation becomes the hub's desk */
  secretariat: boolean;
}

export interface AppointMeans {
  now: Date;
  newId(): string;
  /** writes an event of this transaction */
  record(event: EventInput): Promise<void>;
}

const REASON = 'appointed by the operator';

/** Gives the person the role; the organisation is made when there is none of this name. Null: its name belongs to another kind. */
export async function appointPerson(
  db: Db,
  hubId: number,
  person: Actor,
  { organisation: name, kind, role, secretariat }: Office,
  { now, newId, record }: AppointMeans,
): Promise<{ isNew: boolean; tags: string[] } | null> {
  const [found] = await run<{ id: string; kind: string }>(
    db,
    `select id, kind from actors where hub_id = $1 and name = $2 and kind <> 'person' and imported_from is null limit 1`,
    [hubId, name],
  );
  if (found && found.kind !== kind) return null;
  const id = found?.id ?? newId();
  const tags = ['actors', `actor:${id}`, `actor:${person.id}`];
  const object = { kind: 'actor', id };
  if (!found) {
    await run(db, 'insert into actors (hub_id, id, kind, name, level, created_at) values ($1, $2, $3, $4, 1, $5)', [
      hubId,
      id,
      kind,
      name,
      now,
    ]);
    const parts = [{ part: 'organisation', actorId: id, content: { kind, name, about: '' } }];
    await record({ verb: 'actors.organisation-created', object, public: { kind, name, reason: REASON }, parts, tags });
  }
  await giveRole(db, hubId, { personId: person.id, organisationId: id, role, now });
  const content = { organisation: id, person: person.id, role };
  const parts = [{ part: 'role', actorId: person.id, content }];
  await record({
    verb: 'actors.member-joined',
    object,
    ...(role === 'representative' ? { public: { representative: true, reason: REASON }, parts } : {}),
    tags,
  });
  if (secretariat) {
    await run(db, 'update hubs set secretariat_id = $2 where id = $1', [hubId, id]);
    await record({ verb: 'actors.secretariat-appointed', object, public: { name, reason: REASON }, tags });
  }
  return { isNew: !found, tags };
}

/** Ends a role somebody was appointed to, with its entry in the journal. */
export async function dismissPerson(
  db: Db,
  hubId: number,
  personId: string,
  held: { organisationId: string; role: RoleName },
  { now, record }: Pick<AppointMeans, 'now' | 'record'>,
): Promise<void> {
  const { organisationId, role } = held;
  await endRole(db, hubId, personId, organisationId, now);
  await recordRole({ record }, 'actors.member-left', { organisationId, personId, before: role, next: null });
}
