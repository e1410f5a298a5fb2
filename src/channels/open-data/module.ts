/** F1.2, X8: everything public as data: whole files of every module, a catalogue of them, and lists of pages for search engines. */
import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';

export const openData: Module = {
  name: 'open-data',
  clause: '持っている情報を提供・公開する（提供・公開）',
  capabilities: ['F1.2', 'X8'],
  tables: ['sitemap_parts'],
  routes,
  emits: [],
  personalData: [],
};
