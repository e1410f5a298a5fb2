/** F9.9: what the worker does about plans. */
import type { Work } from '#kernel/module.ts';
import { eraseNames, publishComments } from './clock-work.ts';

export const plansWork: Work = {
  ticks: [
    { name: 'plans.comments-publish', everySeconds: 60, run: publishComments },
    { name: 'plans.names-erase', everySeconds: 3600, run: eraseNames },
  ],
};
