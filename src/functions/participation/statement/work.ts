/** F9.5: what the worker does about statements. */
import type { Work } from '#kernel/module.ts';
import { findAlike, findDueAlike } from './alike-find.ts';
import { recount } from './kept-coverage.ts';

export const statementWork: Work = {
  ticks: [
    { name: 'statement.due-alike', everySeconds: 300, run: findDueAlike },
    { name: 'statement.recount', everySeconds: 10, run: (job) => recount(job) },
  ],
  jobs: { 'statement.find-alike': findAlike },
};
