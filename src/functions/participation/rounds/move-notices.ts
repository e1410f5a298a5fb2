/** F9.4, X3: what people are told when a date of a round they take part in was moved. */
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { NoticeFacts, NoticeWords } from '#kernel/module.ts';
import { wordSet } from '#kernel/words.ts';
import { roundName } from './names.ts';
import { words } from './words.ts';

const noticeWords = wordSet({
  ja: {
    subject: (round: string, what: string, to: string) => `日程が動きました：${round} ${what}（${to}）`,
    text: (what: string, from: string, to: string, reason: string) =>
      `${what}が、${from}から${to}に動きました。理由：${reason}`,
  },
  easy: {
    subject: (round, what, to) => `日（ひ）が かわりました：${round} ${what}（${to}）`,
    text: (what, from, to, reason) => `${what}が ${from}から ${to}に かわりました。理由（りゆう）：${reason}`,
  },
  en: {
    subject: (round, what, to) => `A date was moved: ${round}, ${what} (${to})`,
    text: (what, from, to, reason) => `${what}: moved from ${from} to ${to}. Reason: ${reason}`,
  },
});

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
