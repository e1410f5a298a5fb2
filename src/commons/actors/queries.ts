/** Reads of actors, shaped for their views and already limited to what everybody may see. */
import { type Hiding, hidingJson } from '#commons/moderation/index.ts';
import type { Actor, ActorKind, RoleName } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';

/** Kinds and names of the given actors in one query; ids that aren't of this hub are left out. */
export async function actorBadges(db: Db, hubId: number, ids: readonly string[]): Promise<Map<string, Actor>> {
  if (ids.length === 0) return new Map();
  const rows = await run<Actor>(db, 'select id, kind, name from actors where hub_id = $1 and id = any($2::uuid[])', [
    hubId,
    [...new Set(ids)],
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface ListedActor extends Actor {
  about: string;
  created_at: Date;
}

/** What actor `a` says of itself, as long as it is not hidden. */
const ABOUT = `case when a.about_hidden_at is null then a.about else '' end`;

export interface ActorFilter {
  kind: ActorKind | '';
  /** id of the last actor of the page before */
  before: string | null;
  limit: number;
}

const EXACT_UP_TO = 1000;

/** Everybody who takes part: organisations, and people whose contact is confirmed. Imported people aren't anybody here. */
const LISTED = `hub_id = $1 and imported_from is null and (kind <> 'person' or level > 0)`;

/** A page of the list, newest first, and how many there are in all: exact up to 1,000, else null. */
export async function listedActors(
  db: Db,
  hubId: number,
  { kind, before, limit }: ActorFilter,
): Promise<{ actors: ListedActor[]; more: boolean; count: number | null }> {
  const kinds = kind === '' ? '' : ' and kind = $2';
  const values: unknown[] = kind === '' ? [hubId] : [hubId, kind];
  const keyed = before === null ? [...values, limit + 1] : [...values, limit + 1, before];
  const at = values.length;
  const [rows, counted] = await Promise.all([
    run<ListedActor>(
      db,
      `select id, kind, name, ${ABOUT} as about, created_at from actors a where ${LISTED}${kinds}${before === null ? '' : ` and id < $${at + 2}`}
       order by id desc limit $${at + 1}`,
      keyed,
    ),
    run<{ n: number }>(
      db,
      `select count(*)::int as n from (select 1 from actors where ${LISTED}${kinds} limit ${EXACT_UP_TO + 1}) as found`,
      values,
    ),
  ]);
  const n = counted[0]?.n ?? 0;
  return { actors: rows.slice(0, limit), more: rows.length > limit, count: n > EXACT_UP_TO ? null : n };
}

/** Everything of the filter, for export; walks by key so that memory stays bounded. */
export async function* allActors(
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  hubId: number,
  kind: ActorFilter['kind'],
): AsyncGenerator<ListedActor[]> {
  let before: string | null = null;
  for (;;) {
    const page: { actors: ListedActor[]; more: boolean } = await read((db) =>
      listedActors(db, hubId, { kind, before, limit: 500 }),
    );
    yield page.actors;
    if (!page.more) return;
    before = page.actors.at(-1)?.id ?? null;
  }
}

export interface ShownActor extends Actor {
  about: string;
  created_at: Date;
  /** why what it says of itself is hidden */
  hiding: Hiding | null;
  /** of a person: organisations it represents; of an organisation: who represents it. Other roles are nobody's business. */
  tied: Actor[];
}

/** SQL: whom `a` is tied to from one side of its roles; each side for itself, so that each is found by its index. */
const tiesOf = (own: string, other: string) =>
  `select r.${other} as other_id, r.since from roles r where r.hub_id = $1 and r.${own} = a.id
   and r.role = 'representative' and (r.until is null or r.until > $3)`;

/** An actor's public page; null when there is none in this hub. */
export async function shownActor(db: Db, hubId: number, id: string, now: Date): Promise<ShownActor | null> {
  const [row] = await run<Omit<ShownActor, 'tied'> & { tied: Actor[] | null }>(
    db,
    `select a.id, a.kind, a.name, ${ABOUT} as about, ${hidingJson('actor', 'a', 'about_hidden_at')} as hiding, a.created_at, ties.tied
     from actors a
     left join lateral (
       select json_agg(json_build_object('id', o.id, 'kind', o.kind, 'name', o.name) order by t.since, o.id) as tied
       from (${tiesOf('person_id', 'organisation_id')} union all ${tiesOf('organisation_id', 'person_id')}) as t
       join actors o on o.hub_id = $1 and o.id = t.other_id
     ) ties on true
     where a.hub_id = $1 and a.id = $2 and a.imported_from is null`,
    [hubId, id, now],
  );
  return row ? { ...row, tied: row.tied ?? [] } : null;
}

export interface Member {
  person: Actor;
  role: RoleName;
  since: Date;
}

/** Present members, representatives first. For members of the organisation only. */
export async function membersOf(db: Db, hubId: number, organisationId: string, now: Date): Promise<Member[]> {
  const rows = await run<{ id: string; name: string; role: RoleName; since: Date }>(
    db,
    `select p.id, p.name, r.role, r.since from roles r join actors p on p.hub_id = r.hub_id and p.id = r.person_id
     where r.hub_id = $1 and r.organisation_id = $2 and (r.until is null or r.until > $3)
     order by array_position(array['representative', 'editor', 'member'], r.role), r.since, p.id limit 500`,
    [hubId, organisationId, now],
  );
  return rows.map(({ id, name, role, since }) => ({ person: { id, kind: 'person', name }, role, since }));
}

export interface OpenInvitation {
  id: string;
  meant_for: string;
  by_mail: boolean;
  role: RoleName;
  expires_at: Date;
}

/** Invitations nobody has answered yet. For representatives only. */
export function openInvitations(db: Db, hubId: number, organisationId: string, now: Date): Promise<OpenInvitation[]> {
  return run<OpenInvitation>(
    db,
    `select id, meant_for, by_mail, role, expires_at from invitations
     where hub_id = $1 and organisation_id = $2 and accepted_at is null and withdrawn_at is null and expires_at > $3
     order by created_at desc, id limit 100`,
    [hubId, organisationId, now],
  );
}

export interface ShownInvitation {
  organisation: Actor;
  inviter: string;
  role: RoleName;
  expiresAt: Date;
}

/** What a key invites to; null when it is unknown, answered, taken back or over. */
export async function invitationByHash(
  db: Db,
  hubId: number,
  keyHash: string,
  now: Date,
): Promise<ShownInvitation | null> {
  const [row] = await run<Actor & { inviter: string; role: RoleName; expires_at: Date }>(
    db,
    `select o.id, o.kind, o.name, p.name as inviter, i.role, i.expires_at
     from invitations i
     join actors o on o.hub_id = i.hub_id and o.id = i.organisation_id
     join actors p on p.hub_id = i.hub_id and p.id = i.invited_by
     where i.hub_id = $1 and i.key_hash = $2 and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $3`,
    [hubId, keyHash, now],
  );
  if (!row) return null;
  const { inviter, role, expires_at: expiresAt, ...organisation } = row;
  return { organisation, inviter, role, expiresAt };
}

/** The words about whom an invitation was meant for are blanked once it is over. */
export async function blankOverInvitations(db: Db, hubId: number, now: Date): Promise<void> {
  await run(db, `update invitations set meant_for = '' where hub_id = $1 and expires_at <= $2 and meant_for <> ''`, [
    hubId,
    now,
  ]);
}
