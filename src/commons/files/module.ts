import type { Module } from '#kernel/module.ts';
import { filesApi } from './api.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { filesWork } from './work.ts';

/** X10: files and pictures, whatever they hang on. */
export const files: Module = {
  name: 'files',
  clause: '持っている情報を提供・公開する',
  capabilities: ['X10'],
  tables: ['files', 'attachments'],
  routes,
  api: filesApi,
  emits: [],
  refusals: (lang) => words(lang).refusals,
  constraints: { attachments_file: { code: 'file-gone', field: 'file' } },
  ...filesWork,
  personalData: [
    { table: 'files', columns: ['person_id'], why: 'だれが送ったファイルか', onErasure: 'kept-without-person' },
    {
      table: 'attachments',
      columns: ['person_id', 'label'],
      why: 'だれが添付したかと、写真の説明や文書の題名',
      onErasure: 'kept-without-person',
    },
  ],
};
