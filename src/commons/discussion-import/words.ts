import type { Lang } from '#kernel/lang.ts';
import { wordSet } from '#kernel/words.ts';
import type { Problem } from './problems.ts';
import { easy } from './words.easy.ts';
import { en } from './words.en.ts';
import { ja } from './words.ja.ts';

export const words = wordSet({ ja, easy, en });

/** What is wrong with a line, and what to do about it. */
export function problemSentence(problem: Pick<Problem, 'code' | 'facts'>, lang: Lang): string {
  const sentence = words(lang).problems[problem.code];
  return typeof sentence === 'string' ? sentence : sentence(problem.facts);
}
