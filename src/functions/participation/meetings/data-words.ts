/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    meetings: { title: '会場の集まり', about: '日時、場所、バリアフリー、話し合うこと。' },
  },
  easy: {
    meetings: {
      title: '会場（かいじょう）の 集（あつ）まり',
      about: '日（ひ）と 時間（じかん）、場所（ばしょ）、話（はな）し合（あ）う こと。',
    },
  },
  en: {
    meetings: { title: 'Meetings', about: 'When, where, how accessible, and about what.' },
  },
});
