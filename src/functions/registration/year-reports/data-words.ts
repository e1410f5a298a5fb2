/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

const columns = [
  'id',
  '団体のid',
  '団体',
  '年度',
  '活動',
  '参加した人の数',
  '前年度からの繰越',
  '収入の計',
  '支出の計',
  '次年度への繰越',
  '版',
  '公開した日',
  'URL',
];

export const dataWords = wordSet({
  ja: {
    title: '団体の年度の報告',
    about: '団体が公開した活動報告と会計報告。金額は円。公開していない報告はふくみません。',
    columns,
  },
  easy: {
    title: '団体（だんたい）の 1年（ねん）の まとめ',
    about: 'みんなに 見（み）せて いる まとめだけです。お金（かね）は 円（えん）です。',
    columns,
  },
  en: {
    title: 'Groups’ reports of a year',
    about: 'Reports of work and accounts that groups made public, in whole yen.',
    columns: [
      'id',
      'group_id',
      'group',
      'fiscal_year',
      'done',
      'people',
      'brought_over',
      'income',
      'expense',
      'carried_on',
      'version',
      'published_on',
      'url',
    ],
  },
});
