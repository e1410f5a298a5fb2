/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

const columns = [
  'id',
  '名前',
  '説明',
  '求めること',
  '有効な月数',
  '求めるところのid',
  '求めるところ',
  '公表した日',
  '終わった日',
  'URL',
];

export const dataWords = wordSet({
  ja: {
    title: '施設や募集が団体に求める条件',
    about: '市の課や事務局が公表した条件。どの団体が満たしているかは、ふくみません。',
    columns,
  },
  easy: {
    title: '施設（しせつ）や 募集（ぼしゅう）の きまり',
    about: '市（し）の 課（か）などが 出（だ）した きまり。どの 団体（だんたい）の ことかは ありません。',
    columns,
  },
  en: {
    title: 'What places and calls require of groups',
    about: 'Requirements published by divisions and the secretariat. Which groups fulfil them is not in it.',
    columns: [
      'id',
      'name',
      'about',
      'required',
      'valid_months',
      'owner_id',
      'owner',
      'published_on',
      'closed_on',
      'url',
    ],
  },
});
