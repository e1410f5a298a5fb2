/** X10: what the worker does about files. */
import type { Work } from '#kernel/module.ts';
import { clearAway } from './clear-away.ts';

export const filesWork: Work = {
  ticks: [{ name: 'files.clear-away', everySeconds: 600, run: clearAway }],
};
