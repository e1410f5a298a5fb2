/** F9.4: what the worker does about rounds: it keeps the calendar filled. */
import type { Work } from '#kernel/module.ts';
import { openRounds } from './open-rounds.ts';

export const roundsWork: Work = {
  ticks: [{ name: 'rounds.open', everySeconds: 3600, run: openRounds }],
};
