/**
 * F9.5 Decisions about the statement. Pure: each gives null when the act is allowed, otherwise the reason.
 * Editors are persons and edit as persons; an organisation's words stand in the debate.
 */
import { actsAsSecretariat, rulesOf } from '#commons/hubs/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { type RoundFacts, stateOf } from '../rounds/index.ts';
import type { Reason } from './statement.ts';

/** Hands are raised while the debate runs and until drafting ends; the names of editors stand in what is published. */
export function mayRaiseHand(hub: Hub, reader: Reader | null, round: RoundFacts, now: Date): Reason | null {
  if (now < round.debating_at) return 'hands-later';
  if (now >= round.checking_at || round.published_at) return 'hands-closed';
  if (!reader) return 'sign-in';
  if (reader.level < rulesOf(hub, round.rules_version).levels.editing) return 'level';
  return actsAsPerson(reader) ? null : 'as-person';
}

export function mayLowerHand(reader: Reader | null, round: RoundFacts, edits: boolean): Reason | null {
  if (!reader) return 'sign-in';
  if (round.published_at) return 'published';
  if (!edits) return 'not-editor';
  return actsAsPerson(reader) ? null : 'as-person';
}

/** Points, citations and annex are written by editors, from drafting until the statement is published. */
export function mayEdit(reader: Reader | null, round: RoundFacts, edits: boolean, now: Date): Reason | null {
  const closed = writingClosed(round, now);
  if (closed) return closed;
  if (!reader) return 'sign-in';
  if (!edits) return 'not-editor';
  return actsAsPerson(reader) ? null : 'as-person';
}

/** What has to be settled before publishing; where nobody edits any more, the secretariat may settle it. */
export function maySettle(
  hub: Hub,
  reader: Reader | null,
  round: RoundFacts,
  editing: Editing,
  now: Date,
): Reason | null {
  const reason = mayEdit(reader, round, editing.edits, now);
  if (reason !== 'not-editor' && reason !== 'as-person') return reason;
  return mayStandIn(hub, reader, round, editing.editors, now) === null ? null : reason;
}

export interface Editing {
  /** true when the reader's own hand is up */
  edits: boolean;
  /** hands that are up */
  editors: number;
}

/** "If nobody volunteers by the date, the secretariat publishes every opinion in the annex and the round goes on." */
export function mayStandIn(
  hub: Hub,
  reader: Reader | null,
  round: RoundFacts,
  editors: number,
  now: Date,
): Reason | null {
  if (round.published_at) return 'published';
  if (editors > 0) return 'has-editors';
  if (now < round.checking_at) return 'editors-may-come';
  if (!reader) return 'sign-in';
  return actsAsSecretariat({ hub, reader }) ? null : 'not-secretariat';
}

/** From the checking stage until publication, whoever said the opinion; for an organisation those who speak for it. */
export function mayObject(reader: Reader | null, authorId: string, round: RoundFacts, now: Date): Reason | null {
  const state = stateOf(round, now);
  if (state !== 'checking' && state !== 'publishing') return 'not-checking';
  if (!reader) return 'sign-in';
  return speaksAs(reader, authorId) ? null : 'not-author';
}

/** True when `reader`, as whom it acts now, is that actor and may speak for it. */
export function speaksAs(reader: Reader | null, actorId: string): boolean {
  if (!reader || reader.acting.id !== actorId) return false;
  if (actsAsPerson(reader)) return true;
  const role = reader.roles.find((held) => held.organisation.id === actorId)?.role;
  return role === 'representative' || role === 'editor';
}

function actsAsPerson(reader: Reader): boolean {
  return reader.acting.id === reader.person.id;
}

function writingClosed(round: RoundFacts, now: Date): Reason | null {
  if (round.published_at) return 'published';
  return now < round.drafting_at ? 'not-yet' : null;
}
