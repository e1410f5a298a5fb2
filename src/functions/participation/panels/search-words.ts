/** F9.9, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { panel: 'くじで選ぶ市民会議' },
  easy: { panel: 'くじで 選（えら）ぶ 市民会議（しみんかいぎ）' },
  en: { panel: 'Panel drawn by lot' },
});
