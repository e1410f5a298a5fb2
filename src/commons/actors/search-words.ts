/** P1, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { actor: '参加している団体・事業者・市の部署' },
  easy: { actor: '参加（さんか）している 団体（だんたい）や 会社（かいしゃ）' },
  en: { actor: 'Organisation taking part' },
});
