/** F9.2 What was said in the demo town, and how its people voted. */

import { amendOpinion } from '#commons/discussion/amend-opinion.ts';
import { answerQuestion } from '#commons/discussion/answer-question.ts';
import { insertVotes, recountDebate } from '#commons/discussion/bulk-insert.ts';
import { explain } from '#commons/discussion/explain.ts';
import { replyTo } from '#commons/discussion/reply.ts';
import { sayOpinion } from '#commons/discussion/say-opinion.ts';
import { takePosition } from '#commons/discussion/take-position.ts';
import { withdrawOpinion } from '#commons/discussion/withdraw-opinion.ts';
import { run } from '#kernel/database/dialect.ts';
import type { CastMember, DemoDiscussion, DemoOpinion } from './content/types.ts';
import { between } from './found-town.ts';
import { chance } from './seeded.ts';
import type { Story } from './story.ts';
import type { DemoRound } from './timeline.ts';

export interface SaidOpinion {
  id: string;
  key: string;
  at: Date;
  said: DemoOpinion;
}

const HOUR = 3_600_000;

/** Tells the debate of one proposal; gives its opinions in the order of the content. */
export async function tellDebate(
  story: Story,
  discussion: DemoDiscussion,
  round: DemoRound,
  proposal: { id: string; at: Date },
): Promise<SaidOpinion[]> {
  const collecting = round.key === 'collecting';
  const start = collecting ? proposal.at : round.dates.debating_at;
  const end = new Date(
    Math.min((collecting ? round.dates.debating_at : round.dates.drafting_at).getTime(), story.now.getTime()) -
      6 * HOUR,
  );
  const told: SaidOpinion[] = [];
  for (const [index, said] of discussion.opinions.entries()) {
    const part = (index + 0.2 + 0.6 * chance(`${discussion.key}:${index}:day`)) / discussion.opinions.length;
    const at = between(start, end, part * 0.93, chance(`${discussion.key}:${index}:hour`));
    told.push({ id: await sayOne(story, proposal.id, said, at), key: `${discussion.key}:${index}`, at, said });
  }
  for (const one of told) await tellReplies(story, discussion, one, end);
  for (const one of told) await tellPositions(story, one, end);
  for (const one of told) {
    const { withdrawn, by } = one.said;
    if (withdrawn)
      await story.tell(later(one.at, 30, end), story.speaker(by), withdrawOpinion, { id: one.id, reason: withdrawn });
  }
  return told;
}

function later(at: Date, hours: number, end: Date): Date {
  return new Date(Math.min(at.getTime() + hours * HOUR, end.getTime() + HOUR));
}

async function sayOne(story: Story, debateId: string, said: DemoOpinion, at: Date): Promise<string> {
  const by = story.speaker(said.by);
  const reason = said.reason ?? '';
  if (said.kind === 'explanation') return (await story.tell(at, by, explain, { debateId, body: said.text, reason })).id;
  return (await story.tell(at, by, sayOpinion, { debateId, kind: said.kind ?? 'opinion', body: said.text, reason })).id;
}

async function tellReplies(story: Story, discussion: DemoDiscussion, one: SaidOpinion, end: Date): Promise<void> {
  for (const [index, reply] of (one.said.replies ?? []).entries()) {
    const at = later(one.at, 3 + 20 * (index + chance(`${one.key}:reply:${index}`)), end);
    if (reply.answers)
      await story.tell(at, story.speakerFor(reply.by, discussion.proposer), answerQuestion, {
        questionId: one.id,
        body: reply.text,
      });
    else await story.tell(at, story.speaker(reply.by), replyTo, { toId: one.id, body: reply.text });
  }
}

async function tellPositions(story: Story, one: SaidOpinion, end: Date): Promise<void> {
  for (const position of one.said.positions ?? []) {
    const at = later(one.at, 40, end);
    await story.tell(at, story.speaker(position.by), takePosition, {
      on: 'opinion',
      id: one.id,
      stance: position.stance,
      reason: position.reason,
    });
  }
}

/** After the votes: what was added to an opinion somebody had chosen on already. */
export async function tellAmendments(story: Story, told: readonly SaidOpinion[], end: Date): Promise<void> {
  for (const one of told) {
    const { amendment, by } = one.said;
    if (amendment) await story.tell(later(one.at, 60, end), story.speaker(by), amendOpinion, { id: one.id, amendment });
  }
}

interface Ballot {
  opinionId: string;
  debateId: string;
  personId: string;
  stance: 1 | 0 | -1;
  at: Date;
  eagerness: number;
}

/** Somebody's choice follows from what attracts them, from how widely a thing is agreed, and from chance. */
function stanceOf(member: CastMember, said: DemoOpinion, key: string): 1 | 0 | -1 {
  const [a, b] = member.leaning ?? [0, 0];
  const drawn =
    1.3 * (a * said.lean[0] + b * said.lean[1]) +
    1.7 * (said.common - 0.42) +
    1.1 * (chance(`${key}:${member.key}:mood`) - 0.5);
  if (Math.abs(drawn) < 0.16) return 0;
  return drawn > 0 ? 1 : -1;
}

/** Casts exactly `total` votes over all debates: the most eager pairs of person and opinion, nobody on what was withdrawn. */
export async function castVotes(
  story: Story,
  cast: readonly CastMember[],
  debates: readonly { id: string; told: readonly SaidOpinion[]; end: Date }[],
  total: number,
): Promise<number> {
  const ballots: Ballot[] = [];
  for (const { id: debateId, told, end } of debates) {
    for (const one of told) {
      if ((one.said.kind ?? 'opinion') !== 'opinion' || one.said.withdrawn) continue;
      for (const member of cast) {
        if (member.kind !== 'person' || member.key === one.said.by) continue;
        const diligence = 0.35 + 0.65 * chance(`diligence:${member.key}`);
        const span = Math.max(end.getTime() - one.at.getTime(), HOUR);
        ballots.push({
          opinionId: one.id,
          debateId,
          personId: story.actor(member.key).id,
          stance: stanceOf(member, one.said, one.key),
          at: new Date(one.at.getTime() + span * chance(`${one.key}:${member.key}:when`)),
          eagerness: diligence * chance(`${one.key}:${member.key}:turn`),
        });
      }
    }
  }
  const chosen = ballots.sort((a, b) => b.eagerness - a.eagerness).slice(0, total);
  await insertVotes(
    story.db,
    story.hub.id,
    chosen.map(({ eagerness: _, ...vote }) => vote),
  );
  for (const { id } of debates) await recountDebate(story.db, story.hub.id, id);
  const [kept] = await run<{ n: number }>(story.db, 'select count(*)::int as n from votes');
  return kept?.n ?? 0;
}
