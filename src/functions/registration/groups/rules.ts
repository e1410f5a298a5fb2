/** F7 Who may do what with a registration. Pure: null, or the reason why not. Nobody approves a declaration (P5). */
import { actsAsSecretariat, leadsSecretariat } from '#commons/hubs/index.ts';
import type { Hub, Reader, RoleName } from '#kernel/context.ts';
import type { Reason } from './group.ts';

export const CLAIM_KEY_DAYS = 14;
/** Two registered groups that vouch make the representative known. */
export const VOUCHERS_NEEDED = 2;
export interface GroupFacts {
  id: string;
  actor_id: string | null;
  confirmed_at: Date;
  asked_at: Date | null;
  resting_at: Date | null;
  withdrawn_at: Date | null;
  known_at: Date | null;
  /** since when the desk writes for people who have no e-mail; null: the group does itself, or nobody has taken a list's entry over */
  desk_since: Date | null;
}

type Who = (Pick<Reader, 'roles' | 'level'> & Partial<Pick<Reader, 'acting'>>) | null;
type Desk = Pick<Hub, 'secretariatId'>;

export function roleOf(reader: Pick<Reader, 'roles'> | null, groupId: string): RoleName | null {
  return reader?.roles.find(({ organisation }) => organisation.id === groupId)?.role ?? null;
}

export function speaksFor(reader: Pick<Reader, 'roles'> | null, groupId: string): boolean {
  const role = roleOf(reader, groupId);
  return role === 'representative' || role === 'editor';
}

/** Anybody with a confirmed contact; for an organisation that is here already, those who speak for it. */
export function mayDeclare(reader: Who, actorId: string | null): Reason | null {
  if (!reader) return 'sign-in';
  if (reader.level < 1) return 'level';
  return actorId === null || speaksFor(reader, actorId) ? null : 'not-of-the-group';
}

/** X9: whoever sits at the counter, in the name of the secretariat, for a group that hands its words in on paper. */
export function writesForIt(reader: Who, group: Pick<GroupFacts, 'desk_since'>, hub: Desk): boolean {
  return group.desk_since !== null && mayEnterPaper(reader, hub) === null;
}

export function mayEnterPaper(reader: Who, hub: Desk): Reason | null {
  if (!reader) return 'sign-in';
  const { roles, acting } = reader;
  return acting && actsAsSecretariat({ hub, reader: { roles, acting } }) ? null : 'desk-acting';
}

export function mayChange(reader: Who, group: GroupFacts, hub: Desk): Reason | null {
  if (!reader) return 'sign-in';
  if (!speaksFor(reader, group.id) && !writesForIt(reader, group, hub)) return 'not-of-the-group';
  return group.withdrawn_at ? 'withdrawn' : null;
}

export function mayWithdraw(reader: Who, group: GroupFacts, hub: Desk): Reason | null {
  if (!reader) return 'sign-in';
  if (roleOf(reader, group.id) !== 'representative' && !writesForIt(reader, group, hub)) return 'not-representative';
  return group.withdrawn_at ? 'withdrawn' : null;
}

export function mayTakeOver(reader: Who, group: GroupFacts): Reason | null {
  if (group.actor_id) return 'taken-over';
  if (group.withdrawn_at) return 'withdrawn';
  if (!reader) return 'sign-in';
  return reader.level < 1 ? 'level' : null;
}

/** One registered, known group says of another that its representative is who they say. */
export function mayVouch(reader: Who, voucher: GroupFacts, group: GroupFacts): Reason | null {
  if (!reader) return 'sign-in';
  if (!speaksFor(reader, voucher.id)) return 'not-of-the-group';
  if (voucher.id === group.id) return 'own-group';
  if (!voucher.known_at || voucher.withdrawn_at) return 'voucher-unknown';
  if (!group.actor_id || group.withdrawn_at) return 'withdrawn';
  return group.known_at ? 'known-already' : null;
}

export function mayAsk(reader: Who, group: GroupFacts): Reason | null {
  if (!reader) return 'sign-in';
  if (reader.level < 1) return 'level';
  return speaksFor(reader, group.id) ? 'own-group' : null;
}

export function mayDoAsDesk(reader: Pick<Reader, 'roles'> | null, hub: Pick<Hub, 'secretariatId'>): Reason | null {
  if (!reader) return 'sign-in';
  return leadsSecretariat({ hub, reader }) ? null : 'desk-only';
}

export const GROUP_STATES = ['standing', 'unclaimed', 'unconfirmed', 'resting', 'withdrawn'] as const;
export type GroupState = (typeof GROUP_STATES)[number];

/** What is shown of a registration beside its name. Only the town's clock, which asks and lets rest, changes it without an act. */
export function stateOf(group: GroupFacts): GroupState {
  if (group.withdrawn_at) return 'withdrawn';
  if (!group.actor_id) return 'unclaimed';
  if (group.resting_at) return 'resting';
  return group.asked_at ? 'unconfirmed' : 'standing';
}
