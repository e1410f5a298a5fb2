import { wordSet } from '#kernel/words.ts';
import { easy } from './asking-words.easy.ts';
import { en } from './asking-words.en.ts';
import { ja } from './asking-words.ja.ts';

/** Words of follow-up questions, explanation meetings, and of what divisions and askers are told. */
export const askingWords = wordSet({ ja, easy, en });
