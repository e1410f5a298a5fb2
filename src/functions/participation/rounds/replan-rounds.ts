/**
 * P9, F9.4 When the rules have changed, rounds that haven't begun get their dates and their rules anew; those that have begun stay under
 * theirs. No round disappears: its page, its place in the journal and what was proposed for it stay, only its days change. Where a
 * year has fewer rounds from now on, the ones left over move to the years after. Idempotent.
 */
import { rulesOf } from '#commons/hubs/index.ts';
import type { EventInput, Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { fiscalYear, tokyoDate } from '#kernel/dates.ts';
import { setDates } from './move-date.ts';
import { ROUND_COLUMNS, type Round } from './queries.ts';
import { type PlannedRound, replanned } from './stages.ts';

/** All rounds that haven't begun, where one of them was planned under rules no longer in force; locked. */
async function outdated(db: Db, hub: Hub, now: Date): Promise<Round[]> {
  const waiting = await run<Round>(
    db,
    `select ${ROUND_COLUMNS} from rounds r where r.collecting_at > $1 order by r.collecting_at, r.id for update`,
    [now],
  );
  return waiting.some((round) => round.rules_version !== hub.rulesVersion) ? waiting : [];
}

/** Resolves with the events to record: one for each round whose dates changed. */
export async function replanRounds(db: Db, hub: Hub, now: Date): Promise<EventInput[]> {
  const waiting = await outdated(db, hub, now);
  if (waiting.length === 0) return [];
  const begun = await run<{ fiscal_year: number; number: number }>(
    db,
    'select fiscal_year, max(number) as number from rounds where collecting_at <= $1 and fiscal_year >= $2 group by 1',
    [now, fiscalYear(now) - 1],
  );
  const taken = new Map(begun.map((one) => [one.fiscal_year, one.number]));
  const next = replanned(now, rulesOf(hub).rounds, waiting.length, taken);
  // Numbers of a year are unique, also in between: all step aside before each takes its new one.
  await run(db, 'update rounds set number = number + 10000 where hub_id = $1 and id = any($2::uuid[])', [
    hub.id,
    waiting.map(({ id }) => id),
  ]);
  const pairs = waiting.map((round, at) => ({ round, to: next[at]! }));
  await Promise.all(pairs.map(({ round, to }) => put(db, hub, round.id, to)));
  return pairs.filter(({ round, to }) => differs(round, to)).map(({ round, to }) => replannedEvent(round, to));
}

async function put(db: Db, hub: Hub, id: string, { fiscal_year, number, ...dates }: PlannedRound): Promise<void> {
  await Promise.all([
    db
      .updateTable('rounds')
      .set({ fiscal_year, number, rules_version: hub.rulesVersion })
      .where('hub_id', '=', hub.id)
      .where('id', '=', id)
      .execute(),
    setDates(db, hub.id, id, dates),
    run(db, 'update debates set rules_version = $3 where hub_id = $1 and round_id = $2', [
      hub.id,
      id,
      hub.rulesVersion,
    ]),
  ]);
}

function differs(round: Round, to: PlannedRound): boolean {
  return (
    round.number !== to.number ||
    round.fiscal_year !== to.fiscal_year ||
    (['collecting_at', 'debating_at', 'drafting_at', 'checking_at', 'publishing_at'] as const).some(
      (date) => round[date].getTime() !== to[date].getTime(),
    )
  );
}

function replannedEvent(round: Round, to: PlannedRound): EventInput {
  return {
    verb: 'rounds.replanned',
    object: { kind: 'round', id: round.id },
    public: {
      fiscalYear: to.fiscal_year,
      number: to.number,
      from: tokyoDate(round.collecting_at),
      to: tokyoDate(to.collecting_at),
    },
    tags: ['rounds', 'proposals', `round:${round.id}`],
  };
}
