/** F9.1: what the worker does about proposals: it asks supporters again, and ends what the cut-off ends. */
import type { Work } from '#kernel/module.ts';
import { askSupporters } from './ask-supporters.ts';
import { endMerges } from './end-merges.ts';

export const proposalsWork: Work = {
  jobs: { 'proposals.ask-supporters': askSupporters },
  ticks: [{ name: 'proposals.end-merges', everySeconds: 300, run: endMerges }],
};
