/** What was said in the measured town's debates: entries with their numbers, and replies below them. */

import { insertOpinions, type OpinionRow } from '#commons/discussion/bulk-insert.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { uuidv7 } from '#kernel/ids.ts';
import { between, bytesFrom, type Chance, oneOf, shares } from './chance.ts';
import { type LaterEvent, later, type SeedEvent } from './events.ts';
import type { People, SeedActor } from './people.ts';
import { HUB_ID, NOW } from './plan.ts';
import type { SeedProposal } from './proposals.ts';
import { opinionWords, replyWords } from './sentences.ts';

export interface SeedEntry {
  id: string;
  proposal: SeedProposal;
  kind: 'opinion' | 'question' | 'explanation';
  number: number;
  by: SeedActor;
  body: string;
  reason: string;
  at: Date;
}

interface SeedReply {
  id: string;
  parent: SeedEntry;
  kind: 'reply' | 'answer';
  by: SeedActor;
  body: string;
  at: Date;
}

const HOUR = 3_600_000;
/** The debate under way has drawn as much as all that came before. */
const DEBATING = 1.5;
/** A debate's size falls with its place in the order of popularity as 1/place^0.6: a few have hundreds, many have three. */
const STEEPNESS = 0.6;

/** How much each proposal draws; `popularity` is a random order, the most popular first. */
export function attraction(proposals: readonly SeedProposal[], chance: Chance): Float64Array {
  const order = proposals.map(() => chance());
  const places = Array.from(order.keys()).sort((a, b) => order[a]! - order[b]!);
  const weights = new Float64Array(proposals.length);
  for (const [place, index] of places.entries()) {
    const earlier = proposals[index]!.round.published_at !== null;
    weights[index] = (earlier ? 1 : DEBATING * 1.5) / (place + 1) ** STEEPNESS;
  }
  return weights;
}

export function planEntries(
  total: number,
  proposals: readonly SeedProposal[],
  weights: Float64Array,
  people: People,
  chance: Chance,
  crowd = 0,
): SeedEntry[] {
  const counts = shares(total, weights);
  const crowded = crowd > 0 ? crowdedAmong(proposals, weights) : -1;
  if (crowded >= 0) counts[crowded]! += crowd;
  return proposals.flatMap((proposal, place) => {
    const start = proposal.round.debating_at.getTime();
    const end = Math.min(proposal.round.drafting_at.getTime(), NOW.getTime() - HOUR);
    const moments = Array.from({ length: counts[place]! }, () => between(chance, start, end - 1)).sort((a, b) => a - b);
    return moments.map((moment, index): SeedEntry => {
      const at = new Date(moment);
      const drawn = chance();
      const kind = drawn < 0.94 ? 'opinion' : drawn < 0.98 ? 'question' : 'explanation';
      return {
        id: uuidv7(at, bytesFrom(chance)),
        proposal,
        kind,
        number: index + 1,
        by: kind === 'explanation' ? oneOf(chance, people.divisions) : speaker(people, chance),
        ...opinionWords(chance, kind),
        at,
      };
    });
  });
}

/** Of the debates under way the one that draws most. */
function crowdedAmong(proposals: readonly SeedProposal[], weights: Float64Array): number {
  let most = -1;
  for (const [place, { round }] of proposals.entries())
    if (round.published_at === null && (most < 0 || weights[place]! > weights[most]!)) most = place;
  return most;
}

function speaker(people: People, chance: Chance): SeedActor {
  return chance() < 0.06 ? oneOf(chance, people.organisations) : oneOf(chance, people.persons);
}

export function planReplies(total: number, entries: readonly SeedEntry[], people: People, chance: Chance): SeedReply[] {
  return Array.from({ length: total }, () => {
    const parent = oneOf(chance, entries);
    const answers = parent.kind === 'question' && chance() < 0.7;
    const at = new Date(Math.min(parent.at.getTime() + between(chance, HOUR, 72 * HOUR), NOW.getTime() - HOUR / 2));
    return {
      id: uuidv7(at, bytesFrom(chance)),
      parent,
      kind: answers ? 'answer' : 'reply',
      by: answers ? parent.proposal.by : speaker(people, chance),
      body: replyWords(chance),
      at,
    };
  });
}

export async function placeOpinions(
  db: Db,
  entries: readonly SeedEntry[],
  replies: readonly SeedReply[],
): Promise<void> {
  const rows: OpinionRow[] = entries.map((one) => ({
    id: one.id,
    debateId: one.proposal.id,
    kind: one.kind,
    actorId: one.by.id,
    personId: one.by.personId,
    body: one.body,
    reason: one.reason,
    saidAt: one.at,
    number: one.number,
  }));
  for (const { id, parent, kind, by, body, at } of replies) {
    const debateId = parent.proposal.id;
    rows.push({ id, debateId, kind, actorId: by.id, personId: by.personId, body, saidAt: at, parentId: parent.id });
  }
  await insertOpinions(db, HUB_ID, rows);
}

const VERBS = { opinion: 'opinions.said', question: 'opinions.asked', explanation: 'opinions.explained' } as const;

/** What saying, explaining, replying and answering would have recorded. */
export function opinionEvents(entries: readonly SeedEntry[], replies: readonly SeedReply[]): LaterEvent[] {
  const said = later(
    entries,
    ({ id, proposal, kind, number, by, body, reason, at }): SeedEvent => ({
      at,
      verb: VERBS[kind],
      object: { kind: 'opinion', id },
      by,
      public: { debateId: proposal.id, debateKind: 'proposal', debateTitle: proposal.words.title, kind, number },
      part: { part: kind, content: { debate: proposal.id, number, body, reason } },
      tags: [`debate:${proposal.id}`, `opinion:${id}`, `actor:${by.id}`],
    }),
  );
  const replied = later(replies, ({ id, parent, kind, by, body, at }): SeedEvent => {
    const { proposal } = parent;
    const where = { debateId: proposal.id, debateKind: 'proposal', debateTitle: proposal.words.title };
    return {
      at,
      verb: kind === 'answer' ? 'opinions.answered' : 'opinions.replied',
      object: { kind: 'opinion', id },
      by,
      public: { ...where, kind, parentId: parent.id, parentNumber: parent.number },
      part: { part: kind, content: { debate: proposal.id, to: parent.id, body } },
      tags: [`debate:${proposal.id}`, `opinion:${parent.id}`, `opinion:${id}`, `actor:${by.id}`],
    };
  });
  return [...said, ...replied];
}
