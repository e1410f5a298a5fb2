/** F7.7 What the worker does about reports. */
import type { Work } from '#kernel/module.ts';
import { askForReports } from './remind.ts';

export const yearReportsWork: Work = {
  ticks: [{ name: 'year-reports.ask', everySeconds: 3600, run: askForReports }],
};
