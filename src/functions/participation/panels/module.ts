import type { Module } from '#kernel/module.ts';
import { panelsApi } from './api.ts';
import { panelsHappenings } from './happenings.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';

/** F9.9 早期の参加促進：くじで選ぶ市民会議 */
export const panels: Module = {
  name: 'panels',
  clause: '市は、市の施策や計画等への市民等の早期の参加促進に努める',
  capabilities: ['F9.9'],
  tables: ['panels', 'panel_candidates'],
  routes,
  openData,
  api: panelsApi,
  emits: ['panels.announced', 'panels.list-fixed', 'panels.drawn', 'panels.accepted', 'panels.declined'],
  ...panelsHappenings,
  refusals: (lang) => words(lang).refusals,
  personalData: [
    {
      table: 'panels',
      columns: ['division_id', 'person_id', 'about', 'contact', 'evidence'],
      why: 'どの課の市民会議か、だれが入力したか（入力した人は公開しない）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'panel_candidates',
      columns: ['contact'],
      why: 'くじの名簿にのった人へ招待状を送るため。会員とは結びつかず、辞退すると消える',
      onErasure: 'kept-unlinked',
      notHandedOver: '名簿は会員と結びついていない',
    },
  ],
};
