import type { Module } from '#kernel/module.ts';
import { policiesApi } from './api.ts';
import { policiesHappenings } from './happenings.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { policiesWork } from './work.ts';

/** F10.3 施策の体系化 */
export const policies: Module = {
  name: 'policies',
  clause: '市は、協働の視点にたった施策の体系化を進める',
  capabilities: ['F10.3'],
  tables: ['policies', 'policy_figures'],
  routes,
  openData,
  api: policiesApi,
  emits: [],
  ...policiesHappenings,
  ...policiesWork,
  personalData: [],
};
