/** F7, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { group: '登録団体', question: '団体への質問' },
  easy: { group: '登録（とうろく）した 団体（だんたい）', question: '団体（だんたい）への 質問（しつもん）' },
  en: { group: 'Registered group', question: 'Question to a group' },
});
