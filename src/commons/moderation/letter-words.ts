import { wordSet } from '#kernel/words.ts';
import { easy } from './letter-words.easy.ts';
import { en } from './letter-words.en.ts';
import { ja } from './letter-words.ja.ts';

export const letterWords = wordSet({ ja, easy, en });
