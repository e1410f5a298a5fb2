/** The demo town ひなた市: loaded whole or not at all, the same for the same --today, told through the acts everybody uses. */

import { plannedEvent, planRounds } from '#functions/participation/rounds/open-rounds.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { cast, discussions, policies } from './content/index.ts';
import type { DemoDiscussion, RoundKey } from './content/types.ts';
import { demoHub, foundHub, HUB_ID, openingDay, plantPolicies, setRounds, settleCast } from './found-town.ts';
import { nearDuplicateShare } from './near-duplicates.ts';
import { idFor } from './seeded.ts';
import { beginStory, type Story } from './story.ts';
import { tellAlike, tellAlikeDraft } from './tell-alike.ts';
import { tellAnswers } from './tell-answers.ts';
import { tellCommittees } from './tell-committees.ts';
import { castVotes, type SaidOpinion, tellAmendments, tellDebate } from './tell-debate.ts';
import { tellDecisions, tellMovedDate } from './tell-decisions.ts';
import { tellDeparture } from './tell-departure.ts';
import { tellDraft } from './tell-draft.ts';
import { tellEntries } from './tell-entries.ts';
import { tellEvents } from './tell-events.ts';
import { tellFollows } from './tell-follows.ts';
import { tellGroupAffairs } from './tell-group-affairs.ts';
import { tellGroups } from './tell-groups.ts';
import { citeHallVoice, tellHallVoice } from './tell-hall-voice.ts';
import { tellHomepages } from './tell-homepages.ts';
import { tellHomepagesOutside } from './tell-homepages-outside.ts';
import { tellInformation } from './tell-information.ts';
import { tellMeetings } from './tell-meetings.ts';
import { tellModeration } from './tell-moderation.ts';
import { answeredItems, type ToldItem, tellAnswer, tellPublication, tellSteps } from './tell-outcome.ts';
import { tellPanels } from './tell-panels.ts';
import { tellPaper } from './tell-paper.ts';
import { tellPlans } from './tell-plans.ts';
import { tellPrograms } from './tell-programs.ts';
import { tellProposal } from './tell-proposals.ts';
import { tellStage } from './tell-stage.ts';
import { tellHands, tellPoints } from './tell-statement.ts';
import { tellOutline, tellTogether } from './tell-together.ts';
import { type DemoRound, demoRounds } from './timeline.ts';

const VOTES = 10_000;

export interface LoadSettings {
  hubwise: Hubwise;
  now: Date;
  origin?: string;
  log: (line: string) => void;
}

interface Told {
  discussion: DemoDiscussion;
  id: string;
  said: SaidOpinion[];
  pointIds: string[];
}

export interface LoadedTown {
  actors: number;
  rounds: number;
  proposals: number;
  opinions: number;
  votes: number;
  nearDuplicates: number;
}

export async function loadDemoTown({
  hubwise,
  now,
  origin = 'http://localhost',
  log,
}: LoadSettings): Promise<LoadedTown> {
  const began = performance.now();
  const loaded = await hubwise.write(HUB_ID, (db) => tellEverything(db, now, origin));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  log(
    `The demo town is loaded in ${seconds} s: ${loaded.actors} people and organisations, ${loaded.rounds} rounds, ${loaded.proposals} proposals, ` +
      `${loaded.opinions} opinions and questions (near-duplicates: ${(loaded.nearDuplicates * 100).toFixed(1)} %), ${loaded.votes} votes.`,
  );
  return loaded;
}

