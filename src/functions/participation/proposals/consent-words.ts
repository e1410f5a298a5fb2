import { wordSet } from '#kernel/words.ts';
import { easy } from './consent-words.easy.ts';
import { en } from './consent-words.en.ts';
import { ja } from './consent-words.ja.ts';

export const consentWords = wordSet({ ja, easy, en });
