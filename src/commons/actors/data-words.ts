/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    actors: { title: '参加している人・団体', about: '表示名、種類、紹介。人は、本人がえらんだ名前だけです。' },
  },
  easy: {
    actors: {
      title: '参加（さんか）している 人（ひと）・団体（だんたい）',
      about:
        '名前（なまえ）、種類（しゅるい）、紹介（しょうかい）。人（ひと）は、自分（じぶん）で えらんだ 名前（なまえ）だけです。',
    },
  },
  en: {
    actors: {
      title: 'People and organisations',
      about: 'Names, kinds and introductions. People appear by the name they chose, and no other.',
    },
  },
});
