/** X1: what the worker does about people who leave or take their data along. */
import type { Work } from '#kernel/module.ts';
import { carryOutDepartures } from './carry-out.ts';
import { forgetExports } from './exports.ts';
import { runExport } from './run-export.ts';

export const leavingWork: Work = {
  jobs: { 'leaving.export': runExport },
  ticks: [
    { name: 'leaving.carry-out', everySeconds: 60, run: carryOutDepartures },
    { name: 'leaving.forget-exports', everySeconds: 3600, run: forgetExports },
  ],
};
