/**
 * F9.2, P1: one person, one voice on an opinion, changed or taken back at any time while the debate is open. Thousands may come in
 * a second, so a vote is one statement: no event, no job, no counter, no notification. The tally counts afterwards.
 */
import { rulesOf } from '#commons/hubs/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { FloodGate } from '#kernel/rate-limiter.ts';
import { type Refusal, refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { type Choice, choiceOf, refuse, STANCE_OF } from './discussion.ts';
import { held } from './entries.ts';
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

// The lock is the one the vote's foreign key takes anyway. Taken here, it waits for somebody who is just rewriting the opinion, and
// then looks at the new words.
const TARGET = `target as (
    select o.id, o.debate_id from opinions o join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
    where o.hub_id = $1 and o.id = $2 and o.kind = 'opinion' and o.withdrawn_at is null and o.hidden_at is null
      and o.version = coalesce($5::int, o.version) and d.opens_at <= $4 and d.closes_at > $4
    for key share of o)`;

// The same choice again changes no row and leaves nothing to count.
const CAST = `with ${TARGET}, kept as (
    insert into votes (hub_id, opinion_id, person_id, debate_id, stance, at)
    select $1, t.id, $3, t.debate_id, $6::smallint, $4 from target t
    on conflict (hub_id, opinion_id, person_id) do update set stance = excluded.stance, at = excluded.at
      where votes.stance <> excluded.stance
    returning opinion_id, debate_id
  ), noted as (
    insert into vote_changes (hub_id, opinion_id, debate_id, person_id) select $1, opinion_id, debate_id, $3 from kept)
  select id from target`;

const TAKE_BACK = `with ${TARGET}, gone as (
    delete from votes v using target t where v.hub_id = $1 and v.opinion_id = t.id and v.person_id = $3
    returning v.opinion_id, v.debate_id
  ), noted as (
    insert into vote_changes (hub_id, opinion_id, debate_id, person_id) select $1, opinion_id, debate_id, $3 from gone)
  select id from target`;

/**
 * Keeps the reader's choice, as the person it is. Gives the choice now kept.
 * @throws Refusal sign-in (401), level (403), not-found (404), too-fast (429); closed, not-open-yet, withdrawn, hidden,
 * changed-meanwhile (409); not-votable (422)
 */
export async function castVote(visit: Voting, vote: Vote): Promise<Choice | null> {
  const { hub, now } = visit;
  const { person, level } = visit.signedIn;
  if (level < rulesOf(hub).levels.vote) throw refuseKernel('level', { status: 403 });
  slowDown(hub, person.id, now);
  const common = [hub.id, vote.opinionId, person.id, now, vote.version ?? null];
  await visit.hubwise.write(hub.id, async (db) => {
    const kept =
      vote.choice === null
        ? await run(db, TAKE_BACK, common)
        : await run(db, CAST, [...common, STANCE_OF[vote.choice]]);
    if (kept.length === 0) throw await whyNot(db, visit, vote);
  });
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
