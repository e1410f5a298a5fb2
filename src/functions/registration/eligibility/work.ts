/** F7.6 What the worker does about facts of groups. */
import type { Work } from '#kernel/module.ts';
import { erasePapers, remindOfEnds } from './ends.ts';

export const eligibilityWork: Work = {
  ticks: [
    { name: 'eligibility.remind', everySeconds: 3600, run: remindOfEnds },
    { name: 'eligibility.erase-papers', everySeconds: 3600, run: erasePapers },
  ],
};
