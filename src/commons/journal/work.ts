/** P6: what the worker does about the journal: it gives every public act its place. */
import type { Work } from '#kernel/module.ts';
import { keepSequence } from './keep-sequence.ts';

export const journalWork: Work = {
  ticks: [{ name: 'journal.sequence', everySeconds: 2, afterMoving: true, run: keepSequence }],
};
