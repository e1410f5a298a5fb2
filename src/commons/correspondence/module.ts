/** X4, X13 対等性: letters are their two sides' own; who gets one that harms is heard, and needn't get another. */
import type { Module } from '#kernel/module.ts';
import { correspondenceApi } from './api.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';

export const correspondence: Module = {
  name: 'correspondence',
  clause: '対等性が保たれることを重ねる',
  capabilities: ['X4', 'X13'],
  tables: ['letter_blocks', 'letter_stops'],
  routes,
  api: correspondenceApi,
  emits: ['correspondence.blocked', 'correspondence.lifted'],
  refusals: (lang) => words(lang).refusals,
  personalData: [
    {
      table: 'letter_blocks',
      columns: ['receiver_id', 'sender_id', 'writer_id', 'sender_mail', 'sender_name', 'person_id'],
      why: 'だれの手紙を受けとらないことにしたか。受けとる人と、その団体の代表者・編集の役の人だけに見える。アカウントのない人は、メールアドレスのハッシュ',
      onErasure: 'kept-without-person',
    },
    {
      table: 'letter_stops',
      columns: ['writer_id', 'sender_mail'],
      why: '決定により、だれがいつまで手紙を送れないか。本人にだけ伝える。アカウントのない人は、メールアドレスのハッシュ',
      onErasure: 'kept-without-person',
    },
  ],
};
