/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    answers: { title: '市の回答', about: '提案と意見書への市の回答、担当課、期日、理由。' },
    'answer-figures': { title: '課ごとの回答の数字', about: '課ごとに、期日までの回答、おくれ、採用の数。' },
    'overdue-answers': { title: '期日をすぎた回答', about: 'まだ回答のない提案や論点と、すぎた日数。' },
    'follow-ups': { title: '回答への質問', about: '市の回答についての質問と返事。' },
  },
  easy: {
    answers: {
      title: '市（し）の 回答（かいとう）',
      about:
        '提案（ていあん）と 意見書（いけんしょ）への 市（し）の 回答（かいとう）、担当（たんとう）の 課（か）、日（ひ）にち、理由（りゆう）。',
    },
    'answer-figures': {
      title: '課（か）ごとの 数字（すうじ）',
      about: '課（か）ごとに、まに合（あ）った 回答（かいとう）と おくれた 回答（かいとう）の 数（かず）。',
    },
    'overdue-answers': {
      title: 'おくれて いる 回答（かいとう）',
      about: 'まだ 回答（かいとう）が ない ものと、すぎた 日（ひ）の 数（かず）。',
    },
    'follow-ups': {
      title: '回答（かいとう）への 質問（しつもん）',
      about: '市（し）の 回答（かいとう）への 質問（しつもん）と 返事（へんじ）。',
    },
  },
  en: {
    answers: {
      title: 'The city’s answers',
      about: 'What the city answered to proposals and statements: division, dates, reasons.',
    },
    'answer-figures': { title: 'Answers by division', about: 'For each division: on time, late, overdue, adopted.' },
    'overdue-answers': {
      title: 'Overdue answers',
      about: 'What still waits for an answer after its date, and for how long.',
    },
    'follow-ups': {
      title: 'Questions about answers',
      about: 'What was asked about the city’s answers, and the replies.',
    },
  },
});
