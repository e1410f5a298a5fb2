/** F1.3 What the worker does about homepages: announces what was scheduled. */
import type { Work } from '#kernel/module.ts';
import { announceScheduled } from './announce.ts';

export const homepagesWork: Work = {
  ticks: [{ name: 'homepages.announce', everySeconds: 60, run: announceScheduled }],
};
