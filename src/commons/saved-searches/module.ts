/** F1.1, P8, X3: searches that are saved, and tell of what is new. */
import type { Module } from '#kernel/module.ts';
import { savedSearchesApi } from './api.ts';
import { savedSearchesHappenings } from './happenings.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { savedSearchesWork } from './work.ts';

export const savedSearches: Module = {
  name: 'saved-searches',
  clause: '持っている情報を集めて共有化する（集約・共有）',
  capabilities: ['F1.1', 'P8', 'X3'],
  tables: ['saved_searches', 'saved_search_finds', 'saved_search_cursors'],
  routes,
  api: savedSearchesApi,
  emits: ['saved-searches.saved', 'saved-searches.changed', 'saved-searches.removed'],
  ...savedSearchesHappenings,
  refusals: (lang) => words(lang).refusals,
  ...savedSearchesWork,
  personalData: [
    {
      table: 'saved_searches',
      columns: ['person_id', 'name', 'query'],
      why: '何をさがしているか。本人だけに見える',
      onErasure: 'deleted',
    },
    {
      table: 'saved_search_finds',
      columns: ['search_id', 'object_id'],
      why: '保存した検索が何を見つけたか。同じものを二度知らせないため。本人だけに見える',
      onErasure: 'deleted',
      by: { column: 'search_id', key: 'id', table: 'saved_searches' },
    },
  ],
};
