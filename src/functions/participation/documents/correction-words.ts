import { wordSet } from '#kernel/words.ts';
import { easy } from './correction-words.easy.ts';
import { en } from './correction-words.en.ts';
import { ja } from './correction-words.ja.ts';

/** Words of errata and receipt. */
export const correctionWords = wordSet({ ja, easy, en });
