/** F7.7 Words of patronage and recommendations. */
import { wordSet } from '#kernel/words.ts';
import { easy } from './words.easy.ts';
import { en } from './words.en.ts';
import { ja } from './words.ja.ts';

export const patronageWords = wordSet({ ja, easy, en });
