import { wordSet } from '#kernel/words.ts';
import { easy } from './desk-words.easy.ts';
import { en } from './desk-words.en.ts';
import { ja } from './desk-words.ja.ts';

export const deskWords = wordSet({ ja, easy, en });
