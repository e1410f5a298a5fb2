/** F1.1 What the worker does about entries: ends those whose last day is over, asks once a year, lets those rest that don't answer. */
import type { Work } from '#kernel/module.ts';
import { askEntries, endByDate, restEntries } from './standing.ts';

export const entriesWork: Work = {
  ticks: [
    { name: 'entries.end', everySeconds: 600, run: endByDate },
    { name: 'entries.ask', everySeconds: 3600, run: askEntries },
    { name: 'entries.rest', everySeconds: 3600, run: restEntries },
  ],
};
