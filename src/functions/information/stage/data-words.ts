/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    showcases: { title: '発表の場', about: '活動を発表する会と展示。募集、決めかた、日時と場所。' },
    programmes: {
      title: '発表の場のプログラム',
      about: '発表の場の枠ごとに、いつ、どの団体が何を発表するか。決まっていない枠は、団体と発表が空です。',
      columns: [
        'id',
        '発表の場のid',
        '発表の場',
        '枠',
        '場所',
        '始まり',
        '終わり',
        '団体のid',
        '団体',
        '発表',
        '紹介',
        '録画',
        '中止',
        'URL',
      ],
    },
    voices: {
      title: '会場の声',
      about: '発表の場で会場から送られた質問と応援のことば。名前は、よび名だけ。',
      columns: ['id', '発表の場のid', '発表の場', '枠のid', '種類', 'よび名', '言葉', '答え', '送った時', '答えた時'],
    },
  },
  easy: {
    showcases: {
      title: '発表（はっぴょう）の 場（ば）',
      about: '活動（かつどう）を 見（み）せる 会（かい）の 一覧（いちらん）です。',
    },
    programmes: {
      title: '発表（はっぴょう）の プログラム',
      about: 'どの 団体（だんたい）が いつ 何（なに）を 見（み）せるかの 一覧（いちらん）です。',
      columns: [
        'id',
        '発表の場のid',
        '発表の場',
        '枠',
        '場所',
        '始まり',
        '終わり',
        '団体のid',
        '団体',
        '発表',
        '紹介',
        '録画',
        '中止',
        'URL',
      ],
    },
    voices: {
      title: '会場（かいじょう）の 声（こえ）',
      about: '会場（かいじょう）の 質問（しつもん）と 応援（おうえん）の ことばです。',
      columns: ['id', '発表の場のid', '発表の場', '枠のid', '種類', 'よび名', '言葉', '答え', '送った時', '答えた時'],
    },
  },
  en: {
    showcases: { title: 'Showcases', about: 'Presentations and exhibitions of groups: call, rule, time and place.' },
    programmes: {
      title: 'Programmes of showcases',
      about:
        'Each slot of a showcase: when, and which group presents what. Slots nobody holds have no group and title.',
      columns: [
        'id',
        'showcase_id',
        'showcase',
        'slot',
        'place',
        'begin',
        'end',
        'group_id',
        'group',
        'title',
        'about',
        'recording',
        'cancelled',
        'url',
      ],
    },
    voices: {
      title: 'Voices from the hall',
      about: 'Questions and kind words sent during showcases, under nicknames.',
      columns: [
        'id',
        'showcase_id',
        'showcase',
        'slot_id',
        'kind',
        'nickname',
        'body',
        'answer',
        'said_at',
        'answered_at',
      ],
    },
  },
});
