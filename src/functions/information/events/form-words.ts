/** F1.1 Words of the form in which an event is announced. */
import { wordSet } from '#kernel/words.ts';
import { easy } from './form-words.easy.ts';
import { en } from './form-words.en.ts';
import { ja } from './form-words.ja.ts';

export const formTexts = wordSet({ ja, easy, en });
