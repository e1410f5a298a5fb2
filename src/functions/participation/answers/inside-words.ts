import { wordSet } from '#kernel/words.ts';
import { easy } from './inside-words.easy.ts';
import { en } from './inside-words.en.ts';
import { ja } from './inside-words.ja.ts';

/** Words of what is seen inside the city only, and of who leads. */
export const insideWords = wordSet({ ja, easy, en });
