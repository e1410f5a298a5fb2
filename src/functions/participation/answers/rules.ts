/** F9.7 Decisions about answers. Pure: each gives null when the act is allowed, otherwise the reason. */
import { actsAsSecretariat } from '#commons/hubs/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { daysBetween, tokyoDate } from '#kernel/dates.ts';
import { actingDivision, isFollowed } from '../reflection/index.ts';
import type { AnswerKind, AnswerRefusal } from './answer.ts';

export interface AnsweredFacts {
  gone: boolean;
  /** of the present answer; null while there is none */
  division_id: string | null;
  /** the division that has the policy in hand */
  lead_id: string | null;
  /** the lead that was assigned; null: the city has not said who leads */
  assigned_id: string | null;
  round: { published_at: Date | null };
}

/**
 * Where a lead was assigned, it answers. Elsewhere any division of the city may give the first answer: who is concerned is for the
 * city to sort out, and shown; an answer that stands is revised by the division that gave it or by the one of the policy.
 */
export function mayAnswer(reader: Reader | null, subject: AnsweredFacts): AnswerRefusal | null {
  const division = actingDivision(reader);
  if (!division) return 'not-a-division';
  if (!subject.round.published_at) return 'not-published';
  if (subject.gone) return 'withdrawn';
  if (subject.assigned_id !== null) return division.id === subject.assigned_id ? null : 'not-lead';
  const theirs = subject.division_id !== null && division.id !== subject.division_id && division.id !== subject.lead_id;
  return theirs ? 'not-in-charge' : null;
}

export interface AnswerDates {
  kind: AnswerKind;
  decidedOn: string;
  nextOn: string | null;
  passedTo: string;
  passedOn: string | null;
  onBudget: boolean;
  changeReason: string;
}

/** The first thing wrong with an answer's dates and what its kind asks for, with the field it belongs to. */
export function answerProblem(
  answer: AnswerDates,
  publishedAt: Date,
  now: Date,
  present: AnswerKind | null = null,
): { code: AnswerRefusal; field: string } | null {
  if (answer.decidedOn > tokyoDate(now)) return { code: 'in-the-future', field: 'decidedOn' };
  if (answer.decidedOn < tokyoDate(publishedAt)) return { code: 'before-publication', field: 'decidedOn' };
  if (answer.kind === 'under-study' && answer.nextOn === null) return { code: 'next-needed', field: 'nextOn' };
  if (answer.nextOn !== null && daysBetween(answer.decidedOn, answer.nextOn) <= 0)
    return { code: 'next-not-after', field: 'nextOn' };
  return kindProblem(answer, now) ?? changeProblem(answer, present);
}

function kindProblem(answer: AnswerDates, now: Date): { code: AnswerRefusal; field: string } | null {
  if (answer.onBudget && !isFollowed(answer.kind)) return { code: 'condition-without-adoption', field: 'onBudget' };
  if (answer.kind !== 'not-ours') return null;
  if (answer.passedTo === '') return { code: 'passed-to-needed', field: 'passedTo' };
  if (answer.passedOn === null) return { code: 'passed-on-needed', field: 'passedOn' };
  return answer.passedOn > tokyoDate(now) ? { code: 'in-the-future', field: 'passedOn' } : null;
}

/** A decision that was final is changed for a reason that is told; deciding what was under study needs none. */
function changeProblem(answer: AnswerDates, present: AnswerKind | null): { code: AnswerRefusal; field: string } | null {
  const changes = present !== null && present !== 'under-study';
  return changes && answer.changeReason === '' ? { code: 'change-reason-needed', field: 'changeReason' } : null;
}

/** The secretariat says who leads and who is concerned; whoever leads may hand it on, and ask others for their part. */
export function mayAssign(hub: Hub, reader: Reader, subject: AnsweredFacts): AnswerRefusal | null {
  if (!subject.round.published_at) return 'not-published';
  if (subject.gone) return 'withdrawn';
  if (actsAsSecretariat({ hub, reader })) return null;
  const lead = subject.assigned_id ?? subject.division_id ?? subject.lead_id;
  return lead !== null && actingDivision(reader)?.id === lead ? null : 'not-secretariat';
}

interface DraftFacts {
  division_id: string;
  /** who saved the present version */
  person_id: string;
}

/** Whoever holds a role in the division of the draft, as whomever it acts now: members, too. */
export function mayNote(
  reader: Pick<Reader, 'roles'> | null,
  draft: Pick<DraftFacts, 'division_id'>,
): AnswerRefusal | null {
  const held = reader?.roles.some(({ organisation }) => organisation.id === draft.division_id) ?? false;
  return held ? null : 'not-member';
}

/** 決裁: somebody who speaks for the division, other than the one who wrote. */
export function mayApprove(reader: Reader, draft: DraftFacts): AnswerRefusal | null {
  if (actingDivision(reader)?.id !== draft.division_id) return 'not-a-division';
  return reader.person.id === draft.person_id ? 'own-draft' : null;
}

/** Anybody with a confirmed contact asks on (F9.7), about an answer that stands. */
export function mayFollowUp(
  reader: Reader | null,
  answer: { is_current: boolean },
): AnswerRefusal | 'sign-in' | 'level' | null {
  if (!answer.is_current) return 'follow-up-closed';
  if (!reader) return 'sign-in';
  return reader.level < 1 ? 'level' : null;
}

/** A follow-up question is answered by the division it was put to, or by the one that leads by now. */
export function mayAnswerFollowUp(
  reader: Reader | null,
  question: { division_id: string; lead_id: string | null; withdrawn_at: Date | null; hidden_at: Date | null },
): AnswerRefusal | null {
  const division = actingDivision(reader);
  if (!division) return 'not-a-division';
  if (question.withdrawn_at || question.hidden_at) return 'follow-up-closed';
  return division.id === question.division_id || division.id === question.lead_id ? null : 'not-in-charge';
}
