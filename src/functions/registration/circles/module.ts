/** F7.3 登録団体間での交流や協力関係のツール: circles with their page, letters and files. */
import type { Module } from '#kernel/module.ts';
import { circlesApi } from './api.ts';
import { circlesHappenings } from './happenings.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { circleWords } from './words.ts';
import { circlesWork } from './work.ts';

const entered = 'だれが入力したか（公開しない）';

export const circles: Module = {
  name: 'circles',
  clause: '登録団体間での交流や協力関係のツールとする',
  capabilities: ['F7.3', 'X10'],
  tables: ['circles', 'circle_members', 'circle_letters', 'circle_letter_keys'],
  routes,
  openData,
  api: circlesApi,
  emits: [
    'circles.founded',
    'circles.joined',
    'circles.left',
    'circles.changed',
    'circles.closed',
    'circles.written',
    'circles.file-added',
    'circles.file-taken-off',
  ],
  ...circlesHappenings,
  refusals: (lang) => circleWords(lang).refusals,
  ...circlesWork,
  personalData: [
    {
      table: 'circles',
      columns: ['person_id', 'name', 'about'],
      why: '連絡会の名前と説明と、だれが入力したか（入力した人は公開しない）',
      onErasure: 'kept-without-person',
    },
    { table: 'circle_members', columns: ['person_id'], why: entered, onErasure: 'kept-without-person' },
    {
      table: 'circle_letters',
      columns: ['person_id', 'body'],
      why: '連絡会への手紙を、だれが書いたか（入っている団体だけが読む）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'circle_letter_keys',
      columns: ['person_id'],
      why: 'メールの返事が、だれからのものか',
      onErasure: 'deleted',
    },
  ],
};
