/** F9.1, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    topic: '市民提案',
    verbs: {
      'proposals.published': '提案を公開しました',
      'proposals.revised': '提案の新しい版を出しました',
      'proposals.withdrawn': '提案を取り下げました',
    },
  },
  easy: {
    topic: '提案（ていあん）',
    verbs: {
      'proposals.published': '提案（ていあん）を 公開（こうかい）しました',
      'proposals.revised': '提案（ていあん）を 書（か）き直（なお）しました',
      'proposals.withdrawn': '提案（ていあん）を 取（と）り下（さ）げました',
    },
  },
  en: {
    topic: 'Proposals',
    verbs: {
      'proposals.published': 'published a proposal',
      'proposals.revised': 'published a new version of a proposal',
      'proposals.withdrawn': 'withdrew a proposal',
    },
  },
});
