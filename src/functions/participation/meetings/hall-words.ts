import { wordSet } from '#kernel/words.ts';
import { easy } from './hall-words.easy.ts';
import { en } from './hall-words.en.ts';
import { ja } from './hall-words.ja.ts';

export const hallWords = wordSet({ ja, easy, en });
