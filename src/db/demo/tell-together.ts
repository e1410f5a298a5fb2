/** F9.1 The town's map, who proposes together, and two merges: one carried out, one that waits. */
import { insertVotes, recountDebate } from '#commons/discussion/bulk-insert.ts';
import { sayOpinion } from '#commons/discussion/say-opinion.ts';
import { answerCoProposal } from '#functions/participation/proposals/answer-co-proposal.ts';
import { answerMerge } from '#functions/participation/proposals/answer-merge.ts';
import { digestOf } from '#functions/participation/proposals/co-proposal.ts';
import { requestById } from '#functions/participation/proposals/co-proposal-queries.ts';
import { beginDraft, saveDraft } from '#functions/participation/proposals/drafts.ts';
import { inviteCoProposer } from '#functions/participation/proposals/invite-co-proposer.ts';
import { publishProposal } from '#functions/participation/proposals/publish-proposal.ts';
import { setOutline } from '#functions/participation/proposals/set-outline.ts';
import { suggestMerge } from '#functions/participation/proposals/suggest-merge.ts';
import { outline, typedPlaceOf } from './content/outline.ts';
import { coProposers, type DemoCoProposer, shadeMerge, stationSeats } from './content/together.ts';
import type { RoundKey } from './content/types.ts';
import { idFor } from './seeded.ts';
import type { Story } from './story.ts';
import type { DemoRound } from './timeline.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Before anybody proposes anything: the map that places are held against. */
export async function tellOutline(story: Story, at: Date): Promise<void> {
  const source = '架空の町の地図（デモのために描いたもの）';
  await story.tell(at, story.speaker('center'), setOutline, { geojson: JSON.stringify(outline), source });
}

export interface TogetherProposal {
  key: string;
  round: RoundKey;
  id: string;
  proposer: string;
}

export async function tellTogether(
  story: Story,
  rounds: readonly DemoRound[],
  proposals: readonly TogetherProposal[],
): Promise<void> {
  const byKey = new Map(proposals.map((one) => [one.key, one]));
  const roundOf = (key: RoundKey) => rounds.find((round) => round.key === key)!;
  for (const [index, co] of coProposers.entries()) {
    const proposal = byKey.get(co.of)!;
    const at = new Date(quietTime(story, roundOf(proposal.round)).getTime() + index * 20 * 60_000);
    await tellCoProposer(story, at, proposal.id, story.speaker(proposal.proposer), co);
  }
  await tellMerged(story, roundOf('debating'), byKey.get(stationSeats.into)!);
  const [from, to] = [byKey.get(shadeMerge.from)!, byKey.get(shadeMerge.to)!];
  await story.tell(new Date(story.now.getTime() - 8 * HOUR), story.speaker(from.proposer), suggestMerge, {
    proposalId: from.id,
    otherId: to.id,
    way: shadeMerge.way,
    plan: shadeMerge.plan,
  });
}

/** After the last version of its proposals, before the debate ends. */
function quietTime(story: Story, round: DemoRound): Date {
  const collected = round.dates.debating_at.getTime() + DAY;
  return new Date(Math.min(collected, story.now.getTime() - 40 * HOUR));
}

async function tellCoProposer(
  story: Story,
  at: Date,
  proposalId: string,
  by: ReturnType<Story['speaker']>,
  { by: key, answer, word = '' }: Omit<DemoCoProposer, 'of'>,
): Promise<void> {
  const { id } = await story.tell(at, by, inviteCoProposer, { proposalId, actorId: story.actor(key).id });
  if (answer === 'pending') return;
  const request = (await requestById(story.db, id))!;
  const reader = story.speaker(key);
  const digest = digestOf(request).toString('hex');
  const said = new Date(at.getTime() + 5 * HOUR);
  await story.tell(said, reader, answerCoProposal, { id, answer: 'consent', digest });
  if (answer === 'leave')
    await story.tell(new Date(at.getTime() + 11 * HOUR), reader, answerCoProposal, { id, answer: 'leave', word });
}

async function tellMerged(story: Story, round: DemoRound, target: TogetherProposal): Promise<void> {
  const begun = round.dates.debating_at.getTime();
  const by = story.speaker(stationSeats.proposer);
  const published = new Date(begun - 9 * DAY);
  const { title, problem, proposal, effect, roles, cost, area } = stationSeats;
  const { id: draft } = await story.tell(published, by, beginDraft, {});
  const place = typedPlaceOf(stationSeats.key);
  const fields = { kind: 'project', title, problem, proposal, effect, roles, cost, area, ...place };
  const policyId = idFor(`policy:${stationSeats.policy}`);
  await story.tell(published, by, saveDraft, { id: draft, version: 1, ...fields, policyId });
  const { id } = await story.tell(published, by, publishProposal, { id: draft, version: 2 });
  await tellCoProposer(story, new Date(begun - 8 * DAY), id, by, { by: stationSeats.coProposer, answer: 'consent' });
  for (const [index, said] of stationSeats.opinions.entries()) {
    const at = new Date(begun + (2 + index) * DAY + 3 * HOUR);
    const opinion = { debateId: id, kind: 'opinion', body: said.text, reason: '' };
    const { id: opinionId } = await story.tell(at, story.speaker(said.by), sayOpinion, opinion);
    const vote = (stance: 1 | -1) => (key: string) => ({
      opinionId,
      debateId: id,
      personId: story.actor(key).id,
      stance,
      at: new Date(at.getTime() + 7 * HOUR),
    });
    const votes = [...said.agree.map(vote(1)), ...said.disagree.map(vote(-1))];
    await insertVotes(story.db, story.hub.id, votes);
  }
  await recountDebate(story.db, story.hub.id, id);
  const suggested = new Date(begun + 8 * DAY);
  const { id: mergeId } = await story.tell(suggested, story.speaker(target.proposer), suggestMerge, {
    proposalId: target.id,
    otherId: id,
    way: 'theirs-into-ours',
    plan: stationSeats.suggestion,
  });
  for (const [index, key] of [stationSeats.coProposer, stationSeats.proposer].entries())
    await story.tell(new Date(suggested.getTime() + (index + 1) * 9 * HOUR), story.speaker(key), answerMerge, {
      id: mergeId,
      answer: 'yes',
    });
}
