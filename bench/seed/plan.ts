/** How large the measured town is, what day it is there, and the rounds that have run until then. */
import { defaultRules } from '#commons/hubs/index.ts';
import type { PlannedRound } from '#functions/participation/rounds/stages.ts';
import { roundsOfYear, stateOf } from '#functions/participation/rounds/stages.ts';

export interface TownSize {
  proposals: number;
  /** opinions, questions and explanations; replies come on top */
  opinions: number;
  replies: number;
  votes: number;
  people: number;
  organisations: number;
  /** opinions on top of these, all of them in one debate */
  crowd: number;
}

/** What a large city would have after some years. */
export const STANDARD: TownSize = {
  proposals: 100_000,
  opinions: 1_000_000,
  replies: 200_000,
  votes: 5_000_000,
  people: 20_000,
  organisations: 1_200,
  crowd: 20_000,
};

/** A tenth of everything but that one debate: a town. */
export const TENTH: TownSize = {
  proposals: 10_000,
  opinions: 100_000,
  replies: 20_000,
  votes: 500_000,
  people: 2_000,
  organisations: 120,
  crowd: 20_000,
};

/** A twentieth of that, of everything but people: votes on an opinion must still come from somebody else each. */
export const QUICK: TownSize = {
  proposals: 500,
  opinions: 5_000,
  replies: 1_000,
  votes: 25_000,
  people: 400,
  organisations: 24,
  crowd: 1_000,
};

export const HUB_ID = 1;

/** The Tokyo date of the measured town: in the middle of a debate under the default rules. */
export const TODAY = '2026-11-16';
export const NOW = new Date(`${TODAY}T09:00:00+09:00`);

export interface SeedRound extends PlannedRound {
  published_at: Date | null;
  /** its share of the town's proposals */
  share: number;
}

const HOUR = 3_600_000;

/** Six rounds that went to the city, and the one that is being debated, with two fifths of all proposals. */
export function seedRounds(): SeedRound[] {
  const planned = [...roundsOfYear(2025, defaultRules.rounds), ...roundsOfYear(2026, defaultRules.rounds)];
  const begun = planned.filter((round) => round.debating_at <= NOW);
  return begun.map((round) => {
    const published = round.publishing_at < NOW ? new Date(round.publishing_at.getTime() + 34 * HOUR) : null;
    const debating = stateOf({ ...round, published_at: published }, NOW) === 'debating';
    return { ...round, published_at: published, share: debating ? 0.4 : 0.6 / (begun.length - 1) };
  });
}
