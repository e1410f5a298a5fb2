import { wordSet } from '#kernel/words.ts';
import { easy } from './merge-words.easy.ts';
import { en } from './merge-words.en.ts';
import { ja } from './merge-words.ja.ts';

export const mergeWords = wordSet({ ja, easy, en });
