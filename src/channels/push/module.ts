/** X3: notices on the screens of one's devices (Web Push, RFC 8030, 8291, 8292). */
import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';
import { pushWork } from './work.ts';

export const push: Module = {
  name: 'push',
  clause: '市民活動の情報を発信する（発信）',
  capabilities: ['X3'],
  tables: [],
  routes,
  emits: [],
  ...pushWork,
  personalData: [],
};
