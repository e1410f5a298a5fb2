import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';

/** F9, Export: debates in a form others can compute with. */
export const discussionExport: Module = {
  name: 'discussion-export',
  clause: '持っている情報を集めて共有化する（集約・共有）',
  capabilities: ['F9.2'],
  tables: [],
  routes,
  emits: [],
  refusals: (lang) => words(lang).refusals,
  personalData: [],
};
