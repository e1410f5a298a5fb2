/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    groups: {
      title: '登録した団体',
      about: '名前、目的、分野、地区、公開された連絡先、さがしているもの・出せるもの。',
    },
    'groups-in-portal-columns': {
      title: '登録した団体（NPO法人ポータルの列）',
      about: 'NPO法人ポータルサイトの行政入力情報と同じ60列。所轄庁が書く列は空です。',
    },
  },
  easy: {
    groups: {
      title: '登録（とうろく）した 団体（だんたい）',
      about: '名前（なまえ）、目的（もくてき）、分野（ぶんや）、地区（ちく）、連絡先（れんらくさき）。',
    },
    'groups-in-portal-columns': {
      title: '登録（とうろく）した 団体（だんたい）（国（くに）の 列（れつ））',
      about: '国（くに）の NPO法人（ほうじん）の サイトと 同（おな）じ 列（れつ）です。',
    },
  },
  en: {
    groups: {
      title: 'Registered groups',
      about: 'Names, purposes, fields, areas, public contacts, what they look for and offer.',
    },
    'groups-in-portal-columns': {
      title: 'Registered groups in the portal’s columns',
      about: 'The sixty columns of the national portal of NPO corporations; those its offices fill in stay empty.',
    },
  },
});
