/** F9.6–F9.8 What went to the city in the demo town, what it answered, and what came of it. */

import { answerItem } from '#functions/participation/answers/answer-item.ts';
import { publishDocument } from '#functions/participation/documents/publish-document.ts';
import { submitDocument } from '#functions/participation/documents/submit-document.ts';
import { recordStep } from '#functions/participation/reflection/record-step.ts';
import { addDays, tokyoDate } from '#kernel/dates.ts';
import type { DemoAnswer, DemoDiscussion } from './content/types.ts';
import { idFor } from './seeded.ts';
import type { Story } from './story.ts';
import { type DemoRound, moment } from './timeline.ts';

const RECEIVING_OFFICE = 'kyodo';

/** Publishes and submits the round; gives the day from which the city's answers count. */
export async function tellPublication(story: Story, round: DemoRound, editor: string): Promise<string> {
  const roundId = idFor(`round:${round.key}`);
  const published = new Date(round.dates.publishing_at.getTime() + 10 * 3_600_000);
  await story.tell(published, story.speaker(editor), publishDocument, { roundId });
  const day = addDays(tokyoDate(published), 1);
  await story.tell(moment(day, 14), story.speaker('center'), submitDocument, {
    roundId,
    receivedBy: story.actor(RECEIVING_OFFICE).id,
    receivedOn: day,
  });
  return day;
}

export interface ToldItem {
  proposalId?: string;
  pointId?: string;
  answer: DemoAnswer;
}

/** The items of a discussion that were answered, with their answers. */
export function answeredItems(discussion: DemoDiscussion, proposalId: string, pointIds: readonly string[]): ToldItem[] {
  const points = (discussion.points ?? []).flatMap((point, index) =>
    point.answer ? [{ pointId: pointIds[index]!, answer: point.answer }] : [],
  );
  return [...(discussion.answer ? [{ proposalId, answer: discussion.answer }] : []), ...points];
}

/** How the city's answers say that the council has to vote the money first. */
const CONDITION = /予算の議決(を|が)条件/;
const ADOPTING: readonly string[] = ['adopted', 'partly', 'alternative'];

/** Gives one answer; resolves with its id. */
export async function tellAnswer(story: Story, item: ToldItem, submittedOn: string): Promise<string> {
  const { answer, ...subject } = item;
  const day = addDays(submittedOn, answer.decidedAfterDays);
  const given = await story.tell(moment(day, 15.5), story.speaker(answer.division), answerItem, {
    ...subject,
    kind: answer.kind,
    reason: answer.reason,
    decidedOn: day,
    policyId: idFor(`policy:${answer.policy}`),
    nextOn: answer.nextReviewAfterDays === undefined ? '' : addDays(submittedOn, answer.nextReviewAfterDays),
    passedTo: answer.passedTo ?? '',
    passedOn: answer.passedTo ? day : '',
    onBudget: CONDITION.test(answer.reason) && ADOPTING.includes(answer.kind),
  });
  return given.id;
}

/** Follows an answer step by step, as far as today. */
export async function tellSteps(
  story: Story,
  discussion: DemoDiscussion,
  answerId: string,
  submittedOn: string,
): Promise<void> {
  const division = discussion.answer!.division;
  for (const step of discussion.steps ?? []) {
    const day = addDays(submittedOn, step.afterDays);
    if (day >= story.today) return;
    await story.tell(moment(day, 16), story.speaker(division), recordStep, {
      answerId,
      step: step.step,
      happenedOn: day,
      note: step.note,
      document: step.document ?? '',
      page: step.page ?? '',
      budgetLine: step.budgetLine ?? '',
      amountYen: step.amountYen === undefined ? '' : String(step.amountYen),
    });
  }
}
