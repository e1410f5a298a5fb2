/** F7.5 A town's present list of groups, brought in whole or not at all. */
import type { Module } from '#kernel/module.ts';
import { groupImportsApi } from './api.ts';
import { groupImportHappenings } from './happenings.ts';
import { routes } from './routes.ts';
import { importWords } from './words.ts';
import { groupImportWork } from './work.ts';

export const groupImports: Module = {
  name: 'groupImports',
  clause: '市民活動団体は、自主性を尊重した意思表明的な登録をする',
  capabilities: ['F7.5'],
  tables: ['group_imports', 'group_import_pieces'],
  routes,
  api: groupImportsApi,
  emits: [
    'group-imports.sent',
    'group-imports.mapped',
    'group-imports.asked',
    'group-imports.taking-back',
    'group-imports.thrown-away',
    'group-imports.inviting',
    'group-imports.brought-in',
    'group-imports.taken-back',
  ],
  ...groupImportHappenings,
  refusals: (lang) => importWords(lang).refusals,
  ...groupImportWork,
  personalData: [
    {
      table: 'group_imports',
      columns: ['person_id'],
      why: 'だれが名簿の取り込みを頼んだか',
      onErasure: 'kept-without-person',
    },
  ],
};
