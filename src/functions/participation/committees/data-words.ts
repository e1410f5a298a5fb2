/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    committees: { title: '市の委員会', about: '審議会や委員会の根拠、担当課、構成。' },
    sittings: { title: '委員会の会議', about: '日時、場所、傍聴、会議録の期日。' },
  },
  easy: {
    committees: {
      title: '市（し）の 委員会（いいんかい）',
      about: '委員会（いいんかい）の きまり、担当（たんとう）の 課（か）、人（ひと）の 数（かず）。',
    },
    sittings: {
      title: '委員会（いいんかい）の 会議（かいぎ）',
      about:
        '日（ひ）と 時間（じかん）、場所（ばしょ）、見（み）に 行（い）けるか、記録（きろく）が 出（で）る 日（ひ）。',
    },
  },
  en: {
    committees: { title: 'Committees', about: 'On what each committee rests, its division and its make-up.' },
    sittings: {
      title: 'Sittings of committees',
      about: 'When, where, places for observers, and when minutes are due.',
    },
  },
});
