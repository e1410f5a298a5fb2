/** X1, X13, P4: taking everything about oneself along, and leaving for good. 考え方「情報」: what is held about somebody is theirs. */
import type { Module } from '#kernel/module.ts';
import { nameWords } from './name-words.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { leavingWork } from './work.ts';

export const leaving: Module = {
  name: 'leaving',
  clause: '主語は「みんな」：市民・市民活動団体・事業者・市等の主体を指す',
  capabilities: ['X1', 'X13'],
  tables: ['account_exports', 'account_export_chunks', 'auth.departures'],
  routes,
  emits: [],
  refusals: (lang) => ({ ...words(lang).refusals, ...nameWords(lang).refusals }),
  ...leavingWork,
  personalData: [
    {
      table: 'account_exports',
      columns: ['person_id'],
      why: '自分の情報のまとめを頼んだこと。7日で消える',
      onErasure: 'deleted',
    },
    {
      table: 'auth.departures',
      columns: ['account_id'],
      why: '退会の手続きをしていること。おわると消える',
      onErasure: 'deleted',
      by: { column: 'account_id', is: 'account' },
    },
  ],
};
