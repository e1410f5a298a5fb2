/** F9.5 "Always marked as such": how a point that the machine drafted came to be a person's, in one sentence. */
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { draftWords } from './draft-words.ts';

export interface ConfirmedDraft {
  how: 'as-it-stands' | 'edited';
  /** the name of whoever confirmed it or wrote it anew, as it was then */
  by: string;
  at: Date;
}

/** 「機械の下書きを、しおりさんが12月20日に確かめました」 */
export function draftTold({ how, by, at }: ConfirmedDraft, lang: Lang): string {
  const w = draftWords(lang);
  return (how === 'edited' ? w.edited : w.confirmed)(by, formatDate(tokyoDate(at), lang));
}
