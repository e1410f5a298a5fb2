import { wordSet } from '#kernel/words.ts';
import { easy } from './print-words.easy.ts';
import { en } from './print-words.en.ts';
import { ja } from './print-words.ja.ts';

export const printWords = wordSet({ ja, easy, en });
