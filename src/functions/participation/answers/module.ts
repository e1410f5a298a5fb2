import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';

/** F9.7 市の回答 */
export const answers: Module = {
  name: 'answers',
  clause: '市は、市民提案について、意見書に沿って市の施策へ反映するように努める',
  capabilities: ['F9.7'],
  tables: ['answers'],
  routes,
  emits: ['answers.given', 'answers.revised'],
  refusals: (lang) => words(lang).refusals,
  constraints: {
    answers_version: { code: 'answered-meanwhile' },
  },
  personalData: [
    {
      table: 'answers',
      columns: ['person_id'],
      why: 'どの職員が入力したか（公開しない）',
      onErasure: 'kept-without-person',
    },
  ],
};
