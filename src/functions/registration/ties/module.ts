/** F7.3 登録団体間での交流や協力関係のツール: ties both sides confirmed, letters between groups. */
import type { Module } from '#kernel/module.ts';
import { tiesApi } from './api.ts';
import { tiesHappenings } from './happenings.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { tieWords } from './words.ts';

export const ties: Module = {
  name: 'ties',
  clause: '登録団体間での交流や協力関係のツールとする',
  capabilities: ['F7.3'],
  tables: ['partnerships', 'group_messages'],
  routes,
  openData,
  api: tiesApi,
  emits: ['ties.asked', 'ties.confirmed', 'ties.declined', 'ties.ended', 'ties.written'],
  ...tiesHappenings,
  refusals: (lang) => tieWords(lang).refusals,
  personalData: [
    {
      table: 'partnerships',
      columns: ['person_id', 'confirmed_by'],
      why: '団体どうしのつながりを、だれが入力したか（公開しない）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'group_messages',
      columns: ['person_id', 'body'],
      why: '団体どうしの手紙を、だれが書いたか（ふたつの団体の人だけが読む）',
      onErasure: 'kept-without-person',
    },
  ],
};
