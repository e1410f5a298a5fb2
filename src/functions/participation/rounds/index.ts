/** F9.4: what other modules may know of rounds. */

export { roundName, stageName } from './names.ts';
export { ROUND_COLUMNS, type Round, recentRounds, roundById, roundTaking } from './queries.ts';
export {
  answerDates,
  nextChange,
  type RoundFacts,
  type RoundState,
  STAGES,
  type Stage,
  stagePeriod,
  stateOf,
} from './stages.ts';
export { budgetYear } from './views/show.ts';
export { lastDay, roundSteps } from './views/steps.ts';
