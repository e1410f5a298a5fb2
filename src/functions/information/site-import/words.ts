/** F1.3 Words of bringing an earlier homepage in. */
import { wordSet } from '#kernel/words.ts';
import { easy } from './words.easy.ts';
import { en } from './words.en.ts';
import { ja } from './words.ja.ts';

export const importWords = wordSet({ ja, easy, en });
