import { wordSet } from '#kernel/words.ts';
import { easy } from './draft-words.easy.ts';
import { en } from './draft-words.en.ts';
import { ja } from './draft-words.ja.ts';

/** Words of drafted points, and of opinions of the same purport. */
export const draftWords = wordSet({ ja, easy, en });
