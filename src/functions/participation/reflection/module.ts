import type { Module } from '#kernel/module.ts';
import { reflectionApi } from './api.ts';
import { reflectionHappenings } from './happenings.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { reflectionWork } from './work.ts';

/** F9.8 反映結果 */
export const reflection: Module = {
  name: 'reflection',
  clause: '市は、提案された内容の反映結果について、説明責任を負う',
  capabilities: ['F9.8'],
  tables: ['reflection_steps', 'budget_lines'],
  routes,
  api: reflectionApi,
  ...reflectionWork,
  emits: ['reflection.recorded'],
  ...reflectionHappenings,
  refusals: (lang) => words(lang).refusals,
  constraints: { reflection_steps_corrected: { code: 'corrected-already', field: 'correctsId' } },
  personalData: [
    {
      table: 'reflection_steps',
      columns: ['person_id'],
      why: 'どの職員が入力したか（公開しない）',
      onErasure: 'kept-without-person',
    },
  ],
};
