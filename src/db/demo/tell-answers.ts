/** F9.6–F9.8: errata, receipts, leads, drafts, follow-up questions, meetings and changes of answers, through the acts everybody uses. */
import { answerFollowUp } from '#functions/participation/answers/answer-follow-up.ts';
import { answerItem } from '#functions/participation/answers/answer-item.ts';
import { askFollowUp } from '#functions/participation/answers/ask-follow-up.ts';
import { askPartner } from '#functions/participation/answers/ask-partner.ts';
import { assignLead } from '#functions/participation/answers/assign-lead.ts';
import { giveShare } from '#functions/participation/answers/give-share.ts';
import { commentDraft } from '#functions/participation/answers/note-draft.ts';
import { saveDraft } from '#functions/participation/answers/save-draft.ts';
import { cancelBriefing, scheduleBriefing } from '#functions/participation/answers/schedule-briefing.ts';
import { recordErratum } from '#functions/participation/documents/record-erratum.ts';
import { recordReceipt } from '#functions/participation/documents/record-receipt.ts';
import { recordStep } from '#functions/participation/reflection/record-step.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays, tokyoDate } from '#kernel/dates.ts';
import {
  briefings,
  calledOff,
  changes,
  type DemoFollowUp,
  draft,
  dropped,
  errata,
  followUps,
  handover,
  leads,
  partner,
  receipts,
} from './content/answers.ts';
import { cast } from './content/cast.ts';
import { idFor } from './seeded.ts';
import type { Story } from './story.ts';
import { moment } from './timeline.ts';

/** `proposals`: ids by the keys of their discussions, all of them submitted to the city. */
export async function tellAnswers(story: Story, proposals: ReadonlyMap<string, string>): Promise<void> {
  const id = (key: string) => {
    const found = proposals.get(key);
    if (!found) throw new Error(`nothing of ${key} went to the city`);
    return found;
  };
  const submitted = {
    closed: await submittedOn(story, 'closed'),
    settled: await submittedOn(story, 'settled'),
    answering: await submittedOn(story, 'answering'),
  };
  await tellCorrections(story, submitted, id);
  await tellLeads(story, submitted.answering, id);
  for (const one of followUps) await tellFollowUp(story, one, id(one.of));
  await tellBriefings(story, id);
  await tellChanges(story, id);
  await tellDropped(story, submitted.closed, id(dropped.of));
}

const ago = (story: Story, days: number, hours: number) => moment(addDays(story.today, -days), hours);

async function submittedOn(story: Story, round: keyof Submitted): Promise<string> {
  const [row] = await run<{ at: Date }>(story.db, 'select submitted_at as at from rounds where id = $1', [
    idFor(`round:${round}`),
  ]);
  if (!row) throw new Error(`the round ${round} was not submitted`);
  return tokyoDate(row.at);
}

type Submitted = Record<'closed' | 'settled' | 'answering', string>;

async function tellCorrections(story: Story, submitted: Submitted, id: (key: string) => string): Promise<void> {
  for (const { round, number, means, receiver, office } of receipts) {
    const receivedOn = submitted[round];
    const input = { roundId: idFor(`round:${round}`), number, means, receiver, office, receivedOn };
    await story.tell(moment(receivedOn, 16.5), story.speaker('kyodo'), recordReceipt, input);
  }
  for (const { round, of, by, afterDays, ...erratum } of errata) {
    const at = moment(addDays(submitted[round], afterDays), 11);
    const input = { roundId: idFor(`round:${round}`), proposalId: id(of), ...erratum };
    await story.tell(at, story.speaker(by), recordErratum, input);
  }
}

async function tellLeads(story: Story, from: string, id: (key: string) => string): Promise<void> {
  const at = (days: number, hours: number) => moment(addDays(from, days), hours);
  for (const { of, afterDays, to, reason } of leads) {
    const input = { proposalId: id(of), divisionId: story.actor(to).id, reason };
    await story.tell(at(afterDays, 10), story.speaker('center'), assignLead, input);
  }
  await story.tell(at(partner.afterDays, 11), story.speaker(partner.by), askPartner, {
    proposalId: id(partner.of),
    divisionId: story.actor(partner.ask).id,
    asked: partner.asked,
  });
  await story.tell(at(partner.repliedAfterDays, 14), story.speaker(partner.ask), giveShare, {
    proposalId: id(partner.of),
    body: partner.share,
  });
  await story.tell(at(handover.afterDays, 15), story.speaker(handover.by), assignLead, {
    proposalId: id(handover.of),
    divisionId: story.actor(handover.to).id,
    reason: handover.reason,
    assignments: 1,
  });
  const proposalId = id(draft.of);
  const fields = { proposalId, kind: 'partly', reason: draft.reason, onBudget: 'yes' };
  await story.tell(ago(story, draft.ago, 17), story.speaker(draft.by), saveDraft, fields);
  const [saved] = await run<{ id: string }>(story.db, 'select id from answer_drafts where proposal_id = $1', [
    proposalId,
  ]);
  await story.tell(ago(story, draft.commentAgo, 9), story.speakerFor(draft.second, draft.by), commentDraft, {
    draftId: saved?.id,
    draftVersion: 1,
    body: draft.comment,
  });
}

