/** A debate in November 2026 in the test town, and short ways to speak and vote in it. */
import type { Actor, Hub, Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { TestTown } from '#test/support/town.ts';
import { insertOpinions, type OpinionRow, recountDebate } from './bulk-insert.ts';
import { castVote } from './cast-vote.ts';
import type { Choice, DebateKind } from './discussion.ts';
import type { Said } from './entries.ts';
import { sayOpinion } from './say-opinion.ts';
import { tallyBatch } from './tally.ts';

export const OPENS = new Date('2026-11-01T00:00:00+09:00');
export const CLOSES = new Date('2026-12-05T00:00:00+09:00');

export interface DebateOptions {
  kind?: DebateKind;
  title?: string;
  host?: Actor;
  hub?: Hub;
  source?: string;
}

/** A debate of a proposal published on 10 October: questions from then on, opinions from 1 November to 4 December. */
export async function openDebate(town: TestTown, options: DebateOptions = {}): Promise<string> {
  const hub = options.hub ?? town.hub;
  const id = randomId();
  await town.hubwise.write(hub.id, (db) =>
    db
      .insertInto('debates')
      .values({
        hub_id: hub.id,
        id,
        kind: options.kind ?? 'proposal',
        title: options.title ?? '市内バスを通院の時間に合わせる',
        host_id: options.host?.id ?? null,
        opens_at: OPENS,
        closes_at: CLOSES,
        source: options.source ?? null,
        created_at: new Date('2026-10-10T12:00:00+09:00'),
      })
      .execute(),
  );
  return id;
}

export function say(town: TestTown, reader: Reader, debateId: string, body: string, kind = 'opinion'): Promise<Said> {
  return town.perform(reader, sayOpinion, { debateId, kind, body, reason: '' });
}

export function vote(
  town: TestTown,
  reader: Reader,
  opinionId: string,
  choice: Choice | null,
  more: { version?: number; hub?: Hub } = {},
): Promise<Choice | null> {
  const visit = {
    hub: more.hub ?? town.hub,
    lang: 'ja' as const,
    now: town.now(),
    hubwise: town.hubwise,
    signedIn: reader,
  };
  return castVote(visit, { opinionId, choice, ...(more.version ? { version: more.version } : {}) });
}

/** Code and status of the refusal, or 'done'. */
export async function voteRefusal(...args: Parameters<typeof vote>): Promise<string> {
  try {
    await vote(...args);
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return `${error.all[0]?.code} ${error.status}`;
    throw error;
  }
}

/** Counts until nothing is left to count, `limit` changes at a time. */
export async function countAll(town: TestTown, limit = 5000): Promise<string[]> {
  const all: string[] = [];
  for (;;) {
    const tags = await town.hubwise.write(town.hub.id, (db) => tallyBatch(db, town.hub.id, limit));
    if (!tags) return all;
    all.push(...tags);
  }
}

/** Opinions as a loader brings them in, without events. */
export async function bring(town: TestTown, debateId: string, rows: readonly OpinionRow[]): Promise<void> {
  await town.hubwise.write(town.hub.id, async (db) => {
    await insertOpinions(db, town.hub.id, rows);
    await recountDebate(db, town.hub.id, debateId);
  });
}
