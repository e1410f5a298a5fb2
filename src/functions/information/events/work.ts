/** F1.1 What the worker does about events. */
import type { Work } from '#kernel/module.ts';
import { forgetNames, letIn, remind } from './by-the-clock.ts';

export const eventsWork: Work = {
  ticks: [
    { name: 'events.remind', everySeconds: 600, run: remind },
    { name: 'events.let-in', everySeconds: 300, run: letIn },
    { name: 'events.forget-names', everySeconds: 3600, run: forgetNames },
  ],
};
