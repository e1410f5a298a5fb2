/** F9.2, X3: what happened, in words: after the name of whoever did it, in the feed and in notices. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    topics: { debate: 'ほかの意見交換', opinion: '意見への返信など' },
    opinionIn: (number: string, title: string) => `意見${number}「${title}」`,
    verbs: {
      'opinions.said': '意見を言いました',
      'opinions.asked': '質問しました',
      'opinions.explained': '事実を説明しました',
      'opinions.replied': '返信しました',
      'opinions.answered': '質問に答えました',
      'opinions.revised': '意見を書き直しました',
      'opinions.amended': '意見に書き足しました',
      'opinions.withdrawn': '意見を取り下げました',
      'positions.taken': '立場を表明しました',
      'positions.changed': '立場を変えました',
      'positions.withdrawn': '立場の表明を取り下げました',
    },
  },
  easy: {
    topics: { debate: 'ほかの 話（はな）し合（あ）い', opinion: '意見（いけん）への 返信（へんしん）など' },
    opinionIn: (number: string, title: string) => `意見（いけん）${number}「${title}」`,
    verbs: {
      'opinions.said': '意見（いけん）を 言（い）いました',
      'opinions.asked': '質問（しつもん）しました',
      'opinions.explained': '説明（せつめい）しました',
      'opinions.replied': '返信（へんしん）しました',
      'opinions.answered': '質問（しつもん）に 答（こた）えました',
      'opinions.revised': '意見（いけん）を 書（か）き直（なお）しました',
      'opinions.amended': '意見（いけん）に 書（か）き足（た）しました',
      'opinions.withdrawn': '意見（いけん）を 取（と）り下（さ）げました',
      'positions.taken': '立場（たちば）を 言（い）いました',
      'positions.changed': '立場（たちば）を かえました',
      'positions.withdrawn': '立場（たちば）を 取（と）り下（さ）げました',
    },
  },
  en: {
    topics: { debate: 'Other debates', opinion: 'Replies to opinions' },
    opinionIn: (number: string, title: string) => `Opinion ${number} on “${title}”`,
    verbs: {
      'opinions.said': 'gave an opinion',
      'opinions.asked': 'asked a question',
      'opinions.explained': 'explained facts',
      'opinions.replied': 'replied',
      'opinions.answered': 'answered a question',
      'opinions.revised': 'rewrote an opinion',
      'opinions.amended': 'added to an opinion',
      'opinions.withdrawn': 'withdrew an opinion',
      'positions.taken': 'stated a position',
      'positions.changed': 'changed a position',
      'positions.withdrawn': 'withdrew a position',
    },
  },
});
