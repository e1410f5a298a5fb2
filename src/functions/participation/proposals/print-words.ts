/** F9.1 What the one page to hand around says. */
import { wordSet } from '#kernel/words.ts';

export const printWords = wordSet({
  ja: {
    link: '配る1枚（PDF）',
    by: '提案した人',
    until: '意見を言えるのは',
    untilDay: (day: string) => `${day}まで`,
    over: (day: string) => `${day}に終わりました`,
    more: 'つづきはウェブのページにあります。',
    notes: 'メモ',
    notesHint: '気づいたこと、話し合ったこと',
    code: '全文を読む、賛成・反対をえらぶ、意見を言う',
    withdrawn: '取り下げられた提案です',
  },
  easy: {
    link: '1まいの 紙（かみ）（PDF）',
    by: '提案（ていあん）した 人（ひと）',
    until: '意見（いけん）は',
    untilDay: (day) => `${day}まで`,
    over: (day) => `${day}に 終（お）わりました`,
    more: 'つづきは ウェブで 読（よ）めます。',
    notes: 'メモ',
    notesHint: '気（き）づいた ことを 書（か）けます',
    code: '全部（ぜんぶ）読（よ）む、賛成（さんせい）・反対（はんたい）を えらぶ、意見（いけん）を 言（い）う',
    withdrawn: '取（と）り下（さ）げた 提案（ていあん）です',
  },
  en: {
    link: 'One page to hand around (PDF)',
    by: 'Proposed by',
    until: 'Opinions',
    untilDay: (day) => `until ${day}`,
    over: (day) => `closed on ${day}`,
    more: 'The rest can be read on the web.',
    notes: 'Notes',
    notesHint: 'what comes to mind, what was said',
    code: 'Read it all, choose, say what you think',
    withdrawn: 'This proposal was withdrawn',
  },
});
