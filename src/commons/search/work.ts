/** X7: what the worker does for the search: it follows the journal, and looks for what came without an act. */
import type { Work } from '#kernel/module.ts';
import { followJournal } from './follow-journal.ts';
import { mendInTurns } from './mend.ts';

export const searchWork: Work = {
  ticks: [
    { name: 'search.follow', everySeconds: 2, run: followJournal },
    { name: 'search.mend', everySeconds: 5, run: (job) => mendInTurns(job) },
  ],
};
