/** F1.3 団体用のホームページ環境: a homepage can be taken along as files. */
import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';

export const siteExport: Module = {
  name: 'siteExport',
  clause: '団体用のホームページ環境の充実',
  capabilities: ['F1.3'],
  tables: [],
  routes,
  emits: [],
  personalData: [],
};
