/** F9.6 What an opinion is called in the document: its number, and the merged proposal it was said about where numbers could be mistaken. */
import type { Lang } from '#kernel/lang.ts';
import type { DocumentOpinion } from './document.ts';
import { words } from './words.ts';

export function opinionMark({ number, saidIn }: DocumentOpinion, lang: Lang): string {
  const w = words(lang).statement;
  return saidIn ? `${w.number(number)}${w.saidIn(saidIn.title)}` : w.number(number);
}
