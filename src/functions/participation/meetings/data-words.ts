/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    meetings: { title: '会場の集まり', about: '日時、場所、バリアフリー、話し合うこと。' },
    events: { title: '会場の集まり（国のイベント一覧の列）', about: '推奨データセット「イベント一覧」の列の並びで。' },
  },
  easy: {
    meetings: {
      title: '会場（かいじょう）の 集（あつ）まり',
      about: '日（ひ）と 時間（じかん）、場所（ばしょ）、話（はな）し合（あ）う こと。',
    },
    events: {
      title: '集（あつ）まり（国（くに）の 列（れつ））',
      about: '国（くに）が すすめる「イベント一覧（いちらん）」と 同（おな）じ 列（れつ）です。',
    },
  },
  en: {
    meetings: { title: 'Meetings', about: 'When, where, how accessible, and about what.' },
    events: {
      title: 'Meetings in the national columns',
      about: 'The same meetings in the columns of the recommended list of events.',
    },
  },
});
