/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    debates: { title: 'ほかで行われた話し合い', about: 'べつの場で行われ、ここへ移された話し合いの一覧。' },
    opinions: {
      title: '意見・質問・返信',
      about: 'すべての公開の場で言われたこと。賛成・反対の数をふくみ、だれがどうえらんだかはふくみません。',
    },
  },
  easy: {
    debates: {
      title: 'ほかの 話（はな）し合（あ）い',
      about: 'べつの ところで した 話（はな）し合（あ）いの 一覧（いちらん）。',
    },
    opinions: {
      title: '意見（いけん）・質問（しつもん）・返信（へんしん）',
      about:
        '公開（こうかい）の 場（ば）で 言（い）われた こと ぜんぶ。賛成（さんせい）・反対（はんたい）の 数（かず）も あります。だれが えらんだかは ありません。',
    },
  },
  en: {
    debates: {
      title: 'Discussions from elsewhere',
      about: 'Discussions that were held in another place and brought here.',
    },
    opinions: {
      title: 'Opinions, questions and replies',
      about: 'Everything said in the open debates, with the number of votes; never who voted how.',
    },
  },
});
