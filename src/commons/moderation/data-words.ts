/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    'moderation-decisions': {
      title: '見守りの決定',
      about: 'かくす・のこすの決定と、その理由、不服への結果。書いた人も、知らせた人も出ません。',
    },
    'moderation-figures': { title: '見守りの数字', about: '月ごと・理由ごとの決定の数と、決めるまでにかかった時間。' },
  },
  easy: {
    'moderation-decisions': {
      title: '見守（みまも）りの 決定（けってい）',
      about: 'かくす・のこすを 決（き）めた 記録（きろく）と 理由（りゆう）。だれの 文（ぶん）かは 出（で）ません。',
    },
    'moderation-figures': {
      title: '見守（みまも）りの 数字（すうじ）',
      about: '月（つき）ごとに、決（き）めた 数（かず）と かかった 時間（じかん）。',
    },
  },
  en: {
    'moderation-decisions': {
      title: 'Moderation decisions',
      about: 'What was hidden or left, why, and how appeals ended. Neither authors nor reporters are named.',
    },
    'moderation-figures': {
      title: 'Moderation figures',
      about: 'Decisions by month and ground, and how long they took.',
    },
  },
});
