/** F9.8, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    verbs: {
      'reflection.recorded': 'その後を記録しました',
    },
  },
  easy: {
    verbs: {
      'reflection.recorded': 'そのあとを 書（か）きました',
    },
  },
  en: {
    verbs: {
      'reflection.recorded': 'recorded what came of it',
    },
  },
});
