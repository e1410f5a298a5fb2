/** X3, 情報「市民活動の情報を発信する（発信）」: letters on their way out. They are written in commons and functions; here they are sent. */
import type { Module } from '#kernel/module.ts';
import { addressRoutes } from './address-section.ts';
import { mailHappenings } from './happenings.ts';
import { routes } from './routes.ts';
import { unsubscribeRoutes } from './unsubscribe-routes.ts';
import { mailWork } from './work.ts';

export const mail: Module = {
  name: 'mail',
  clause: '市民活動の情報を発信する（発信）',
  capabilities: ['X3'],
  tables: ['mails', 'mail_addresses'],
  routes: [...routes, ...unsubscribeRoutes, ...addressRoutes],
  emits: [],
  ...mailHappenings,
  ...mailWork,
  personalData: [
    {
      table: 'mails',
      columns: ['recipient', 'subject', 'body_text', 'body_html'],
      why: '手紙を送るため。30日で消える',
      onErasure: 'deleted',
      by: { column: 'recipient', is: 'address' },
    },
    {
      table: 'mail_addresses',
      columns: ['email'],
      why: '手紙がもどってきたあて先に、送りつづけないため',
      onErasure: 'deleted',
      by: { column: 'email', is: 'address' },
    },
  ],
};
