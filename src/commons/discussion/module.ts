import type { Module } from '#kernel/module.ts';
import { discussionApi } from './api.ts';
import { discussionHappenings } from './happenings.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import './profile.ts';
import './reportable.ts';
import { leaving } from './leaving.ts';
import { words } from './words.ts';
import { discussionWork } from './work.ts';

/** F9.2 公開の場 */
export const discussion: Module = {
  name: 'discussion',
  clause: '提案内容について自由に意見を述べ合う公開の場を設ける',
  capabilities: ['F9.2'],
  tables: [
    'debates',
    'opinions',
    'opinion_versions',
    'opinion_withdrawals',
    'votes',
    'vote_changes',
    'vote_tallies',
    'debate_voters',
    'positions',
  ],
  routes,
  openData,
  api: discussionApi,
  emits: [
    'opinions.said',
    'opinions.asked',
    'opinions.explained',
    'opinions.replied',
    'opinions.answered',
    'opinions.revised',
    'opinions.amended',
    'opinions.withdrawn',
    'positions.taken',
    'positions.changed',
    'positions.withdrawn',
  ],
  ...discussionHappenings,
  refusals: (lang) => words(lang).refusals,
  ...discussionWork,
  leaving,
  personalData: [
    {
      table: 'opinions',
      columns: ['actor_id', 'person_id', 'body', 'reason', 'amendment'],
      why: 'だれの意見か（団体として書いたときは、だれが書いたかは公開しない）と、その文章',
      onErasure: 'kept-without-person',
    },
    {
      table: 'opinion_versions',
      columns: ['body', 'reason', 'amendment'],
      why: '前の版の文章',
      onErasure: 'kept-without-person',
      by: { column: 'opinion_id', key: 'id', table: 'opinions' },
    },
    { table: 'debates', columns: ['host_id'], why: 'だれの提案の場か', onErasure: 'kept-without-person' },
    {
      table: 'opinion_withdrawals',
      columns: ['person_id', 'reason'],
      why: 'だれが、なぜ取り下げたか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'votes',
      columns: ['person_id', 'stance', 'at'],
      why: '一人一回であることを守るため。だれがどう選んだかは公開しない',
      onErasure: 'kept-unlinked',
    },
    { table: 'vote_changes', columns: ['person_id'], why: '数えるまでの数秒だけ', onErasure: 'kept-unlinked' },
    {
      table: 'debate_voters',
      columns: ['person_id'],
      why: '参加した人を一人と数えるため',
      onErasure: 'kept-unlinked',
    },
    {
      table: 'positions',
      columns: ['person_id', 'reason'],
      why: 'だれが団体の立場を入力したか（公開しない）と、その理由',
      onErasure: 'kept-without-person',
    },
  ],
};
