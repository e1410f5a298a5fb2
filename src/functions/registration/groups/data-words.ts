/** F1.2 What is in the files of this module. */
import { wordSet } from '#kernel/words.ts';

export const dataWords = wordSet({
  ja: {
    groups: {
      title: '登録した団体',
      about: '名前、目的、分野、地区、公開された連絡先、さがしているもの・出せるもの。',
    },
  },
  easy: {
    groups: {
      title: '登録（とうろく）した 団体（だんたい）',
      about: '名前（なまえ）、目的（もくてき）、分野（ぶんや）、地区（ちく）、連絡先（れんらくさき）。',
    },
  },
  en: {
    groups: {
      title: 'Registered groups',
      about: 'Names, purposes, fields, areas, public contacts, what they look for and offer.',
    },
  },
});
