/** P1, P7: who may do what as whom. Pure: each may…() gives null when the act is allowed, otherwise the reason. */
import { leadsSecretariat } from '#commons/hubs/index.ts';
import type { Actor, ActorKind, Hub, Reader, RoleName } from '#kernel/context.ts';
import type { ActorsRefusal } from './refusals.ts';

export const KINDS: readonly ActorKind[] = ['person', 'group', 'business', 'division', 'body'];
export type OrganisationKind = Exclude<ActorKind, 'person'>;
export const ORGANISATION_KINDS: readonly OrganisationKind[] = ['group', 'business', 'body', 'division'];
export const ROLE_NAMES: readonly RoleName[] = ['representative', 'editor', 'member'];

export const INVITATION_DAYS = 14;
/** Letters to people who haven't asked for them are few: open invitations of one organisation. */
export const OPEN_INVITATIONS = 30;

type Reason = ActorsRefusal | null;

/**
 * One person, one voice (P1): votes on opinions and ballots belong to the natural person, whoever it speaks for.
 * Organisations state positions, which are shown apart and never counted among votes.
 */
export function votingPerson(reader: Pick<Reader, 'person'>): Actor {
  return reader.person;
}

/** What the reader does for an organisation, whoever it speaks for now; null: nothing. */
export function roleIn(reader: Pick<Reader, 'roles'> | null, organisationId: string | null): RoleName | null {
  return reader?.roles.find((held) => held.organisation.id === organisationId)?.role ?? null;
}

/** Anybody with a confirmed contact may register an organisation; a division of the city is set up by the desk. */
export function mayCreateOrganisation(
  reader: Pick<Reader, 'roles' | 'level'>,
  hub: Pick<Hub, 'secretariatId'>,
  kind: OrganisationKind,
): Reason | 'level' {
  if (reader.level < 1) return 'level';
  return kind === 'division' && !leadsSecretariat({ hub, reader }) ? 'secretariat-only' : null;
}

/** Members are invited, and their roles changed, by a representative. `mine`: the role of whoever asks. */
export function mayManageMembers(mine: RoleName | null): Reason {
  return mine === 'representative' ? null : 'not-representative';
}

/** Who belongs to an organisation sees its members; to everybody else only representatives are named. */
export function maySeeMembers(mine: RoleName | null): boolean {
  return mine !== null;
}

/** One's own role anybody may give back; somebody else's only a representative may end. */
export function mayEndRole(mine: RoleName | null, isOwn: boolean): Reason {
  return isOwn ? null : mayManageMembers(mine);
}

/** An organisation always has somebody who answers for it. `others`: representatives besides the person concerned. */
export function keepsRepresentative(present: RoleName, next: RoleName | null, others: number): Reason {
  return present === 'representative' && next !== 'representative' && others === 0 ? 'last-representative' : null;
}

export interface InvitationFacts {
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
}

/** An invitation is answered once, in time. Who says yes has a confirmed contact, as somebody who will speak for others. */
export function mayAnswerInvitation(invitation: InvitationFacts, now: Date): Reason {
  const over = invitation.acceptedAt !== null || invitation.withdrawnAt !== null || invitation.expiresAt <= now;
  return over ? 'invitation-over' : null;
}
