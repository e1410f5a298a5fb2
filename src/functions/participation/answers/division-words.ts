import { wordSet } from '#kernel/words.ts';
import { easy } from './division-words.easy.ts';
import { en } from './division-words.en.ts';
import { ja } from './division-words.ja.ts';

/** Words of the page of a division's figures. */
export const divisionWords = wordSet({ ja, easy, en });
