/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    'town-events': {
      title: '市民活動の催し',
      about: '団体、市、事業者、市民がひらく催し。くりかえす催しは1日が1行。申し込んだ人の名前はふくみません。',
    },
    'town-events-in-national-columns': {
      title: '市民活動の催し（推奨データセットの列）',
      about: '市民活動の催しを、推奨データセット「イベント一覧」の列にそろえたもの。',
    },
  },
  easy: {
    'town-events': {
      title: '市民活動（しみんかつどう）の 催し（もよおし）',
      about:
        '団体（だんたい）や 市（し）、市民（しみん）の 催（もよお）し。1日（にち）が 1行（ぎょう）です。申（もう）し込（こ）んだ 人（ひと）の 名前（なまえ）は ありません。',
    },
    'town-events-in-national-columns': {
      title: '市民活動（しみんかつどう）の 催し（もよおし）（国（くに）の 列（れつ））',
      about: '同（おな）じ 催（もよお）しを、国（くに）の「イベント一覧」の 列（れつ）に しました。',
    },
  },
  en: {
    'town-events': {
      title: 'Events of civic life',
      about:
        'Events of groups, the city, businesses and citizens; one row for each day. No names of those who registered.',
    },
    'town-events-in-national-columns': {
      title: 'Events of civic life (columns of the national list)',
      about: 'The same events in the columns of the recommended national data set “list of events”.',
    },
  },
});
