/** F9.1, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    topic: '市民提案',
    verbs: {
      'proposals.published': '提案を公開しました',
      'proposals.revised': '提案の新しい版を出しました',
      'proposals.withdrawn': '提案を取り下げました',
      'proposals.co-proposer-consented': '提案の共同提案者になりました',
      'proposals.co-proposer-left': '提案の共同提案者から抜けました',
      'proposals.merge-suggested': '提案の統合を持ちかけました',
      'proposals.merge-consented': '提案の統合に同意しました',
      'proposals.merge-refused': '提案の統合に同意しませんでした',
      'proposals.merge-taken-back': '提案の統合の持ちかけを取り消しました',
      'proposals.merge-overtaken': '文章が変わったため、提案の統合の話が終わりました',
      'proposals.merge-timed-out': '締切が来たため、提案の統合の話が終わりました',
      'proposals.merged': '双方の同意により、提案を統合しました',
      'proposals.outline-drawn': 'まちの地図を新しくしました',
    },
  },
  easy: {
    topic: '提案（ていあん）',
    verbs: {
      'proposals.published': '提案（ていあん）を 公開（こうかい）しました',
      'proposals.revised': '提案（ていあん）を 書（か）き直（なお）しました',
      'proposals.withdrawn': '提案（ていあん）を 取（と）り下（さ）げました',
      'proposals.co-proposer-consented': '提案（ていあん）を いっしょに 出（だ）す 人（ひと）に なりました',
      'proposals.co-proposer-left': '提案（ていあん）を いっしょに 出（だ）すのを やめました',
      'proposals.merge-suggested': '提案（ていあん）を ひとつに しようと 言（い）いました',
      'proposals.merge-consented': '提案（ていあん）を ひとつに することに 「はい」と 言（い）いました',
      'proposals.merge-refused': '提案（ていあん）を ひとつに することに 「いいえ」と 言（い）いました',
      'proposals.merge-taken-back': '提案（ていあん）を ひとつに する 話（はなし）を やめました',
      'proposals.merge-overtaken': '文（ぶん）が かわったので、ひとつに する 話（はなし）が おわりました',
      'proposals.merge-timed-out': 'しめきりが 来（き）たので、ひとつに する 話（はなし）が おわりました',
      'proposals.merged': 'みんなが いいと 言（い）ったので、提案（ていあん）を ひとつに しました',
      'proposals.outline-drawn': 'まちの 地図（ちず）を 新（あたら）しく しました',
    },
  },
  en: {
    topic: 'Proposals',
    verbs: {
      'proposals.published': 'published a proposal',
      'proposals.revised': 'published a new version of a proposal',
      'proposals.withdrawn': 'withdrew a proposal',
      'proposals.co-proposer-consented': 'became a co-proposer',
      'proposals.co-proposer-left': 'left as a co-proposer',
      'proposals.merge-suggested': 'suggested to merge two proposals',
      'proposals.merge-consented': 'agreed to merge two proposals',
      'proposals.merge-refused': 'did not agree to merge two proposals',
      'proposals.merge-taken-back': 'took back a suggestion to merge two proposals',
      'proposals.merge-overtaken': 'a new text ended a suggestion to merge two proposals',
      'proposals.merge-timed-out': 'the cut-off ended a suggestion to merge two proposals',
      'proposals.merged': 'two proposals were merged with the consent of both sides',
      'proposals.outline-drawn': 'drew a new map of the town',
    },
  },
});
