/** X7: one search over everything public. */
import type { Module } from '#kernel/module.ts';
import { searchApi } from './api.ts';
import { routes } from './routes.ts';
import { searchWork } from './work.ts';

export const search: Module = {
  name: 'search',
  clause: '持っている情報を集めて共有化する（集約・共有）',
  capabilities: ['X7'],
  tables: ['search_states', 'search_entries', 'search_postings', 'search_dates', 'search_news'],
  routes,
  api: searchApi,
  emits: [],
  ...searchWork,
  // Public texts once more, which vanish here with the place they are from; nothing in it names a person.
  personalData: [],
};
