/** F9.4, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    topic: '回と意見書',
    verbs: {
      'rounds.planned': '回の予定が決まりました',
    },
  },
  easy: {
    topic: '回（かい）と 意見書（いけんしょ）',
    verbs: {
      'rounds.planned': '回（かい）の 予定（よてい）が きまりました',
    },
  },
  en: {
    topic: 'Rounds and statements',
    verbs: {
      'rounds.planned': 'a round was planned',
    },
  },
});
