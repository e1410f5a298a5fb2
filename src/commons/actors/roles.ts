/** P1: roles as rows with a beginning and an end. Changes of one organisation's roles wait for each other. */
import type { ActionContext, RoleName } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';

export interface HeldRole {
  personId: string;
  role: RoleName;
}

/** Everybody's present role in the organisation, held against a change at the same moment. */
export async function lockRoles(db: Db, hubId: number, organisationId: string, now: Date): Promise<HeldRole[]> {
  await run(db, 'select id from actors where hub_id = $1 and id = $2 for update', [hubId, organisationId]);
  return run<HeldRole>(
    db,
    `select person_id as "personId", role from roles
     where hub_id = $1 and organisation_id = $2 and (until is null or until > $3)`,
    [hubId, organisationId, now],
  );
}

/** Gives a role, anew or again. */
export async function giveRole(
  db: Db,
  hubId: number,
  { personId, organisationId, role, now }: { personId: string; organisationId: string; role: RoleName; now: Date },
): Promise<void> {
  await run(
    db,
    `insert into roles (hub_id, person_id, organisation_id, role, since) values ($1, $2, $3, $4, $5)
     on conflict (hub_id, person_id, organisation_id) do update set
       role = excluded.role, until = null,
       since = case when roles.until is null or roles.until > $5 then roles.since else excluded.since end`,
    [hubId, personId, organisationId, role, now],
  );
}

/** Ends a role now: with the next request its holder speaks for itself again. */
export async function endRole(
  db: Db,
  hubId: number,
  personId: string,
  organisationId: string,
  now: Date,
): Promise<void> {
  await run(
    db,
    'update roles set until = $4 where hub_id = $1 and person_id = $2 and organisation_id = $3 and (until is null or until > $4)',
    [hubId, personId, organisationId, now],
  );
}

type RoleVerb = 'actors.member-joined' | 'actors.role-changed' | 'actors.member-left';

/** Who represents an organisation is public; who else belongs to it is theirs to tell. */
export async function recordRole(
  ctx: Pick<ActionContext, 'record'>,
  verb: RoleVerb,
  change: { organisationId: string; personId: string; before: RoleName | null; next: RoleName | null },
): Promise<void> {
  const { organisationId, personId, before, next } = change;
  const isPublic = before === 'representative' || next === 'representative';
  const content = { organisation: organisationId, person: personId, role: next === 'representative' ? next : null };
  await ctx.record({
    verb,
    object: { kind: 'actor', id: organisationId },
    ...(isPublic
      ? { public: { representative: next === 'representative' }, parts: [{ part: 'role', actorId: personId, content }] }
      : {}),
    tags: [`actor:${organisationId}`, `actor:${personId}`],
  });
}
