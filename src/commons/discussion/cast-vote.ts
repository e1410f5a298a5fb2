/**
 * F9.2, P1: one person, one voice on an opinion, changed or taken back at any time while the debate is open. Thousands may come in
 * a second, so a vote is part of one statement: no event, no job, no counter, no notification. The tally counts afterwards.
 */
import { rulesOf } from '#commons/hubs/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { FloodGate } from '#kernel/rate-limiter.ts';
import { type Refusal, refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { type Choice, choiceOf, refuse, STANCE_OF } from './discussion.ts';
import { held } from './entries.ts';
import { keepVote } from './keep-votes.ts';
import { refusalFor } from './refusing.ts';
import { mayVote } from './rules.ts';

/** What a vote needs of the request. */
export type Voting = Pick<Visit, 'hub' | 'lang' | 'now' | 'hubwise' | 'signedIn'>;

export interface Vote {
  opinionId: string;
  /** null takes the choice back */
  choice: Choice | null;
  /** the version of the opinion that was read; another one by now is refused. Without it, whatever it says now is meant */
  version?: number | null;
}

/**
 * Keeps the reader's choice, as the person it is. Gives the choice now kept.
 * @throws Refusal sign-in (401), level (403), not-found (404), too-fast (429); closed, not-open-yet, withdrawn, hidden,
 * changed-meanwhile (409); not-votable (422)
 */
export async function castVote(visit: Voting, vote: Vote): Promise<Choice | null> {
  const { hub, now } = visit;
  const { person, level } = visit.signedIn;
  slowDown(hub, person.id, now);
  const kept = await keepVote(visit.hubwise, hub.id, {
    opinionId: vote.opinionId,
    personId: person.id,
    at: now,
    version: vote.version ?? null,
    stance: vote.choice === null ? null : STANCE_OF[vote.choice],
    closedVersions: versionsAbove(hub, level),
  });
  if (!kept) throw await visit.hubwise.read(hub.id, (db) => whyNot(db, visit, vote));
  return vote.choice;
}

/** Nothing was kept: a second look says why. */
async function whyNot(db: Db, visit: Voting, vote: Vote): Promise<Refusal> {
  const opinion = await held(db, vote.opinionId);
  const no = mayVote(visit.hub, visit.signedIn, opinion.debate, opinion, visit.now);
  // Allowed after all: it was put differently in between, or is just being changed.
  return no ? refusalFor(no, opinion.debate, visit.lang) : refuse('changed-meanwhile', { status: 409 });
}

/** One person's choices on opinions, for the API and the account's own data. */
export async function myChoice(db: Db, opinionId: string, personId: string): Promise<Choice | null> {
  const [vote] = await run<{ stance: number }>(
    db,
    'select stance from votes where opinion_id = $1 and person_id = $2',
    [opinionId, personId],
  );
  return vote ? choiceOf(vote.stance) : null;
}

/** P9: versions of the rules that ask for more than this level before somebody votes; 0 stands for debates without a version. */
function versionsAbove(hub: Voting['hub'], level: number): number[] {
  const asks = (version: number) => rulesOf(hub, version).levels.vote > level;
  return [0, ...Object.keys(hub.rulesByVersion ?? {}).map(Number)].filter(asks);
}

const HOUR_SECONDS = 3600;

/** By the hub's rule of votes an hour: in the memory of each process, because it must cost a vote nothing. */
const gates = new Map<number, FloodGate>();

function slowDown(hub: Voting['hub'], personId: string, now: Date): void {
  const most = rulesOf(hub).hourly.votes;
  let gate = gates.get(most);
  if (!gate) {
    gate = new FloodGate({ perSecond: most / HOUR_SECONDS, burst: most });
    gates.set(most, gate);
  }
  if (gate.admit(`${hub.id}:${personId}`, now)) return;
  const minutes = Math.max(1, Math.ceil(HOUR_SECONDS / most / 60));
  throw refuseKernel('too-fast', { status: 429, facts: { minutes } });
}
