/** X3 「情報を…発信する」: following, and being told of what happened, as often as one wishes and no more. */
import type { Module } from '#kernel/module.ts';
import { noticesApi } from './api.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { noticesWork } from './work.ts';

export const notices: Module = {
  name: 'notices',
  clause: '市民活動の情報を発信する（発信）',
  capabilities: ['X3'],
  tables: [
    'follows',
    'notices',
    'notice_settings',
    'notice_people',
    'push_subscriptions',
    'notice_cursors',
    'hushed_things',
    'event_things',
  ],
  routes,
  api: noticesApi,
  emits: [],
  refusals: (lang) => words(lang).refusals,
  ...noticesWork,
  personalData: [
    {
      table: 'follows',
      columns: ['person_id', 'thing_id', 'title'],
      why: '何を見守っているか。本人だけに見える',
      onErasure: 'deleted',
    },
    {
      table: 'notices',
      columns: ['person_id', 'facts', 'title'],
      why: 'だれに何を知らせたか。本人だけに見え、1年で消える',
      onErasure: 'deleted',
    },
    { table: 'notice_settings', columns: ['person_id'], why: 'お知らせの届け方', onErasure: 'deleted' },
    {
      table: 'notice_people',
      columns: ['person_id', 'calendar_key'],
      why: 'お知らせの届け方と、自分の暦の秘密のアドレス',
      onErasure: 'deleted',
    },
    {
      table: 'push_subscriptions',
      columns: ['person_id', 'endpoint', 'public_key', 'auth', 'device'],
      why: '端末へのお知らせの送り先',
      onErasure: 'deleted',
    },
  ],
};
