import { wordSet } from '#kernel/words.ts';
import { easy } from './words.easy.ts';
import { en } from './words.en.ts';
import { ja } from './words.ja.ts';

export const words = wordSet({ ja, easy, en });
