/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    entries: {
      title: '活動・募集・ノウハウ',
      about: '団体や市民が掲示した活動の紹介、募集、ノウハウ、貸せる場所、できること、資料。終わったものも含みます。',
    },
    'places-in-national-columns': {
      title: '貸せる場所（推奨データセットの列）',
      about: 'いま借りられる場所を、推奨データセット「公共施設一覧」の列にそろえたもの。',
    },
  },
  easy: {
    entries: {
      title: '活動（かつどう）・人（ひと）を さがす・やりかた',
      about: '団体（だんたい）や 町（まち）の 人（ひと）が のせた もの。終（お）わった ものも あります。',
    },
    'places-in-national-columns': {
      title: '借（か）りられる 場所（ばしょ）（国（くに）の 列（れつ））',
      about: 'いま 借（か）りられる 場所（ばしょ）を、国（くに）の「公共施設一覧」の 列（れつ）に しました。',
    },
  },
  en: {
    entries: {
      title: 'Activities, calls, know-how',
      about:
        'What groups and citizens posted: activities, calls for people, know-how, places and skills on offer, documents. Also what is over.',
    },
    'places-in-national-columns': {
      title: 'Places to borrow (columns of the national list)',
      about:
        'Places that are to be had now, in the columns of the recommended national data set “list of public facilities”.',
    },
  },
});
