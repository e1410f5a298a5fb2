import { wordSet } from '#kernel/words.ts';
import { easy } from './budget-words.easy.ts';
import { en } from './budget-words.en.ts';
import { ja } from './budget-words.ja.ts';

/** Words of the budget lines. */
export const budgetWords = wordSet({ ja, easy, en });
