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
  tables: [],
  routes,
  api: ownApi,
  emits: [],
  refusals: (lang) => words(lang).refusals,
  ...apiWork,
  personalData: [],
};
