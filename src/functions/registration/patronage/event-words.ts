/** F7.7, X3: granted 後援 in the feed, and what both sides are told. */
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { NoticeFacts } from '#kernel/module.ts';
import { wordSet } from '#kernel/words.ts';

const title = (f: NoticeFacts) => String(f.title ?? '');
const day = (f: NoticeFacts, lang: Lang) => (f.day ? formatDate(String(f.day), lang) : '');

export const eventWords = wordSet({
  ja: {
    verbs: { 'patronage.granted': '後援名義の使用を認めました' },
    notices: {
      'patronage.asked': (f: NoticeFacts) => ({
        subject: `後援・推薦の申請：${title(f)}`,
        text: `「${f.group ?? ''}」から申請が届きました。期限までに、認めるかどうかを決めてください。`,
      }),
      'patronage.answered': (f: NoticeFacts) => ({
        subject: `たずねたことに返事がありました：${title(f)}`,
        text: `「${f.group ?? ''}」から返事が届きました。止まっていた期限が、また進みます。`,
      }),
      'patronage.asked-back': (f: NoticeFacts) => ({
        subject: `申請についておたずねがあります：${title(f)}`,
        text: `${f.office ?? ''}から、確かめたいことがあります。返事をするまで、期限は止まっています。`,
      }),
      'patronage.granted': (f: NoticeFacts) => ({
        subject: `認められました：${title(f)}`,
        text: `${f.office ?? ''}が申請を認めました。番号のついた文書を、ページから受け取れます。`,
      }),
      'patronage.due': (f: NoticeFacts) => ({
        subject: `もうすぐ期限の申請があります：${title(f)}`,
        text: `${f.office ?? ''}に届いた後援・推薦の申請のうち、${f.count ?? 1}件の期限がもうすぐです。一番早い期限は${day(f, 'ja')}です。`,
      }),
      'patronage.overdue': (f: NoticeFacts) => ({
        subject: `期限を過ぎた申請があります：${title(f)}`,
        text: `${f.office ?? ''}に届いた後援・推薦の申請のうち、${f.count ?? 1}件が期限を過ぎています。一番古い期限は${day(f, 'ja')}です。`,
      }),
      'patronage.refused': (f: NoticeFacts) => ({
        subject: `認められませんでした：${title(f)}`,
        text: `${f.office ?? ''}は申請を認めませんでした。理由をページで読めます。`,
      }),
    },
  },
  easy: {
    verbs: { 'patronage.granted': '後援（こうえん）の 名前（なまえ）を つかって いいと 言（い）いました' },
    notices: {
      'patronage.asked': (f: NoticeFacts) => ({
        subject: `後援（こうえん）・推薦（すいせん）の お願（ねが）い：${title(f)}`,
        text: `「${f.group ?? ''}」から お願（ねが）いが 来（き）ました。`,
      }),
      'patronage.answered': (f: NoticeFacts) => ({
        subject: `返事（へんじ）が 来（き）ました：${title(f)}`,
        text: `「${f.group ?? ''}」から 返事（へんじ）が 来（き）ました。`,
      }),
      'patronage.asked-back': (f: NoticeFacts) => ({
        subject: `聞（き）きたい ことが あります：${title(f)}`,
        text: `${f.office ?? ''}から 質問（しつもん）が 来（き）ました。返事（へんじ）を して ください。`,
      }),
      'patronage.granted': (f: NoticeFacts) => ({
        subject: `いいと 言（い）われました：${title(f)}`,
        text: `${f.office ?? ''}が いいと 言（い）いました。紙（かみ）を ページから とれます。`,
      }),
      'patronage.due': (f: NoticeFacts) => ({
        subject: `もうすぐ 返事（へんじ）を する 日（ひ）です：${title(f)}`,
        text: `${f.count ?? 1}件（けん）の お願（ねが）いに、もうすぐ 返事（へんじ）を しなければ なりません。一番（いちばん）早（はや）い 日（ひ）は ${day(f, 'easy')}です。`,
      }),
      'patronage.overdue': (f: NoticeFacts) => ({
        subject: `返事（へんじ）が おくれて います：${title(f)}`,
        text: `${f.count ?? 1}件（けん）の お願（ねが）いの 返事（へんじ）が おくれて います。一番（いちばん）古（ふる）い 日（ひ）は ${day(f, 'easy')}です。`,
      }),
      'patronage.refused': (f: NoticeFacts) => ({
        subject: `だめでした：${title(f)}`,
        text: `${f.office ?? ''}は だめと 言（い）いました。わけを ページで 読（よ）めます。`,
      }),
    },
  },
  en: {
    verbs: { 'patronage.granted': 'granted the name of its patronage' },
    notices: {
      'patronage.asked': (f: NoticeFacts) => ({
        subject: `A request for patronage or a recommendation: ${title(f)}`,
        text: `“${f.group ?? ''}” asks for it. Please decide before the time is over.`,
      }),
      'patronage.answered': (f: NoticeFacts) => ({
        subject: `An answer to your question: ${title(f)}`,
        text: `“${f.group ?? ''}” has answered. The time, which stood still, runs on.`,
      }),
      'patronage.asked-back': (f: NoticeFacts) => ({
        subject: `A question about your request: ${title(f)}`,
        text: `${f.office ?? ''} wants to know something. Until you answer, the time stands still.`,
      }),
      'patronage.granted': (f: NoticeFacts) => ({
        subject: `Granted: ${title(f)}`,
        text: `${f.office ?? ''} granted your request. The letter with its number is on the page.`,
      }),
      'patronage.due': (f: NoticeFacts) => ({
        subject: `Due soon: ${title(f)}`,
        text: `${f.office ?? ''}: requests for patronage or a recommendation that are due soon: ${f.count ?? 1}. The first is due on ${day(f, 'en')}.`,
      }),
      'patronage.overdue': (f: NoticeFacts) => ({
        subject: `Overdue: ${title(f)}`,
        text: `${f.office ?? ''}: requests for patronage or a recommendation that are overdue: ${f.count ?? 1}. The oldest was due on ${day(f, 'en')}.`,
      }),
      'patronage.refused': (f: NoticeFacts) => ({
        subject: `Not granted: ${title(f)}`,
        text: `${f.office ?? ''} did not grant your request. The page has the reason.`,
      }),
    },
  },
});
