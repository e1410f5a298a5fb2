/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    title: '活動・募集・ノウハウ',
    about: '団体や市民が掲示した活動の紹介、募集、ノウハウ、貸せる場所、できること、資料。終わったものも含みます。',
  },
  easy: {
    title: '活動（かつどう）・人（ひと）を さがす・やりかた',
    about: '団体（だんたい）や 町（まち）の 人（ひと）が のせた もの。終（お）わった ものも あります。',
  },
  en: {
    title: 'Activities, calls, know-how',
    about:
      'What groups and citizens posted: activities, calls for people, know-how, places and skills on offer, documents. Also what is over.',
  },
});
