/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

const columns = [
  'id',
  '催し',
  '団体のid',
  '団体',
  '認めたところのid',
  '認めたところ',
  '行う日',
  '終わる日',
  '場所',
  '年度',
  '番号',
  '認めた日',
  'URL',
];

export const dataWords = wordSet({
  ja: {
    title: '認められた後援名義',
    about: '市の課や事務局が後援を認めた催し。申請の内容と書類はふくみません。',
    columns,
  },
  easy: {
    title: '後援（こうえん）の 催（もよお）し',
    about: '後援（こうえん）の 名前（なまえ）を つかう 催（もよお）し。お願（ねが）いの なかみは ありません。',
    columns,
  },
  en: {
    title: 'Granted patronage',
    about:
      'Events to which divisions of the city or the secretariat lend their name. Neither contents nor papers of the requests.',
    columns: [
      'id',
      'event',
      'group_id',
      'group',
      'office_id',
      'office',
      'held_on',
      'held_until',
      'place',
      'fiscal_year',
      'number',
      'granted_on',
      'url',
    ],
  },
});
