/** F9.5, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    verbs: {
      'statement.hand-raised': '編集委員に手をあげました',
      'statement.hand-lowered': '編集委員の手をおろしました',
      'statement.point-written': '意見書を書きました',
      'statement.drafted': '意見書の下書きを機械に求めました',
      'statement.point-confirmed': '機械の下書きを確かめました',
      'statement.point-removed': '意見書の項目を消しました',
      'statement.annexed': '意見を資料編にのせました',
      'statement.annex-removed': '意見を資料編から外しました',
      'statement.objected': '意見書に異議を出しました',
      'statement.objection-resolved': '異議にこたえました',
    },
  },
  easy: {
    verbs: {
      'statement.hand-raised': '意見書（いけんしょ）を 書（か）く 人（ひと）に 手（て）を あげました',
      'statement.hand-lowered': '手（て）を おろしました',
      'statement.point-written': '意見書（いけんしょ）を 書（か）きました',
      'statement.drafted': '意見書（いけんしょ）の 下書（したが）きを 機械（きかい）に たのみました',
      'statement.point-confirmed': '機械（きかい）の 下書（したが）きを たしかめました',
      'statement.point-removed': '意見書（いけんしょ）の 一（ひと）つを 消（け）しました',
      'statement.annexed': '意見（いけん）を 資料編（しりょうへん）に のせました',
      'statement.annex-removed': '意見（いけん）を 資料編（しりょうへん）から 外（はず）しました',
      'statement.objected': '意見書（いけんしょ）が ちがうと 言（い）いました',
      'statement.objection-resolved': 'ちがうと いう 声（こえ）に こたえました',
    },
  },
  en: {
    verbs: {
      'statement.hand-raised': 'raised a hand to edit the statement',
      'statement.hand-lowered': 'lowered a hand',
      'statement.point-written': 'wrote a point of the statement',
      'statement.drafted': 'had a first draft of the statement made',
      'statement.point-confirmed': 'confirmed a drafted point of the statement',
      'statement.point-removed': 'removed a point of the statement',
      'statement.annexed': 'put an opinion into the annex',
      'statement.annex-removed': 'took an opinion out of the annex',
      'statement.objected': 'objected to the statement',
      'statement.objection-resolved': 'answered an objection',
    },
  },
});
