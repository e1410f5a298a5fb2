/** X8: tokens of programs, and the addresses that are told what happens. Their pages, and the way in, are in channels/api. */
import type { Module } from '#kernel/module.ts';
import { words } from './words.ts';

export const programs: Module = {
  name: 'programs',
  clause: '市民活動の情報を発信する（発信）',
  capabilities: [],
  tables: ['api_tokens', 'webhooks', 'webhook_cursors', 'webhook_deliveries'],
  routes: [],
  emits: [
    'programs.token-made',
    'programs.token-revoked',
    'programs.webhook-added',
    'programs.webhook-key-renewed',
    'programs.webhook-removed',
  ],
  refusals: (lang) => words(lang),
  personalData: [
    {
      table: 'api_tokens',
      columns: ['person_id', 'acting_id', 'name', 'last_used_on'],
      why: 'だれのプログラムが、だれとして読み書きしてよいか。トークンそのものは持たない',
      onErasure: 'deleted',
    },
    {
      table: 'webhooks',
      columns: ['person_id', 'url'],
      why: '公開の出来事を、本人のプログラムに知らせるため',
      onErasure: 'deleted',
    },
  ],
};
