/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    title: '団体の輪',
    about: '団体が集まってつくった輪の名前、目的、参加する団体の数。手紙とファイルはふくみません。',
    columns: ['id', '名前', '目的', 'つくった団体のid', 'つくった団体', '団体の数', 'できた日', 'とじた日', 'URL'],
  },
  easy: {
    title: '団体（だんたい）の 輪（わ）',
    about: '団体（だんたい）が 集（あつ）まって つくった 輪（わ）。手紙（てがみ）と ファイルは ありません。',
    columns: ['id', '名前', '目的', 'つくった団体のid', 'つくった団体', '団体の数', 'できた日', 'とじた日', 'URL'],
  },
  en: {
    title: 'Circles of groups',
    about: 'Circles that groups made: name, purpose and how many belong. Neither letters nor files.',
    columns: ['id', 'name', 'about', 'founder_id', 'founder', 'groups', 'founded_on', 'closed_on', 'url'],
  },
});
