/** F9.4, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    topic: '回と意見書',
    verbs: {
      'rounds.date-moved': '日程を動かしました',
      'rounds.replanned': '新しいルールで回の予定が組み直されました',
      'rounds.planned': '回の予定が決まりました',
    },
  },
  easy: {
    topic: '回（かい）と 意見書（いけんしょ）',
    verbs: {
      'rounds.date-moved': '日（ひ）を かえました',
      'rounds.replanned': '新（あたら）しい ルールで 予定（よてい）が かわりました',
      'rounds.planned': '回（かい）の 予定（よてい）が きまりました',
    },
  },
  en: {
    topic: 'Rounds and statements',
    verbs: {
      'rounds.date-moved': 'moved a date of a round',
      'rounds.replanned': 'a round was planned anew under new rules',
      'rounds.planned': 'a round was planned',
    },
  },
});
