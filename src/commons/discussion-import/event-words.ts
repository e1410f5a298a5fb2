/** F9.2, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    verbs: {
      'debates.imported': '外の話し合いを取り込みました',
    },
  },
  easy: {
    verbs: {
      'debates.imported': 'ほかの 話（はな）し合（あ）いを 入（い）れました',
    },
  },
  en: {
    verbs: {
      'debates.imported': 'brought in a debate from elsewhere',
    },
  },
});
