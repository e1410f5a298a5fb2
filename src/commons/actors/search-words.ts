/** P1, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { actor: '団体・事業者・市の部署' },
  easy: { actor: '団体（だんたい）・会社（かいしゃ）・市（し）の 部署（ぶしょ）' },
  en: { actor: 'Organisation' },
});
