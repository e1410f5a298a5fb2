/** F9.7, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    verbs: {
      'answers.given': '回答しました',
      'answers.revised': '回答を改めました',
    },
  },
  easy: {
    verbs: {
      'answers.given': '回答（かいとう）しました',
      'answers.revised': '回答（かいとう）を かえました',
    },
  },
  en: {
    verbs: {
      'answers.given': 'answered',
      'answers.revised': 'revised an answer',
    },
  },
});
