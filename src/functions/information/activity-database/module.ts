/** F1 情報に関する機能: one database of civic activity, as list, map, calendar and timeline of the same search. */
import type { Module } from '#kernel/module.ts';
import { activitiesApi } from './api.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';

export const activityDatabase: Module = {
  name: 'activity-database',
  clause: '持っている情報を集めて共有化する（集約・共有）',
  capabilities: ['F1.1', 'P8', 'X7'],
  tables: [],
  routes,
  api: activitiesApi,
  openData,
  emits: [],
  // It shows what other modules keep.
  personalData: [],
};
