/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    title: '団体どうしのつながり',
    about: 'いっしょに活動していると、両方の団体が認めたもの。',
    columns: ['id', '団体のid', '団体', '相手のid', '相手', 'いっしょにしていること', '認めた日', 'URL'],
  },
  easy: {
    title: '団体（だんたい）どうしの つながり',
    about: 'いっしょに 活動（かつどう）して いると、二（ふた）つの 団体（だんたい）が 言（い）った もの。',
    columns: ['id', '団体のid', '団体', '相手のid', '相手', 'いっしょにしていること', '認めた日', 'URL'],
  },
  en: {
    title: 'Ties between groups',
    about: 'Groups that work together, as both of them confirmed.',
    columns: ['id', 'group_id', 'group', 'other_id', 'other', 'what', 'confirmed_on', 'url'],
  },
});
