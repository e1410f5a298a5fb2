/** F1.1 集約・共有: what groups and people post to the activity database (P8: what a place has to offer). */
import type { Module } from '#kernel/module.ts';
import { entriesApi } from './api.ts';
import { entriesHappenings } from './happenings.ts';
import { leaving } from './leaving.ts';
import { openData } from './open-data.ts';
import './reportable.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { entriesWork } from './work.ts';

export const entries: Module = {
  name: 'entries',
  clause: '持っている情報を集めて共有化する（集約・共有）',
  capabilities: ['F1.1', 'P8'],
  tables: ['entries', 'entry_versions', 'entry_drafts', 'entry_letters'],
  routes,
  openData,
  api: entriesApi,
  emits: [
    'entries.published',
    'entries.changed',
    'entries.ended',
    'entries.confirmed',
    'entries.reopened',
    'entries.rested',
    'entries.withdrawn',
    'entries.written',
  ],
  ...entriesHappenings,
  refusals: (lang) => words(lang).refusals,
  ...entriesWork,
  leaving,
  personalData: [
    {
      table: 'entries',
      columns: ['actor_id', 'person_id', 'title', 'body', 'facts', 'lat', 'lng'],
      why: 'だれが何を掲示したか（公開）。団体の掲示を書いた人は公開しない',
      onErasure: 'kept-without-person',
    },
    {
      table: 'entry_versions',
      columns: ['person_id', 'content', 'changed'],
      why: '掲示の前の版と、だれが書いたか（書いた人は公開しない）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'entry_drafts',
      columns: ['person_id', 'actor_id', 'fields'],
      why: '公開する前の掲示の下書き。本人だけに見える',
      onErasure: 'deleted',
    },
    {
      table: 'entry_letters',
      columns: ['asker_id', 'actor_id', 'person_id', 'body'],
      why: '「話を聞きたい」の手紙。出した人と書いた人だけが読む',
      onErasure: 'deleted',
    },
  ],
};
