import { formatFiscalYear } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Stage } from './stages.ts';
import { words } from './words.ts';

/** 「令和8年度 第3回」 */
export function roundName(round: { fiscal_year: number; number: number }, lang: Lang): string {
  return words(lang).name(formatFiscalYear(round.fiscal_year, lang), round.number);
}

export function stageName(stage: Stage, lang: Lang): string {
  return words(lang).stages[stage];
}
