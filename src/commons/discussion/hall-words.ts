/** F9.2 How an opinion shows that it was said in a hall. */
import { wordSet } from '#kernel/words.ts';

export const hallWords = wordSet({
  ja: {
    said: '会場での発言',
    participant: '参加者',
    noName: '会場',
    unconfirmed: '本人の確認を待っています',
    hands: (agree: string, disagree: string, pass: string) =>
      `会場での挙手：賛成 ${agree}・反対 ${disagree}・どちらでもない ${pass}（上の人数には入りません）`,
  },
  easy: {
    said: '会場（かいじょう）で 話（はな）した こと',
    participant: '参加（さんか）した 人（ひと）',
    noName: '会場（かいじょう）',
    unconfirmed: '本人（ほんにん）が まだ 確（たし）かめて いません',
    hands: (agree, disagree, pass) =>
      `会場（かいじょう）で 手（て）を あげた 人（ひと）：賛成（さんせい） ${agree}・反対（はんたい） ${disagree}・どちらでもない ${pass}（上（うえ）の 数（かず）には 入（はい）りません）`,
  },
  en: {
    said: 'said in the hall',
    participant: 'A participant',
    noName: 'in the hall',
    unconfirmed: 'not confirmed by them yet',
    hands: (agree, disagree, pass) =>
      `Hands raised in the hall: agree ${agree}, disagree ${disagree}, neither ${pass} (not part of the numbers above)`,
  },
});
