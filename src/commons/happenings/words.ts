/** Words for events of all modules. */
import { wordSet } from '#kernel/words.ts';

export const words = wordSet({
  ja: { clock: 'ルールと暦', otherVerb: '記録しました', by: (who: string, what: string) => `${who}：${what}` },
  easy: {
    clock: 'ルールと カレンダー',
    otherVerb: '記録（きろく）しました',
    by: (who: string, what: string) => `${who}：${what}`,
  },
  en: {
    clock: 'Rules and calendar:',
    otherVerb: 'recorded something',
    by: (who: string, what: string) => `${who} ${what}`,
  },
});
