import { wordSet } from '#kernel/words.ts';
import { officeEasy } from './office-words.easy.ts';
import { officeEn } from './office-words.en.ts';
import { officeJa } from './office-words.ja.ts';
import { easy } from './words.easy.ts';
import { en } from './words.en.ts';
import { ja } from './words.ja.ts';

export const words = wordSet({
  ja: { ...ja, ...officeJa },
  easy: { ...easy, ...officeEasy },
  en: { ...en, ...officeEn },
});
