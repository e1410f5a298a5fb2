/** F9.4: what the worker does about rounds: it keeps the calendar filled, and plans anew when the rules have changed. */
import type { Work } from '#kernel/module.ts';
import { openRounds } from './open-rounds.ts';

export const roundsWork: Work = {
  ticks: [{ name: 'rounds.open', everySeconds: 60, run: openRounds }],
};
