/** F1.3, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { site: '団体のホームページ', page: 'ホームページのページ・お知らせ' },
  easy: { site: '団体（だんたい）の ホームページ', page: 'ホームページの ページ・お知（し）らせ' },
  en: { site: 'Homepage of a group', page: 'Page or news of a homepage' },
});
