import type { SameWords } from '#kernel/words.ts';
import type { ja } from './words.ja.ts';

export const easy: SameWords<typeof ja> = {
  kinds: {
    adopted: 'やります（採択・さいたく）',
    partly: '一部（いちぶ）やります',
    alternative: 'ほかの やり方（かた）で やります',
    'under-study': 'まだ 考（かんが）えて います',
    'already-done': 'もう やって います',
    'not-ours': '市（し）では 決（き）められません',
    declined: 'やりません',
  },
};
