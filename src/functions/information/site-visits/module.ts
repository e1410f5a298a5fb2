/** F1.3 団体用のホームページ環境: how often a homepage was looked at, without tracking anybody. */
import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';

export const siteVisits: Module = {
  name: 'siteVisits',
  clause: '団体用のホームページ環境の充実',
  capabilities: ['F1.3'],
  tables: ['site_visits'],
  routes,
  emits: [],
  personalData: [],
};
