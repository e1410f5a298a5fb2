/**
 * C1, P7: an operator's first steps in an empty hub, where nobody can invite anybody yet. Not hidden: who represents an
 * organisation from now on, and which one is the desk, is an entry of the journal with its reason.
 */
import { giveRole } from '#commons/actors/index.ts';
import type { EventInput, Hub, RoleName } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { enterHub } from './enter-hub.ts';
import type { Means } from './means.ts';

export interface Appointment {
  email: string;
  organisation: string;
  kind: 'group' | 'business' | 'division' | 'body';
  role: RoleName;
  /** the organisation becomes the hub's desk */
  secretariat: boolean;
}

export interface Appointed {
  person: string;
  /** the organisation was made by this call */
  isNew: boolean;
  /** the operator vouched for an address that wasn't confirmed yet */
  confirmedNow: boolean;
  /** page-cache tags of what changed */
  tags: string[];
}

/** A sentence for the operator. */
export class AppointmentMistake extends Error {}

/** `db` must be bound to the hub; `record` writes events of this transaction. @throws AppointmentMistake */
export async function appoint(
  db: Db,
  hub: Hub,
  { email, organisation: name, kind, role, secretariat }: Appointment,
  means: Means,
  record: (event: EventInput) => Promise<void>,
): Promise<Appointed> {
  const [account] = await run<{ id: string; email_confirmed: boolean }>(
    db,
    'select id, email_confirmed from auth.users where email = $1 for update',
    [email.toLowerCase()],
  );
  if (!account)
    throw new AppointmentMistake(`Nobody has signed up with ${email} yet. Sign up first: ${hub.origin}/sign-up`);
  await run(db, 'update auth.users set email_confirmed = true, updated_at = $2 where id = $1', [account.id, means.now]);
  const person = await enterHub(db, hub.id, account.id, means);
  const { id, isNew } = await findOrMake(db, hub.id, kind, name, means);
  await giveRole(db, hub.id, { personId: person.id, organisationId: id, role, now: means.now });
  const tags = ['actors', `actor:${id}`, `actor:${person.id}`];
  const reason = 'appointed by the operator';
  if (isNew) {
    await record({
      verb: 'actors.organisation-created',
      object: { kind: 'actor', id },
      public: { kind, name, reason },
      parts: [{ part: 'organisation', actorId: id, content: { kind, name, about: '' } }],
      tags,
    });
  }
  const isPublic = role === 'representative';
  await record({
    verb: 'actors.member-joined',
    object: { kind: 'actor', id },
    ...(isPublic
      ? {
          public: { representative: true, reason },
          parts: [{ part: 'role', actorId: person.id, content: { organisation: id, person: person.id, role } }],
        }
      : {}),
    tags,
  });
  if (secretariat) {
    await run(db, 'update hubs set secretariat_id = $2 where id = $1', [hub.id, id]);
    await record({
      verb: 'actors.secretariat-appointed',
      object: { kind: 'actor', id },
      public: { name, reason },
      tags,
    });
  }
  return { person: person.name, isNew, confirmedNow: !account.email_confirmed, tags };
}

async function findOrMake(
  db: Db,
  hubId: number,
  kind: Appointment['kind'],
  name: string,
  means: Means,
): Promise<{ id: string; isNew: boolean }> {
  const [found] = await run<{ id: string; kind: string }>(
    db,
    `select id, kind from actors where hub_id = $1 and name = $2 and kind <> 'person' and imported_from is null limit 1`,
    [hubId, name],
  );
  if (found && found.kind !== kind) throw new AppointmentMistake(`${name} is registered already, as ${found.kind}.`);
  if (found) return { id: found.id, isNew: false };
  const id = means.newId();
  await run(db, 'insert into actors (hub_id, id, kind, name, level, created_at) values ($1, $2, $3, $4, 1, $5)', [
    hubId,
    id,
    kind,
    name,
    means.now,
  ]);
  return { id, isNew: true };
}
