/** F9.9, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    verbs: {
      'plans.posted': '準備している計画を公開しました',
      'plans.stage-begun': '計画のつぎの段階をはじめました',
      'plans.decided': '計画を決定しました',
      'plans.date-moved': '計画の日付を動かしました',
      'plans.revised': '計画の新しい版を出しました',
      'plans.ended': '計画を取りやめました',
      'plans.document-added': '計画の資料をのせました',
      'plans.document-removed': '計画の資料を外しました',
      'plans.answered': '計画への意見に回答しました',
      'plans.answer-revised': '計画への意見の回答を改めました',
      'plans.comments-published': '正式な意見（パブリックコメント）を公開しました',
      'plans.comment-added': '紙で届いた正式な意見を加えました',
      'plans.names-erased': '正式な意見の名前と住所を消しました',
    },
    notices: {
      'plans.comment-answered': {
        subject: (plan: string) => `「${plan}」への正式な意見に、回答がありました`,
        text: (division: string, plan: string) =>
          `${division}が、あなたの出した「${plan}」への正式な意見（パブリックコメント）に答えました。理由も読めます。`,
      },
    },
    topic: '計画づくり',
    begins: (stage: string, plan: string) => `${stage}：${plan}`,
    until: (stage: string, plan: string) => `意見のしめきり（${stage}）：${plan}`,
  },
  easy: {
    verbs: {
      'plans.posted': 'つくって いる 計画（けいかく）を 出（だ）しました',
      'plans.stage-begun': '計画（けいかく）の つぎの 段階（だんかい）を はじめました',
      'plans.decided': '計画（けいかく）を 決（き）めました',
      'plans.date-moved': '計画（けいかく）の 日（ひ）を 動（うご）かしました',
      'plans.revised': '計画（けいかく）の 文（ぶん）を なおしました',
      'plans.ended': '計画（けいかく）を やめました',
      'plans.document-added': '計画（けいかく）の 資料（しりょう）を のせました',
      'plans.document-removed': '計画（けいかく）の 資料（しりょう）を 外（はず）しました',
      'plans.answered': '計画（けいかく）への 意見（いけん）に 答（こた）えました',
      'plans.answer-revised': '計画（けいかく）への 意見（いけん）の 回答（かいとう）を なおしました',
      'plans.comments-published': '正式（せいしき）な 意見（いけん）を みんなに 見（み）せました',
      'plans.comment-added': '紙（かみ）で 来（き）た 意見（いけん）を 入（い）れました',
      'plans.names-erased':
        '正式（せいしき）な 意見（いけん）の 名前（なまえ）と 住所（じゅうしょ）を 消（け）しました',
    },
    notices: {
      'plans.comment-answered': {
        subject: (plan) => `「${plan}」の あなたの 意見（いけん）に 回答（かいとう）が ありました`,
        text: (division, plan) =>
          `${division}が、あなたの 出（だ）した「${plan}」の 正式（せいしき）な 意見（いけん）に 答（こた）えました。理由（りゆう）も 読（よ）めます。`,
      },
    },
    topic: '計画（けいかく）づくり',
    begins: (stage: string, plan: string) => `${stage}：${plan}`,
    until: (stage: string, plan: string) => `意見（いけん）の さいごの 日（ひ）（${stage}）：${plan}`,
  },
  en: {
    verbs: {
      'plans.posted': 'opened a plan in preparation',
      'plans.stage-begun': 'began the next stage of a plan',
      'plans.decided': 'decided a plan',
      'plans.date-moved': 'moved a date of a plan',
      'plans.revised': 'published a new version of a plan',
      'plans.ended': 'gave up a plan',
      'plans.document-added': 'added a document to a plan',
      'plans.document-removed': 'took out a document of a plan',
      'plans.answered': 'answered opinions on a plan',
      'plans.answer-revised': 'revised an answer to opinions on a plan',
      'plans.comments-published': 'published the formal comments on a plan',
      'plans.comment-added': 'added a formal comment that came on paper',
      'plans.names-erased': 'erased names and addresses of formal comments',
    },
    notices: {
      'plans.comment-answered': {
        subject: (plan) => `Your formal comment on “${plan}” is answered`,
        text: (division, plan) =>
          `${division} has answered the formal comment that you sent on “${plan}”. You can read the reason, too.`,
      },
    },
    topic: 'Plans in preparation',
    begins: (stage: string, plan: string) => `${stage}: ${plan}`,
    until: (stage: string, plan: string) => `Last day for opinions (${stage}): ${plan}`,
  },
});
