/** F9.4, X3: words of the notice that a date was moved. */
import { wordSet } from '#kernel/words.ts';

export const noticeWords = wordSet({
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