/** The present answer to a proposal, or to the first of its points with an answer of that kind. */
async function answered(
  story: Story,
  proposalId: string,
  pointKind?: string,
): Promise<{ id: string; pointId: string | null }> {
  const [found] = await run<{ id: string; pointId: string | null }>(
    story.db,
    `select a.id, a.point_id as "pointId" from answers a left join points t on t.hub_id = a.hub_id and t.id = a.point_id
     where a.is_current and a.debate_id = $1 and ($2::text is null and a.point_id is null or a.point_id is not null and a.kind = $2)
     order by t.place, a.id limit 1`,
    [proposalId, pointKind ?? null],
  );
  if (!found) throw new Error(`the city has not answered ${proposalId} ${pointKind ?? ''}`);
  return found;
}

async function tellFollowUp(story: Story, one: DemoFollowUp, proposalId: string): Promise<void> {
  const { id: answerId } = await answered(story, proposalId);
  const asked = await story.tell(ago(story, one.ago, 20), story.speaker(one.by), askFollowUp, {
    answerId,
    body: one.text,
  });
  if (!one.reply) return;
  const [question] = await run<{ key: string }>(story.db, 'select division_id as key from follow_ups where id = $1', [
    asked.id,
  ]);
  const division = cast.find(({ key, kind }) => kind === 'division' && story.actor(key).id === question?.key)!.key;
  const reply = { followUpId: asked.id, body: one.reply.text };
  await story.tell(ago(story, one.reply.ago, 13), story.speaker(division), answerFollowUp, reply);
  if (!one.revised) return;
  const { text, reason } = one.revised;
  const revision = { followUpId: asked.id, version: 1, body: text, changeReason: reason };
  await story.tell(ago(story, one.revised.ago, 10), story.speaker(division), answerFollowUp, revision);
}

async function tellBriefings(story: Story, id: (key: string) => string): Promise<void> {
  for (const { of, by, heldInDays, scheduledAgo, ...rest } of [...briefings, calledOff]) {
    const { id: answerId } = await answered(story, id(of));
    const heldOn = addDays(story.today, heldInDays);
    await story.tell(ago(story, scheduledAgo, 9), story.speaker(by), scheduleBriefing, {
      answerId,
      heldOn,
      ...rest,
    });
  }
  const { id: answerId } = await answered(story, id(calledOff.of));
  const [planned] = await run<{ id: string }>(story.db, 'select id from answer_briefings where answer_id = $1', [
    answerId,
  ]);
  await story.tell(ago(story, calledOff.cancelledAgo, 9), story.speaker(calledOff.by), cancelBriefing, {
    answerId,
    briefingId: planned?.id,
    reason: calledOff.reason,
  });
}

async function tellChanges(story: Story, id: (key: string) => string): Promise<void> {
  for (const { of, point, by, ago: days, kind, reason, changeReason } of changes) {
    const { pointId } = await answered(story, id(of), point);
    const decidedOn = addDays(story.today, -days);
    const input = { pointId, version: 1, kind, reason, decidedOn, changeReason };
    await story.tell(ago(story, days, 15), story.speaker(by), answerItem, input);
  }
}

async function tellDropped(story: Story, from: string, proposalId: string): Promise<void> {
  const { id: answerId } = await answered(story, proposalId);
  const speaker = story.speaker(dropped.by);
  const at = (days: number, hours: number) => moment(addDays(from, days), hours);
  const { requested, corrected, given, line } = dropped;
  const step = (afterDays: number, note: string) => ({ answerId, happenedOn: addDays(from, afterDays), note });
  const request = { ...step(requested.afterDays, requested.note), step: 'requested', budgetLine: line };
  await story.tell(at(requested.afterDays, 16), speaker, recordStep, {
    ...request,
    amountYen: String(requested.amountYen),
  });
  const [wrong] = await run<{ id: string }>(
    story.db,
    'select id from reflection_steps where answer_id = $1 order by id limit 1',
    [answerId],
  );
  await story.tell(at(corrected.afterDays + 2, 9), speaker, recordStep, {
    ...request,
    note: corrected.note,
    amountYen: String(corrected.amountYen),
    correctsId: wrong?.id,
  });
  await story.tell(at(given.afterDays, 16), speaker, recordStep, {
    ...step(given.afterDays, given.note),
    step: 'dropped',
  });
}
