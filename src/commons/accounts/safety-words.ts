import { wordSet } from '#kernel/words.ts';
import { easy } from './safety-words.easy.ts';
import { en } from './safety-words.en.ts';
import { ja } from './safety-words.ja.ts';

export const safetyWords = wordSet({ ja, easy, en });
