/** X7: what the worker does for the search: it follows the journal, and looks for what came without an act. */
import type { Work } from '#kernel/module.ts';
import { followJournal, mendIndex } from './follow-journal.ts';

export const searchWork: Work = {
  ticks: [
    { name: 'search.follow', everySeconds: 2, run: followJournal },
    { name: 'search.mend', everySeconds: 3600, run: mendIndex },
  ],
};
