/** F7.5, X3: lists brought in, in words. */
import { wordSet } from '#kernel/words.ts';

export const eventWords = wordSet({
  ja: {
    verbs: {
      'group-imports.brought-in': '登録団体の名簿を取り込みました',
      'group-imports.taken-back': '取り込んだ名簿を元にもどしました',
    },
  },
  easy: {
    verbs: {
      'group-imports.brought-in': '団体（だんたい）の 名簿（めいぼ）を 入（い）れました',
      'group-imports.taken-back': '入（い）れた 名簿（めいぼ）を もどしました',
    },
  },
  en: {
    verbs: {
      'group-imports.brought-in': 'brought in a list of groups',
      'group-imports.taken-back': 'took a list of groups back',
    },
  },
});
