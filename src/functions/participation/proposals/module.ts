import type { Module } from '#kernel/module.ts';
import { proposalsApi } from './api.ts';
import { proposalsHappenings } from './happenings.ts';
import './reportable.ts';
import { leaving } from './leaving.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { proposalsWork } from './work.ts';

/** F9.1 市民提案（計画提案や事業提案） */
export const proposals: Module = {
  name: 'proposals',
  clause: '市に対して、市民提案（計画提案や事業提案）ができる',
  capabilities: ['F9.1'],
  tables: [
    'proposals',
    'proposal_versions',
    'proposal_drafts',
    'proposal_withdrawals',
    'outlines',
    'co_proposers',
    'version_co_proposers',
    'merges',
    'merge_consents',
    'merge_questions',
  ],
  routes,
  openData,
  api: proposalsApi,
  emits: [
    'proposals.published',
    'proposals.revised',
    'proposals.withdrawn',
    'proposals.outline-drawn',
    'proposals.co-proposer-invited',
    'proposals.invitation-taken-back',
    'proposals.draft-consented',
    'proposals.co-proposer-consented',
    'proposals.co-proposer-declined',
    'proposals.co-proposer-left',
    'proposals.merge-suggested',
    'proposals.merge-consented',
    'proposals.merge-refused',
    'proposals.merge-taken-back',
    'proposals.merge-overtaken',
    'proposals.merge-timed-out',
    'proposals.merged',
    'proposals.question-settled',
  ],
  ...proposalsWork,
  constraints: {
    co_proposers_once: { code: 'already-invited' },
    co_proposers_once_draft: { code: 'already-invited' },
    merges_once: { code: 'merge-open', field: 'otherId' },
  },
  ...proposalsHappenings,
  refusals: (lang) => words(lang).refusals,
  leaving,
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
    { table: 'outlines', columns: ['person_id'], why: 'だれが地図を入れかえたか', onErasure: 'kept-without-person' },
    {
      table: 'co_proposers',
      columns: ['actor_id', 'person_id', 'invited_by', 'meant_for', 'key_hash', 'word'],
      why: 'だれを招き、だれが同意したか。招かれただけの人の名前とアドレスは公開しない',
      onErasure: 'kept-without-person',
    },
    {
      table: 'version_co_proposers',
      columns: ['actor_id'],
      why: 'どの版にだれが共同提案者として同意したか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'merges',
      columns: ['person_id', 'word'],
      why: 'だれが統合を持ちかけたか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'merge_consents',
      columns: ['actor_id', 'person_id'],
      why: 'だれが統合に同意したか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'merge_questions',
      columns: ['actor_id'],
      why: '統合前の提案に賛成した人に、もう一度たずねるため。本人だけに見える',
      onErasure: 'deleted',
    },
  ],
};
