/**
 * F9.2 Decisions about the open debate. Pure: each gives null when the act is allowed, otherwise the reason. What holds for
 * everybody (the debate is over) comes before what holds for one reader (sign in), because signing in would not help.
 */
import { rulesOf } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import type { DebateFacts, DiscussionRefusal, EntryKind, OpinionFacts } from './discussion.ts';

export type Reason = DiscussionRefusal | 'level' | 'sign-in';
type No = Reason | null;
type Ruled = { rules: unknown; rulesByVersion?: Readonly<Record<number, unknown>> };

export type DebateState = 'before' | 'open' | 'closed';

export function stateOf(debate: DebateFacts, now: Date): DebateState {
  if (now >= debate.closes_at) return 'closed';
  return now < debate.opens_at ? 'before' : 'open';
}

/** Next moment at which the debate opens or closes by the clock; null when nothing changes any more. */
export function nextChange(debate: DebateFacts, now: Date): Date | null {
  const state = stateOf(debate, now);
  return state === 'closed' ? null : state === 'before' ? debate.opens_at : debate.closes_at;
}

/** A member belongs to an organisation but doesn't speak for it (P1). */
export function maySpeak(reader: Reader): boolean {
  if (reader.acting.id === reader.person.id) return true;
  const role = reader.roles.find((held) => held.organisation.id === reader.acting.id)?.role;
  return role === 'representative' || role === 'editor';
}

function over(debate: DebateFacts, now: Date): No {
  if (now < debate.closes_at) return null;
  return closedReason(debate);
}

/** Whether the debate takes something of this kind now, whoever says it. */
export function takes(debate: DebateFacts, kind: EntryKind, now: Date): No {
  const closed = over(debate, now);
  if (closed) return closed;
  return now < (kind === 'opinion' ? debate.opens_at : debate.created_at) ? 'not-open-yet' : null;
}

/** Why nothing can be added to a debate that is over. */
export function closedReason({
  closed_because,
}: Pick<DebateFacts, 'closed_because'>): 'closed' | 'proposal-withdrawn' | 'proposal-merged' {
  if (closed_because === null) return 'closed';
  return closed_because === 'merged' ? 'proposal-merged' : 'proposal-withdrawn';
}

function gone(opinion: OpinionFacts): No {
  if (opinion.withdrawn_at) return 'withdrawn';
  return opinion.hidden_at ? 'hidden' : null;
}

function speaker(hub: Ruled, reader: Reader | null, debate: DebateFacts): No {
  if (!reader) return 'sign-in';
  if (reader.level < rulesOf(hub, debate.rules_version).levels.opinion) return 'level';
  return maySpeak(reader) ? null : 'member-only';
}

/**
 * Opinions while the debate is open; questions to the proposer and the city's explanations as soon as there is something to
 * ask about. Every kind of actor speaks on the same terms (P1); explaining is a division's duty, not a privilege.
 */
export function maySay(hub: Ruled, reader: Reader | null, debate: DebateFacts, kind: EntryKind, now: Date): No {
  const no = takes(debate, kind, now) ?? speaker(hub, reader, debate);
  if (no) return no;
  return kind === 'explanation' && reader?.acting.kind !== 'division' ? 'division-only' : null;
}

export function mayReply(hub: Ruled, reader: Reader | null, debate: DebateFacts, to: OpinionFacts, now: Date): No {
  return over(debate, now) ?? gone(to) ?? speaker(hub, reader, debate);
}

/** Whoever proposed answers, also after the debate has ended: a question asked on its last evening deserves it, too. */
export function mayAnswer(reader: Reader | null, debate: DebateFacts, question: OpinionFacts): No {
  if (question.kind !== 'question') return 'not-a-question';
  const no = gone(question);
  if (no) return no;
  if (!reader) return 'sign-in';
  if (debate.host_id === null || reader.acting.id !== debate.host_id) return 'host-only';
  return maySpeak(reader) ? null : 'member-only';
}

/** One person, one voice: whoever is signed in votes as the person it is, whatever role it acts in (P1). */
export function mayVote(hub: Ruled, reader: Reader | null, debate: DebateFacts, opinion: OpinionFacts, now: Date): No {
  if (opinion.kind !== 'opinion') return 'not-votable';
  const no = over(debate, now) ?? (now < debate.opens_at ? 'not-open-yet' : null) ?? gone(opinion);
  if (no) return no;
  if (!reader) return 'sign-in';
  return reader.level < rulesOf(hub, debate.rules_version).levels.vote ? 'level' : null;
}

/**
 * True when `reader`, as whom it acts now, said this. What a scribe entered under somebody's name is theirs only once they have
 * said so.
 */
export function isSpeaker(reader: Reader | null, opinion: Pick<OpinionFacts, 'actor_id' | 'spoken_as'>): boolean {
  if (opinion.spoken_as && opinion.spoken_as !== 'confirmed') return false;
  return reader !== null && reader.acting.id === opinion.actor_id && maySpeak(reader);
}

function ownWords(reader: Reader | null, debate: DebateFacts, opinion: OpinionFacts, now: Date): No {
  const no = over(debate, now) ?? gone(opinion);
  if (no) return no;
  if (!reader) return 'sign-in';
  return isSpeaker(reader, opinion) ? null : 'not-yours';
}

/** People answered to what they read: `voted` (by somebody else) or an answer given ends free changes. */
export function mayRevise(
  reader: Reader | null,
  debate: DebateFacts,
  opinion: OpinionFacts,
  voted: boolean,
  now: Date,
): No {
  return ownWords(reader, debate, opinion, now) ?? (voted || opinion.answered_at ? 'voted-already' : null);
}

/** From then on one can only add to it. */
export function mayAmend(
  reader: Reader | null,
  debate: DebateFacts,
  opinion: OpinionFacts,
  voted: boolean,
  now: Date,
): No {
  return ownWords(reader, debate, opinion, now) ?? (voted || opinion.answered_at ? null : 'revise-instead');
}

/** One's own words can be taken back at any time; that they were said stays on record. */
export function mayWithdraw(reader: Reader | null, opinion: OpinionFacts): No {
  if (opinion.withdrawn_at) return 'withdrawn';
  if (!reader) return 'sign-in';
  return isSpeaker(reader, opinion) ? null : 'not-yours';
}

/** Organisations and divisions state where they stand, with their reason, apart from the votes of persons (P1). */
export function mayTakePosition(
  hub: Ruled,
  reader: Reader | null,
  debate: DebateFacts,
  opinion: OpinionFacts | null,
  now: Date,
): No {
  if (opinion && opinion.kind !== 'opinion') return 'not-votable';
  const no = over(debate, now) ?? (now < debate.opens_at ? 'not-open-yet' : null) ?? (opinion && gone(opinion));
  if (no) return no;
  if (!reader) return 'sign-in';
  if (reader.acting.kind === 'person') return 'organisation-only';
  return speaker(hub, reader, debate);
}

export function mayWithdrawPosition(reader: Reader | null, position: { organisation_id: string }): No {
  if (!reader) return 'sign-in';
  if (reader.acting.id !== position.organisation_id) return 'not-yours';
  return maySpeak(reader) ? null : 'member-only';
}

/**
 * How people answered is put in front of a reader only after its own choice or after the end, so that nobody is drawn along by
 * the first answers. It is never secret: everybody finds the numbers on the opinion's own page and in the data (P4).
 */
export function showsNumbers(state: DebateState, mine: number | null): boolean {
  return state === 'closed' || mine !== null;
}
