/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    panels: { title: 'くじで選ぶ会議', about: 'くじの手順、名簿の数と指紋、結果を確かめるための数字。' },
  },
  easy: {
    panels: {
      title: 'くじで えらぶ 会議（かいぎ）',
      about: 'くじの やり方（かた）と、たしかめる ための 数字（すうじ）。',
    },
  },
  en: {
    panels: {
      title: 'Panels drawn by lot',
      about: 'Places, number and fingerprint of the list, and the chance that anybody can check.',
    },
  },
});
