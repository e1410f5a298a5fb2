/** F1.3 団体用のホームページ環境: the form to write to a group, without anything of third parties. */
import type { Module } from '#kernel/module.ts';
import { siteContactApi } from './api.ts';
import { siteContactHappenings } from './happenings.ts';
import { routes } from './routes.ts';
import { contactWords } from './words.ts';
import { siteContactWork } from './work.ts';

export const siteContact: Module = {
  name: 'siteContact',
  clause: '団体用のホームページ環境の充実',
  capabilities: ['F1.3'],
  tables: ['site_messages'],
  routes,
  api: siteContactApi,
  emits: ['site-contact.marked', 'site-contact.deleted'],
  ...siteContactHappenings,
  ...siteContactWork,
  refusals: (lang) => contactWords(lang).refusals,
  personalData: [
    {
      table: 'site_messages',
      columns: ['name', 'email', 'subject', 'body'],
      why: 'ホームページのフォームで団体に書いた人の名前、返事の送り先と本文（団体だけが読み、1年で消す）',
      onErasure: 'deleted',
      by: { column: 'email', is: 'address' },
    },
    {
      table: 'site_messages',
      columns: ['answered_by'],
      why: 'だれが返事をしたか（団体だけが見る）',
      onErasure: 'kept-without-person',
    },
  ],
};
