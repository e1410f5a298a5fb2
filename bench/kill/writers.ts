/**
 * People who go on acting while Minna falls and comes back: what got no answer is sent again, the same form with the same
 * number, until it gets one, as a browser's "try again" does.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { shortId } from '#kernel/ids.ts';
import { asked, type Heard } from '../figures/asking.ts';
import { act } from '../figures/requests.ts';
import { between, type Chance, chanceFrom, oneOf } from '../seed/chance.ts';
import { sessionToken } from '../seed/people.ts';
import type { Ledger } from './ledger.ts';

export interface Scene {
  /** where Minna answers now; changes when it is started again */
  port(): number;
  debates: readonly string[];
  opinions: readonly { id: string }[];
  /** ids in the order of their sessions' numbers */
  persons: readonly string[];
  ledger: Ledger;
}

export interface Writers {
  /** acts that were refused for a reason other than an absence, which must not happen */
  refused(): { count: number; first: string };
  stop(): Promise<void>;
}

const STANCES = { agree: 1, disagree: -1, pass: 0 } as const;
const CHOICES = Object.keys(STANCES) as (keyof typeof STANCES)[];
const LANES = { votes: 10, opinions: 3, drafts: 3 };
const AGAIN_MS = 50;
/** An act that got no answer for so long was given up by its person. */
const TRIES = 2_000;
const SAVES_A_DRAFT = 60;
const PATIENCE_MS = 20_000;

export function startWriters(scene: Scene): Writers {
  let going = true;
  const refused = { count: 0, first: '' };

  async function untilAnswered(path: string, person: number, fields: Record<string, string>): Promise<Heard | null> {
    for (let tries = 0; going && tries < TRIES; tries += 1) {
      const port = scene.port();
      const answer = await asked(act(path, port, sessionToken(person), fields), port, PATIENCE_MS).catch(() => null);
      if (answer?.status === 200) return answer;
      if (answer && answer.status < 500) {
        refused.count += 1;
        refused.first ||= `${path} ${answer.status} ${answer.text.slice(0, 300)}`;
        return null;
      }
      await pause(AGAIN_MS);
    }
    return null;
  }

  /** Each lane has people of its own: of two acts for one person at once nobody could tell which came last. */
  async function vote(chance: Chance, lane: number): Promise<void> {
    const opinion = oneOf(chance, scene.opinions);
    const person = between(chance, 0, Math.floor(scene.persons.length / LANES.votes) - 1) * LANES.votes + lane;
    const choice = oneOf(chance, CHOICES);
    scene.ledger.tryVote(opinion.id, scene.persons[person]!, STANCES[choice]);
    const answer = await untilAnswered(`/opinions/${shortId(opinion.id)}/vote`, person, { choice });
    if (answer) scene.ledger.vote(opinion.id, scene.persons[person]!, STANCES[choice]);
  }

  async function say(chance: Chance): Promise<void> {
    const body = `夜のバスがもう1本あれば、仕事の帰りに乗れます。（${randomUUID()}）`;
    const person = between(chance, 0, scene.persons.length - 1);
    const path = `/debates/${shortId(oneOf(chance, scene.debates))}/opinions`;
    const answer = await untilAnswered(path, person, { kind: 'opinion', body, once: randomUUID() });
    if (answer) scene.ledger.opinion(body);
  }

  async function write(chance: Chance): Promise<void> {
    const person = between(chance, 0, scene.persons.length - 1);
    const begun = await untilAnswered('/proposal-drafts', person, { once: randomUUID() });
    if (!begun) return;
    const { id } = (JSON.parse(begun.text) as { result: { id: string } }).result;
    scene.ledger.draft(id, 1, '');
    for (let version = 1; going && version <= SAVES_A_DRAFT; version += 1) {
      const problem = `バス停に屋根がありません。雨の日は${version}人が待てません。（${randomUUID()}）`;
      const fields = { title: '屋根のあるバス停', problem, version: String(version), once: randomUUID() };
      if (!(await untilAnswered(`/proposal-drafts/${id}`, person, fields))) return;
      scene.ledger.draft(id, version + 1, problem);
    }
    scene.ledger.forgetDraft(id);
    await untilAnswered(`/proposal-drafts/${id}/removal`, person, { once: randomUUID() });
  }

  async function run(work: (chance: Chance, lane: number) => Promise<void>, lane: number, seed: number): Promise<void> {
    const chance = chanceFrom(seed * 7919 + lane);
    while (going) await work(chance, lane);
  }

  const lanes = [
    ...Array.from({ length: LANES.votes }, (_, lane) => run(vote, lane, 1)),
    ...Array.from({ length: LANES.opinions }, (_, lane) => run(say, lane, 2)),
    ...Array.from({ length: LANES.drafts }, (_, lane) => run(write, lane, 3)),
  ];

  return {
    refused: () => refused,
    async stop() {
      going = false;
      await Promise.all(lanes);
    },
  };
}
