import type { SameWords } from '#kernel/words.ts';
import type { ja } from './division-words.ja.ts';

export const easy: SameWords<typeof ja> = {
  title: (name) => `${name}の 回答（かいとう）`,
  lead: '期限（きげん）までに 答（こた）えたか、やると 決（き）めた ことが どう なったか。回（かい）と 年（ねん）ごとに 数（かぞ）えて います。',
  all: 'いままでの ぜんぶ',
  byRound: '回（かい）ごと',
  byYear: '年（ねん）ごと',
  round: '回（かい）',
  year: '年（ねん）',
  picture: '絵（え）で 見（み）る',
  note: '期限（きげん）を すぎた ものは、答（こた）えるまで「おくれて いる」に 数（かぞ）えます。だれでも 計算（けいさん）して たしかめられます。',
  none: 'この 課（か）の ものは まだ ありません。',
  answers: 'この 課（か）の 回答（かいとう）',
  waiting: '回答（かいとう）を 待（ま）って いる もの',
  followUps: '質問（しつもん）と 返事（へんじ）',
  profile: '回答（かいとう）の ようす',
  profileLine: (onTime, answered, overdue) =>
    `答（こた）えた ${answered}の うち 期限（きげん）まで ${onTime}、おくれて いる ${overdue}`,
  see: 'もっと 見（み）る',
  columns: [
    '課（か）',
    '回（かい）の ID',
    '回（かい）',
    '年（ねん）',
    'ぜんぶ',
    '期限（きげん）までに 答（こた）えた',
    'おくれて 答（こた）えた',
    '考（かんが）えて いる',
    'まだ',
    'おくれて いる',
    'やる',
    '予算（よさん）・おわった',
  ],
};
