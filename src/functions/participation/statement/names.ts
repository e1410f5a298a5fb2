import type { Lang } from '#kernel/lang.ts';
import type { Section } from './statement.ts';
import { words } from './words.ts';

/** 「一致した点」 */
export function sectionName(section: Section, lang: Lang): string {
  return words(lang).sections[section];
}
