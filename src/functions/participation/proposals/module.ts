import type { Module } from '#kernel/module.ts';
import { proposalsHappenings } from './happenings.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';

/** F9.1 市民提案（計画提案や事業提案） */
export const proposals: Module = {
  name: 'proposals',
  clause: '市に対して、市民提案（計画提案や事業提案）ができる',
  capabilities: ['F9.1'],
  tables: ['proposals', 'proposal_versions', 'proposal_drafts', 'proposal_withdrawals'],
  routes,
  emits: ['proposals.published', 'proposals.revised', 'proposals.withdrawn'],
  ...proposalsHappenings,
  refusals: (lang) => words(lang).refusals,
  personalData: [
    {
      table: 'proposal_drafts',
      columns: ['actor_id', 'person_id', 'fields', 'share_key'],
      why: '公開する前の提案の下書き',
      onErasure: 'deleted',
    },
    { table: 'proposals', columns: ['actor_id'], why: 'だれの提案か', onErasure: 'kept-without-person' },
    {
      table: 'proposal_versions',
      columns: ['person_id', 'problem', 'proposal', 'effect', 'roles', 'cost', 'area', 'changed'],
      why: 'だれが書いた版かと、その文章',
      onErasure: 'kept-without-person',
    },
    {
      table: 'proposal_withdrawals',
      columns: ['person_id', 'reason'],
      why: 'だれが、なぜ取り下げたか',
      onErasure: 'kept-without-person',
    },
  ],
};
