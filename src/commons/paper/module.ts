import type { Module } from '#kernel/module.ts';
import './scans.ts';
import { paperApi } from './api.ts';
import { paperHappenings } from './happenings.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';

/** X9 紙と代理: whoever uses no screen takes part in the debate, too */
export const paper: Module = {
  name: 'paper',
  clause: '提案内容について自由に意見を述べ合う公開の場を設ける',
  capabilities: ['X9'],
  tables: ['paper_opinions'],
  routes,
  api: paperApi,
  emits: ['paper.entered', 'paper.corrected', 'paper.taken-back'],
  ...paperHappenings,
  refusals: (lang) => words(lang).refusals,
  constraints: { paper_opinions_entry: { code: 'entered-already' } },
  personalData: [
    {
      table: 'paper_opinions',
      columns: ['person_id'],
      why: 'だれが紙を入力したか（公開しない）',
      onErasure: 'kept-without-person',
    },
  ],
};
