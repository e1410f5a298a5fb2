/** F7.7, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { report: '年度の報告' },
  easy: { report: '1年（ねん）の まとめ' },
  en: { report: 'Report of the year' },
});
