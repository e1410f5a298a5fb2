import type { Module } from '#kernel/module.ts';
import { statementApi } from './api.ts';
import { statementHappenings } from './happenings.ts';
import { leaving } from './leaving.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { statementWork } from './work.ts';

/** F9.5 市民提案意見書 */
export const statement: Module = {
  name: 'statement',
  clause: '意見書（公開の場での議論内容をまとめたもの）とともに公表された上で、市へ提案される',
  capabilities: ['F9.5'],
  tables: [
    'editors',
    'points',
    'point_versions',
    'citations',
    'annex_entries',
    'objections',
    'statement_drafts',
    'drafted_points',
    'alike_debates',
    'alike_opinions',
    'coverage_figures',
  ],
  routes,
  api: statementApi,
  emits: [
    'statement.hand-raised',
    'statement.hand-lowered',
    'statement.point-written',
    'statement.drafted',
    'statement.point-confirmed',
    'statement.point-removed',
    'statement.annexed',
    'statement.annex-removed',
    'statement.objected',
    'statement.objection-resolved',
  ],
  ...statementHappenings,
  ...statementWork,
  refusals: (lang) => words(lang).refusals,
  constraints: { objections_once: { code: 'already-objected', field: 'body' } },
  leaving,
  personalData: [
    {
      table: 'editors',
      columns: ['person_id', 'why'],
      why: '編集委員として手をあげた人と、そのひとこと',
      onErasure: 'kept-without-person',
    },
    {
      table: 'points',
      columns: ['person_id', 'removed_by'],
      why: 'だれが書き、外したか',
      onErasure: 'kept-without-person',
    },
    { table: 'point_versions', columns: ['person_id'], why: 'だれが書いた版か', onErasure: 'kept-without-person' },
    {
      table: 'statement_drafts',
      columns: ['person_id'],
      why: 'だれが下書きを求めたか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'drafted_points',
      columns: ['confirmed_by'],
      why: 'だれが下書きを確かめたか',
      onErasure: 'kept-without-person',
    },
    { table: 'annex_entries', columns: ['person_id'], why: 'だれが資料編にのせたか', onErasure: 'kept-without-person' },
    {
      table: 'objections',
      columns: ['person_id', 'actor_id', 'body', 'resolved_by'],
      why: '自分の意見の書かれ方への異議と、その返答',
      onErasure: 'kept-without-person',
    },
  ],
};
