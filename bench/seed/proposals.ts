/** The measured town's proposals with their drafts, first versions and debates, and the city's answers to those it was given. */

import { searchable } from '#functions/participation/proposals/proposal-version.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { gramsVector } from '#kernel/grams.ts';
import { uuidv7 } from '#kernel/ids.ts';
import { between, bytesFrom, type Chance, oneOf, shares } from './chance.ts';
import { type LaterEvent, later, type SeedEvent } from './events.ts';
import type { People, SeedActor } from './people.ts';
import { HUB_ID, NOW, type SeedRound } from './plan.ts';
import { insertRows } from './rows.ts';
import { answerWords, type ProposalWords, proposalWords } from './sentences.ts';

export interface SeedProposal {
  id: string;
  kind: 'plan' | 'project';
  words: ProposalWords;
  by: SeedActor;
  policy: People['policyIds'][number];
  round: SeedRound;
  roundId: string;
  at: Date;
  answer: SeedAnswer | null;
}

interface SeedAnswer {
  id: string;
  kind: string;
  reason: string;
  decidedOn: string;
  at: Date;
}

/** Weighted as the divisions of a town answer; the kinds that need a further date or body are left to the demo town. */
const ANSWERS = ['adopted', 'partly', 'partly', 'alternative', 'already-done', 'declined', 'declined'];
const ANSWERED = 0.85;
const DAY = 86_400_000;

export function planProposals(
  total: number,
  rounds: readonly SeedRound[],
  roundIds: readonly string[],
  people: People,
  chance: Chance,
): SeedProposal[] {
  const counts = shares(
    total,
    Float64Array.from(rounds, (round) => round.share),
  );
  return rounds.flatMap((round, place) => {
    const start = round.collecting_at.getTime();
    const span = round.debating_at.getTime() - start;
    const moments = Array.from({ length: counts[place]! }, () => start + Math.floor(chance() * span)).sort(
      (a, b) => a - b,
    );
    return moments.map((moment): SeedProposal => {
      const at = new Date(moment);
      return {
        id: uuidv7(at, bytesFrom(chance)),
        kind: chance() < 0.2 ? 'plan' : 'project',
        words: proposalWords(chance),
        by: chance() < 0.15 ? oneOf(chance, people.organisations) : oneOf(chance, people.persons),
        policy: oneOf(chance, people.policyIds),
        round,
        roundId: roundIds[place]!,
        at,
        answer: answerTo(round, chance),
      };
    });
  });
}

function answerTo(round: SeedRound, chance: Chance): SeedAnswer | null {
  if (!round.published_at || chance() > ANSWERED) return null;
  const last = Math.min(round.final_answer_at.getTime(), NOW.getTime() - DAY);
  const at = new Date(between(chance, round.published_at.getTime() + DAY, last));
  return {
    id: uuidv7(at, bytesFrom(chance)),
    kind: oneOf(chance, ANSWERS),
    reason: answerWords(chance),
    decidedOn: at.toISOString().slice(0, 10),
    at,
  };
}

