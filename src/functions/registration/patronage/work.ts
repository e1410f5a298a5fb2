/** F7.7 What the worker does about requests for patronage. */
import type { Work } from '#kernel/module.ts';
import { erasePapers } from './decide.ts';
import { reportDue } from './report-due.ts';

export const patronageWork: Work = {
  ticks: [
    { name: 'patronage.erase-papers', everySeconds: 3600, run: erasePapers },
    { name: 'patronage.report-due', everySeconds: 3600, run: reportDue },
  ],
};
