/** X9 How an opinion shows that it came on paper. */
import { wordSet } from '#kernel/words.ts';

export const paperWords = wordSet({
  ja: {
    mark: '紙で受けた意見',
    name: '名前なし',
    kindText: '紙で参加',
    link: '紙で意見を出す・ポスター',
  },
  easy: {
    mark: '紙（かみ）で もらった 意見（いけん）',
    name: '名前（なまえ）なし',
    kindText: '紙（かみ）で 参加（さんか）',
    link: '紙（かみ）で 意見（いけん）を 出（だ）す・ポスター',
  },
  en: {
    mark: 'received on paper',
    name: 'No name given',
    kindText: 'on paper',
    link: 'Take part on paper, posters',
  },
});
