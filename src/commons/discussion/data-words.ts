/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    debates: {
      title: '公開の場',
      about: '提案ごとの公開の場と、ほかで行われてここへ移された話し合い。意見・参加した人・賛否の数。',
    },
    opinions: {
      title: '意見・質問・返信',
      about: 'すべての公開の場で言われたこと。賛成・反対の数をふくみ、だれがどうえらんだかはふくみません。',
    },
  },
  easy: {
    debates: {
      title: '公開（こうかい）の 場（ば）',
      about:
        '提案（ていあん）ごとの 話（はな）し合（あ）いと、べつの ところから うつした 話（はな）し合（あ）い。意見（いけん）と 人（ひと）の 数（かず）。',
    },
    opinions: {
      title: '意見（いけん）・質問（しつもん）・返信（へんしん）',
      about:
        '公開（こうかい）の 場（ば）で 言（い）われた こと ぜんぶ。賛成（さんせい）・反対（はんたい）の 数（かず）も あります。だれが えらんだかは ありません。',
    },
  },
  en: {
    debates: {
      title: 'Debates',
      about:
        'The debate on each proposal, and discussions brought here from elsewhere, with numbers of opinions, people and votes.',
    },
    opinions: {
      title: 'Opinions, questions and replies',
      about: 'Everything said in the open debates, with the number of votes; never who voted how.',
    },
  },
});
