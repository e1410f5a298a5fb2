import { wordSet } from '#kernel/words.ts';
import { easy } from './function-words.easy.ts';
import { en } from './function-words.en.ts';
import { ja } from './function-words.ja.ts';

export const functionWords = wordSet({ ja, easy, en });
