import type { Module } from '#kernel/module.ts';
import { opinionMapApi } from './api.ts';
import { routes } from './routes.ts';
import { opinionMapWork } from './work.ts';

/** F9.3 意見の分布図 */
export const opinionMap: Module = {
  name: 'opinion-map',
  clause: '提案内容について自由に意見を述べ合う公開の場を設ける',
  capabilities: ['F9.3'],
  tables: ['opinion_maps', 'opinion_map_days', 'opinion_map_people'],
  routes,
  api: opinionMapApi,
  emits: [],
  ...opinionMapWork,
  personalData: [
    {
      table: 'opinion_map_people',
      columns: ['person_id'],
      why: '一度図に入った人を、えらんだ数が減っても数えつづけるため。図での場所は残さない',
      onErasure: 'kept-unlinked',
    },
  ],
};
