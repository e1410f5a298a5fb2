/** F9.6 Small parts of a print that the document's and the statement's share. Pure. */
import type { Block } from '#channels/pdf/print.ts';
import { kindWord } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Named } from './document.ts';
import { printWords } from './print-words.ts';

export const label = (text: string) => ({ label: text });

export const heading = (level: 1 | 2 | 3 | 4, text: string | { label: string }): Block => ({
  kind: 'heading',
  level,
  text,
});

/** The name as it was chosen, with what kind of actor bears it. */
export function nameOf(by: Named, lang: Lang): string {
  return printWords(lang).byName(by.name, kindWord(lang, by.kind));
}

/** Empty lines part paragraphs. */
export function paragraphs(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'text', text: part }));
}