export async function placeProposals(db: Db, proposals: readonly SeedProposal[], chance: Chance): Promise<void> {
  await insertRows(
    db,
    'proposals',
    HUB_ID,
    {
      id: ['uuid', (one) => one.id],
      round_id: ['uuid', (one) => one.roundId],
      kind: ['text', (one) => one.kind],
      actor_id: ['uuid', (one) => one.by.id],
      policy_id: ['uuid', (one) => one.policy.id],
      title: ['text', (one) => one.words.title],
      grams: ['tsvector', (one) => gramsVector(searchable(one.words))],
      answer_kind: ['text', (one) => one.answer?.kind ?? null],
      published_at: ['timestamptz', (one) => one.at],
    },
    proposals,
  );
  const text = (pick: (words: ProposalWords) => string) => ['text', (one: SeedProposal) => pick(one.words)] as const;
  await insertRows(
    db,
    'proposal_versions',
    HUB_ID,
    {
      proposal_id: ['uuid', (one) => one.id],
      version: ['int', () => 1],
      title: text((words) => words.title),
      problem: text((words) => words.problem),
      proposal: text((words) => words.proposal),
      effect: text((words) => words.effect),
      roles: text((words) => words.roles),
      cost: text((words) => words.cost),
      area: text((words) => words.area),
      person_id: ['uuid', (one) => one.by.personId],
      written_at: ['timestamptz', (one) => one.at],
    },
    proposals,
  );
  await insertRows(
    db,
    'proposal_drafts',
    HUB_ID,
    {
      id: ['uuid', (one) => uuidv7(one.at, bytesFrom(chance))],
      actor_id: ['uuid', (one) => one.by.id],
      person_id: ['uuid', (one) => one.by.personId],
      proposal_id: ['uuid', (one) => one.id],
      fields: [
        'jsonb',
        (one) => JSON.stringify({ kind: one.kind, policyId: one.policy.id, ...one.words, changed: '' }),
      ],
      version: ['int', () => 2],
      share_key: ['uuid', (one) => uuidv7(one.at, bytesFrom(chance))],
      saved_at: ['timestamptz', (one) => one.at],
      published_at: ['timestamptz', (one) => one.at],
    },
    proposals,
  );
  await insertRows(
    db,
    'debates',
    HUB_ID,
    {
      id: ['uuid', (one) => one.id],
      kind: ['text', () => 'proposal'],
      title: ['text', (one) => one.words.title],
      round_id: ['uuid', (one) => one.roundId],
      host_id: ['uuid', (one) => one.by.id],
      opens_at: ['timestamptz', (one) => one.round.debating_at],
      closes_at: ['timestamptz', (one) => one.round.drafting_at],
      created_at: ['timestamptz', (one) => one.at],
    },
    proposals,
  );
  await placeAnswers(db, proposals);
  await run(
    db,
    'update rounds r set proposal_count = (select count(*) from proposals p where p.hub_id = r.hub_id and p.round_id = r.id)::int',
  );
}

type Answered = SeedProposal & { answer: SeedAnswer };

function answered(proposals: readonly SeedProposal[]): Answered[] {
  return proposals.filter((one): one is Answered => one.answer !== null);
}

async function placeAnswers(db: Db, proposals: readonly SeedProposal[]): Promise<void> {
  await insertRows(
    db,
    'answers',
    HUB_ID,
    {
      id: ['uuid', (one) => one.answer.id],
      round_id: ['uuid', (one) => one.roundId],
      proposal_id: ['uuid', (one) => one.id],
      debate_id: ['uuid', (one) => one.id],
      version: ['int', () => 1],
      is_current: ['boolean', () => true],
      kind: ['text', (one) => one.answer.kind],
      reason: ['text', (one) => one.answer.reason],
      decided_on: ['date', (one) => one.answer.decidedOn],
      division_id: ['uuid', (one) => one.policy.division.id],
      person_id: ['uuid', (one) => one.policy.division.personId],
      policy_id: ['uuid', (one) => one.policy.id],
      answered_at: ['timestamptz', (one) => one.answer.at],
      first_at: ['timestamptz', (one) => one.answer.at],
      final_at: ['timestamptz', (one) => one.answer.at],
    },
    answered(proposals),
  );
}

/** What publishing and answering would have recorded. */
export function proposalEvents(proposals: readonly SeedProposal[]): LaterEvent[] {
  const published = later(
    proposals,
    ({ id, kind, words, by, policy, roundId, at }): SeedEvent => ({
      at,
      verb: 'proposals.published',
      object: { kind: 'proposal', id },
      by,
      public: { title: words.title, roundId },
      part: { part: 'proposal', content: { kind, ...words, changed: '' } },
      tags: [`proposal:${id}`, 'proposals', `round:${roundId}`, `actor:${by.id}`, `policy:${policy.id}`],
    }),
  );
  const answers = answered(proposals).map((one) => ({ ...one, at: one.answer.at }));
  const given = later(answers, ({ id, words, policy, roundId, answer }): SeedEvent => {
    const { kind, reason, decidedOn } = answer;
    const { division } = policy;
    return {
      at: answer.at,
      verb: 'answers.given',
      object: { kind: 'answer', id: answer.id },
      by: division,
      public: { title: words.title, kind, subject: 'proposal', subjectId: id, roundId, division: division.name },
      part: {
        part: 'answer',
        content: {
          subject: 'proposal',
          subjectId: id,
          kind,
          reason,
          decidedOn,
          nextOn: null,
          passedTo: '',
          policyId: policy.id,
        },
      },
      tags: [
        'answers',
        'proposals',
        `round:${roundId}`,
        `proposal:${id}`,
        `debate:${id}`,
        `policy:${policy.id}`,
        `actor:${division.id}`,
      ],
    };
  });
  return [...published, ...given];
}