async function tellEverything(db: Db, now: Date, origin: string): Promise<LoadedTown> {
  const today = tokyoDate(now);
  const rounds = demoRounds(today);
  const hub = demoHub(today, origin);
  const opened = openingDay(rounds);
  await foundHub(db, hub, opened);
  await settleCast(db, hub, cast, opened);
  await plantPolicies(db, hub, policies, opened);
  await setRounds(db, hub, rounds);
  const story = beginStory({ db, hub, today, now, cast });
  const coming = await planRounds(db, { ...hub, rulesVersion: 1 }, now, () => story.newId(opened));
  const held = rounds.map((round) => ({
    id: idFor(`round:${round.key}`),
    fiscal_year: round.fiscalYear,
    number: round.number,
  }));
  for (const round of [...held, ...coming]) await story.tellClock(opened, plannedEvent(round));
  await tellDecisions(story, opened);
  await tellOutline(story, opened);
  const told: Told[] = [];
  for (const round of rounds) {
    // Plans made while the tables were empty would read ever longer tables to the end for one row.
    await run(db, 'discard plans');
    const own = await tellTalk(story, round);
    told.push(...own);
  }
  await tellMovedDate(story, rounds.find((round) => round.key === 'debating')!);
  const endOf = (key: RoundKey) => {
    const round = rounds.find((one) => one.key === key)!;
    return new Date(Math.min(round.dates.drafting_at.getTime(), now.getTime()) - 3_600_000);
  };
  const votes = await castVotes(
    story,
    cast,
    told.map(({ discussion, id, said }) => ({ id, told: said, end: endOf(discussion.round) })),
    VOTES,
  );
  for (const { discussion, said } of told) await tellAmendments(story, said, endOf(discussion.round));
  await tellTogether(
    story,
    rounds,
    told.map(({ discussion: { key, round, proposer }, id }) => ({ key, round, proposer, id })),
  );
  for (const round of rounds)
    await tellRest(
      story,
      round,
      told.filter((one) => one.discussion.round === round.key),
    );
  await tellPlans(story);
  await tellPanels(story);
  await tellCommittees(story);
  await tellAnswers(story, new Map(told.map(({ discussion, id }) => [discussion.key, id])));
  const debating = told.filter(({ discussion }) => discussion.round === 'debating');
  const debates = new Map(debating.map(({ discussion, id }) => [discussion.key, id]));
  await tellMeetings(story, idFor('round:debating'), debates, cast);
  await tellPaper(story, debates);
  await tellModeration(story, debates);
  await tellGroupAffairs(story, await tellGroups(story, cast));
  await tellInformation(story);
  await tellEvents(story, cast);
  await tellEntries(story);
  await tellHomepages(story, cast);
  await tellHomepagesOutside(story);
  await tellStage(story);
  await tellFollows(
    story,
    told.map(({ discussion: { key, title }, id }) => ({ key, title, id })),
    rounds,
  );
  await tellPrograms(story);
  await tellDeparture(story);
  const texts = told.flatMap(({ said }) => said.map((one) => one.said.text));
  return {
    actors: cast.length,
    rounds: rounds.length,
    proposals: told.length,
    opinions: texts.length,
    votes,
    nearDuplicates: nearDuplicateShare(texts),
  };
}

/** Proposals and debates of a round. */
async function tellTalk(story: Story, round: DemoRound): Promise<Told[]> {
  const told: Told[] = [];
  for (const discussion of discussions.filter((one) => one.round === round.key)) {
    const proposal = await tellProposal(story, discussion, round);
    const said = await tellDebate(story, discussion, round, proposal);
    said.push(...(await tellHallVoice(story, discussion, round, proposal.id)));
    said.push(...(await tellAlike(story, discussion, round, proposal.id)));
    told.push({ discussion, id: proposal.id, said, pointIds: [] });
  }
  return told;
}

/** Statement, document, answers and steps, as far as the round has come. */
async function tellRest(story: Story, round: DemoRound, told: Told[]): Promise<void> {
  const editors = [
    ...new Set(
      told.flatMap(({ discussion }) =>
        [...(discussion.points ?? []), ...(discussion.annex ?? [])].map((part) => part.editor),
      ),
    ),
  ];
  if (round.key === 'collecting' || told.length === 0) return;
  await tellHands(story, round, round.key === 'debating' ? VOLUNTEERS : editors);
  if (round.key === 'debating') return;
  for (const one of told) await tellDraft(story, one.discussion, round, one.id);
  for (const one of told) one.pointIds = await tellPoints(story, one.discussion, round, one.id, one.said);
  for (const one of told) await citeHallVoice(story, one.discussion, round, one);
  for (const one of told) await tellAlikeDraft(story, one.discussion, one.id);
  if (round.key === 'checking') return;
  const submittedOn = await tellPublication(story, round, editors[0]!);
  const items: (ToldItem & { of: Told })[] = told.flatMap((one) =>
    answeredItems(one.discussion, one.id, one.pointIds).map((item) => ({ ...item, of: one })),
  );
  items.sort((a, b) => a.answer.decidedAfterDays - b.answer.decidedAfterDays);
  for (const { of, ...item } of items) {
    const answerId = await tellAnswer(story, item, submittedOn);
    if (item.proposalId) await tellSteps(story, of.discussion, answerId, submittedOn);
  }
}

/** Who has raised a hand for the statement of the round that is being debated. */
const VOLUNTEERS = ['toku', 'mizuno', 'hashi'];
