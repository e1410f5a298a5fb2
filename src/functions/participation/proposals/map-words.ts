import { wordSet } from '#kernel/words.ts';
import { easy } from './map-words.easy.ts';
import { en } from './map-words.en.ts';
import { ja } from './map-words.ja.ts';

export const mapWords = wordSet({ ja, easy, en });
