/** Reads of rounds. Few rows a hub; each is one index scan. */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Boundary } from './moves.ts';
import type { RoundFacts } from './stages.ts';

export interface Round extends RoundFacts {
  id: string;
  fiscal_year: number;
  number: number;
  rules_version: number;
  submitted_at: Date | null;
  proposal_count: number;
}

export const ROUND_COLUMNS = `r.id, r.fiscal_year, r.number, r.rules_version, r.collecting_at, r.debating_at, r.drafting_at,
  r.checking_at, r.publishing_at, r.interim_answer_at, r.final_answer_at, r.closing_at, r.published_at, r.submitted_at, r.proposal_count`;

/** More rounds than any town has had; a guard for memory, not a page. */
const ALL_ROUNDS = 500;

/** The newest rounds that have begun, newest first, at most `limit`. */
export function recentRounds(db: Db, now: Date, limit = ALL_ROUNDS): Promise<Round[]> {
  return run<Round>(
    db,
    `select ${ROUND_COLUMNS} from rounds r where r.collecting_at <= $1 order by r.collecting_at desc limit $2`,
    [now, limit],
  );
}

const A_PAGE = 40;

export interface BegunRounds {
  rounds: Round[];
  more: boolean;
  /** of all that have begun */
  count: number;
}

/** A page of the rounds that have begun, newest first: those that began before the round `before`. */
export async function begunRounds(db: Db, now: Date, before: string | null): Promise<BegunRounds> {
  const [rounds, [counted]] = await Promise.all([
    run<Round>(
      db,
      `select ${ROUND_COLUMNS} from rounds r where r.collecting_at <= $1
         and ($2::uuid is null or (r.collecting_at, r.id) < (select k.collecting_at, k.id from rounds k where k.id = $2))
       order by r.collecting_at desc, r.id desc limit ${A_PAGE + 1}`,
      [now, before],
    ),
    run<{ n: number }>(db, 'select count(*)::int as n from rounds where collecting_at <= $1', [now]),
  ]);
  return { rounds: rounds.slice(0, A_PAGE), more: rounds.length > A_PAGE, count: counted!.n };
}

/** Rounds by ids; for a list that shows where each of its things stands. */
export async function roundById(db: Db, id: string): Promise<Round | null> {
  const [round] = await run<Round>(db, `select ${ROUND_COLUMNS} from rounds r where r.id = $1`, [id]);
  return round ?? null;
}

/** The round a proposal published at `now` goes into: the first that still collects, or begins to. */
export async function roundTaking(db: Db, now: Date): Promise<Round | null> {
  const [round] = await run<Round>(
    db,
    `select ${ROUND_COLUMNS} from rounds r where r.debating_at > $1 order by r.debating_at limit 1`,
    [now],
  );
  return round ?? null;
}

/** Rounds that have not begun, next first. */
export function comingRounds(db: Db, now: Date): Promise<Round[]> {
  return run<Round>(
    db,
    `select ${ROUND_COLUMNS} from rounds r where r.collecting_at > $1 order by r.collecting_at limit 4`,
    [now],
  );
}

export interface RoundFigures {
  opinions: number;
  votes: number;
}

/** A round with the sums of its debates' kept counters. */
export async function roundWithFigures(db: Db, id: string): Promise<(Round & RoundFigures) | null> {
  const [round] = await run<Round & RoundFigures>(
    db,
    `select ${ROUND_COLUMNS}, sums.opinions, sums.votes from rounds r, lateral (
       select coalesce(sum(d.opinion_count), 0)::int as opinions, coalesce(sum(d.vote_count), 0)::int as votes
       from debates d where d.hub_id = r.hub_id and d.round_id = r.id
     ) as sums where r.id = $1`,
    [id],
  );
  return round ?? null;
}

export interface RoundProposal {
  id: string;
  title: string;
  answer_kind: string | null;
  withdrawn_at: Date | null;
  actor_name: string;
  opinion_count: number;
  vote_count: number;
}

const MOST_SHOWN = 100;

/** Proposals of a round, oldest first, at most 100; the list of proposals has the rest. */
export function roundProposals(db: Db, roundId: string): Promise<RoundProposal[]> {
  return run<RoundProposal>(
    db,
    `select p.id, p.title, p.answer_kind, p.withdrawn_at, a.name as actor_name, d.opinion_count, d.vote_count
     from (select * from proposals where round_id = $1 order by id limit ${MOST_SHOWN}) p
     join actors a on a.hub_id = p.hub_id and a.id = p.actor_id
     join debates d on d.hub_id = p.hub_id and d.id = p.id
     order by p.id`,
    [roundId],
  );
}

export interface RoundMove {
  id: string;
  round_id: string;
  boundary: Boundary;
  is_meant: boolean;
  old_at: Date;
  new_at: Date;
  reason: string;
  moved_at: Date;
  actor_name: string;
}

const MOVE = `m.id, m.round_id, m.boundary, m.is_meant, m.old_at, m.new_at, m.reason, m.moved_at, a.name as actor_name
  from round_moves m join actors a on a.hub_id = m.hub_id and a.id = m.actor_id`;

/** Every date of a round that was moved, first moved first; of one move the date that was meant before those that followed. */
export function movesOf(db: Db, roundId: string): Promise<RoundMove[]> {
  return run<RoundMove>(db, `select ${MOVE} where m.round_id = $1 order by m.id, m.is_meant desc, m.new_at limit 200`, [
    roundId,
  ]);
}

/** The same of many rounds, for the data of the list. */
export function movesOfRounds(db: Db, roundIds: readonly string[]): Promise<RoundMove[]> {
  return run<RoundMove>(db, `select ${MOVE} where m.round_id = any($1::uuid[]) order by m.id, m.new_at`, [roundIds]);
}
