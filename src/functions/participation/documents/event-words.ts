/** F9.6, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    verbs: {
      'documents.published': '提案書と意見書を公表しました',
      'documents.submitted': '提案書と意見書を市に提出しました',
      'documents.corrected': '公表した文書の正誤を記録しました',
      'documents.received': '提案書と意見書を受け取りました',
    },
  },
  easy: {
    verbs: {
      'documents.published': '提案書（ていあんしょ）と 意見書（いけんしょ）を 公開（こうかい）しました',
      'documents.submitted': '市（し）に 出（だ）しました',
      'documents.corrected': '文書（ぶんしょ）の まちがいを 知（し）らせました',
      'documents.received': '提案書（ていあんしょ）と 意見書（いけんしょ）を 受（う）け取（と）りました',
    },
  },
  en: {
    verbs: {
      'documents.published': 'published the proposals and the statement',
      'documents.submitted': 'submitted them to the city',
      'documents.corrected': 'recorded an erratum to the published document',
      'documents.received': 'received the proposals and the statement',
    },
  },
});
