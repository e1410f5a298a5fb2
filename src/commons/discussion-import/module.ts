import type { Module } from '#kernel/module.ts';
import { importHappenings } from './happenings.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { importWork } from './work.ts';

/** F9, Import: conversations held elsewhere, as debates to read. */
export const discussionImport: Module = {
  name: 'discussionImport',
  clause: '持っている情報を集めて共有化する（集約・共有）',
  capabilities: ['F9.2'],
  tables: ['imports', 'import_chunks'],
  routes,
  emits: ['debates.imported', 'imports.requested'],
  ...importHappenings,
  refusals: (lang) => words(lang).refusals,
  ...importWork,
  personalData: [
    { table: 'imports', columns: ['person_id'], why: 'だれが取り込みを頼んだか', onErasure: 'kept-without-person' },
  ],
};
