/** X8: everything a page can read or do, for programs; and events sent to them. */
import type { Module } from '#kernel/module.ts';
import { ownApi } from './api.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { apiWork } from './work.ts';

export const api: Module = {
  name: 'api',
  clause: '市民活動の情報を発信する（発信）',
  capabilities: ['X8'],
  tables: ['api_tokens', 'webhooks', 'webhook_cursors', 'webhook_deliveries'],
  routes,
  api: ownApi,
  emits: ['api.token-made', 'api.token-revoked', 'api.webhook-added', 'api.webhook-removed'],
  refusals: (lang) => words(lang).refusals,
  ...apiWork,
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
