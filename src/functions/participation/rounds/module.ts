import type { Module } from '#kernel/module.ts';
import { roundsApi } from './api.ts';
import { roundsHappenings } from './happenings.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { roundsWork } from './work.ts';

/** F9.4 年4回程度の回 */
export const rounds: Module = {
  name: 'rounds',
  clause: '事業提案書が作成され（年4回程度）、意見書とともに公表された上で、市へ提案される',
  capabilities: ['F9.4'],
  tables: ['rounds', 'round_moves'],
  routes,
  openData,
  api: roundsApi,
  emits: ['rounds.planned', 'rounds.replanned', 'rounds.date-moved'],
  refusals: (lang) => words(lang).refusals,
  ...roundsHappenings,
  ...roundsWork,
  personalData: [
    {
      table: 'round_moves',
      columns: ['actor_id', 'person_id', 'reason'],
      why: 'だれが日程を動かしたか',
      onErasure: 'kept-without-person',
    },
  ],
};
