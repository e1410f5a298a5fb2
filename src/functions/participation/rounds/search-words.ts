/** F9.4, X7: how such things are called among what was found. */
import { wordSet } from '#kernel/words.ts';

export const searchWords = wordSet({
  ja: { round: '提案の回' },
  easy: { round: '提案（ていあん）の 回（かい）' },
  en: { round: 'Round' },
});

/** SQL of a round as people ask for it, in every language. */
export const ASKED_AS = `r.fiscal_year || '年度 第' || r.number || '回'`;
export const ASKED_ALSO = `'令和' || (r.fiscal_year - 2018) || '年度 R' || (r.fiscal_year - 2018) || '-' || r.number || ' FY' || r.fiscal_year`;
