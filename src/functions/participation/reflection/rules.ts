/** F9.8 Decisions about reflection. Pure: each gives null when the act is allowed, otherwise the reason. */
import type { Actor, Reader } from '#kernel/context.ts';
import type { ReflectionRefusal, StepName } from './step.ts';

/** Answers that are something to carry out, and therefore followed until it is done or dropped. */
const FOLLOWED: readonly string[] = ['adopted', 'partly', 'alternative'];

export function isFollowed(answerKind: string | null): boolean {
  return answerKind !== null && FOLLOWED.includes(answerKind);
}

/** The city's division that `reader` speaks for now; null for everybody else, and for mere members. */
export function actingDivision(reader: Reader | null): Actor | null {
  if (reader?.acting.kind !== 'division') return null;
  const role = reader.roles.find((held) => held.organisation.id === reader.acting.id)?.role;
  return role === 'representative' || role === 'editor' ? reader.acting : null;
}

export interface FollowedAnswer {
  kind: string;
  division_id: string;
  /** the division of the policy concerned */
  lead_id: string | null;
}

/** Whoever gave the answer, or leads it by now, speaks about it. */
export function mayExplain(
  reader: Reader | null,
  answer: { division_id: string; lead_id: string | null },
): 'not-a-division' | 'not-in-charge' | null {
  const division = actingDivision(reader);
  if (!division) return 'not-a-division';
  return division.id === answer.division_id || division.id === answer.lead_id ? null : 'not-in-charge';
}

/** Steps are recorded by the division that answered, or by the one that has the policy in hand. */
export function mayRecord(reader: Reader | null, answer: FollowedAnswer): ReflectionRefusal | null {
  const no = mayExplain(reader, answer);
  if (no) return no;
  return isFollowed(answer.kind) ? null : 'not-followed';
}

export interface StepFacts {
  id: string;
  step: StepName;
  happened_on: string;
  corrects_id: string | null;
}

/** Steps that count, in the order in which they happened: a corrected step gives its place to its correction. */
export function standing<T extends StepFacts>(steps: readonly T[]): T[] {
  const corrected = new Set(steps.map((one) => one.corrects_id));
  const recorded = new Map(steps.map((one, index) => [one.id, index]));
  const origin = (one: StepFacts): number => {
    const before = one.corrects_id === null ? undefined : steps.find((other) => other.id === one.corrects_id);
    return before === undefined || before === one ? (recorded.get(one.id) ?? 0) : origin(before);
  };
  return steps
    .filter((one) => !corrected.has(one.id))
    .sort((a, b) => (a.happened_on === b.happened_on ? origin(a) - origin(b) : a.happened_on < b.happened_on ? -1 : 1));
}

/** What may follow what. Money is asked for anew after a vote or an end; a vote always answers a request or a draft. */
const AFTER: Readonly<Record<StepName | 'nothing', readonly StepName[]>> = {
  nothing: ['requested', 'draft-budget', 'under-way', 'done', 'dropped'],
  requested: ['requested', 'draft-budget', 'voted', 'under-way', 'done', 'dropped'],
  'draft-budget': ['requested', 'draft-budget', 'voted', 'under-way', 'done', 'dropped'],
  voted: ['requested', 'draft-budget', 'under-way', 'done', 'dropped'],
  'under-way': ['requested', 'draft-budget', 'voted', 'under-way', 'done', 'dropped'],
  done: ['requested', 'draft-budget', 'under-way'],
  dropped: ['requested', 'draft-budget', 'under-way'],
};

/** Checks the steps in order (as `standing` gives them): the first thing wrong, or null. */
export function orderProblem(steps: readonly StepFacts[]): 'vote-needs-request' | 'out-of-order' | null {
  let before: StepName | 'nothing' = 'nothing';
  let asked = false;
  for (const { step } of steps) {
    if (step === 'voted' && !asked) return 'vote-needs-request';
    if (!AFTER[before].includes(step)) return 'out-of-order';
    if (step === 'requested' || step === 'draft-budget') asked = true;
    if (step === 'voted' || step === 'dropped') asked = false;
    before = step;
  }
  return null;
}

export interface Reflection<T extends StepFacts = StepFacts> {
  /** where it stands; null before the first step */
  present: T | null;
  /** the council's vote that gives the money. Nothing else makes it "budgeted" (予算化); dropping it ends that */
  budgeted: T | null;
}

export function reflectionOf<T extends StepFacts>(steps: readonly T[]): Reflection<T> {
  const order = standing(steps);
  const dropped = order.findLastIndex((one) => one.step === 'dropped');
  return {
    present: order.at(-1) ?? null,
    budgeted: order.slice(dropped + 1).findLast((one) => one.step === 'voted') ?? null,
  };
}
