import { wordSet } from '#kernel/words.ts';
import { easy } from './attachment-words.easy.ts';
import { en } from './attachment-words.en.ts';
import { ja } from './attachment-words.ja.ts';

export const words = wordSet({ ja, easy, en });
