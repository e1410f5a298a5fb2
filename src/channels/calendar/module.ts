/** X3: dates of all modules as calendars. A module brings its own by `dates` of its `Happenings`. */
import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';

export const calendar: Module = {
  name: 'calendar',
  clause: '市民活動の情報を発信する（発信）',
  capabilities: ['X3'],
  tables: [],
  routes,
  emits: [],
  personalData: [],
};
