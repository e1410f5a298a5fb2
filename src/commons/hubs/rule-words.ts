import { wordSet } from '#kernel/words.ts';
import { easy } from './rule-words.easy.ts';
import { en } from './rule-words.en.ts';
import { ja } from './rule-words.ja.ts';

export const ruleWords = wordSet({ ja, easy, en });
