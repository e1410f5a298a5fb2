/** F9.2: what the worker does about debates: it counts. */
import type { Work } from '#kernel/module.ts';
import { tally } from './tally.ts';

export const discussionWork: Work = {
  ticks: [{ name: 'discussion.tally', everySeconds: 1, run: tally }],
};
