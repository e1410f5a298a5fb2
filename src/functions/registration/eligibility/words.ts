/** F7.6 Words of requirements and of what groups fulfil. */
import { wordSet } from '#kernel/words.ts';
import { easy } from './words.easy.ts';
import { en } from './words.en.ts';
import { ja } from './words.ja.ts';

export const eligibilityWords = wordSet({ ja, easy, en });
