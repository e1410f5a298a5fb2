/** F7.7 Words of the reports of a year. */
import { wordSet } from '#kernel/words.ts';
import { easy } from './words.easy.ts';
import { en } from './words.en.ts';
import { ja } from './words.ja.ts';

export const reportWords = wordSet({ ja, easy, en });
