/** F9.4, X3: what people are told when a date of a round they take part in was moved. */
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { NoticeFacts, NoticeWords } from '#kernel/module.ts';
import { roundName } from './names.ts';
import { noticeWords } from './notice-words.ts';
import { words } from './words.ts';

export function moveNotices(lang: Lang): Readonly<Record<string, NoticeWords>> {
  return {
    'rounds.date-moved': (facts: NoticeFacts) => {
      const w = noticeWords(lang);
      const what = words(lang).moves.boundaries[String(facts.boundary)] ?? '';
      const [from, to] = [String(facts.from), String(facts.to)].map((day) => formatDate(day, lang, 'short'));
      const round = roundName({ fiscal_year: Number(facts.fiscalYear), number: Number(facts.number) }, lang);
      return { subject: w.subject(round, what, to!), text: w.text(what, from!, to!, String(facts.reason)) };
    },
  };
}
