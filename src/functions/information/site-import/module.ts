/** F1.3 団体用のホームページ環境: an earlier homepage brought in whole or not at all. */
import type { Module } from '#kernel/module.ts';
import { siteImportApi } from './api.ts';
import { siteImportHappenings } from './happenings.ts';
import { routes } from './routes.ts';
import { importWords } from './words.ts';
import { siteImportWork } from './work.ts';

export const siteImport: Module = {
  name: 'siteImport',
  clause: '団体用のホームページ環境の充実',
  capabilities: ['F1.3'],
  tables: ['site_imports', 'site_import_pieces', 'site_import_pages', 'site_import_pictures'],
  routes,
  api: siteImportApi,
  emits: [
    'site-imports.sent',
    'site-imports.asked',
    'site-imports.taking-back',
    'site-imports.thrown-away',
    'site-imports.described',
    'site-imports.brought-in',
    'site-imports.taken-back',
  ],
  ...siteImportHappenings,
  ...siteImportWork,
  refusals: (lang) => importWords(lang).refusals,
  personalData: [
    {
      table: 'site_imports',
      columns: ['person_id'],
      why: 'だれがホームページの取り込みを頼んだか（公開しない）',
      onErasure: 'kept-without-person',
    },
  ],
};
