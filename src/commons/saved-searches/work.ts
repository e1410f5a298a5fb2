/** F1.1 What the worker does for saved searches: it compares what is new with them, and tells. */
import type { Work } from '#kernel/module.ts';
import { matchNews } from './match-news.ts';
import { sendFinds } from './send-finds.ts';

export const savedSearchesWork: Work = {
  ticks: [
    { name: 'saved-searches.match', everySeconds: 10, run: matchNews },
    { name: 'saved-searches.send', everySeconds: 30, run: sendFinds },
  ],
};
