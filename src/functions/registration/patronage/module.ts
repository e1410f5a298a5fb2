/** F7.7 Requests for the name of an office's patronage and for letters of recommendation, tracked by both sides. */
import type { Module } from '#kernel/module.ts';
import { patronageApi } from './api.ts';
import { patronageHappenings } from './happenings.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { patronageWords } from './words.ts';
import { patronageWork } from './work.ts';

export const patronage: Module = {
  name: 'patronage',
  clause: '市民活動団体は、自主性を尊重した意思表明的な登録をする',
  capabilities: ['F7.7', 'X10'],
  tables: ['patronage_requests'],
  routes,
  openData,
  api: patronageApi,
  emits: [
    'patronage.asked',
    'patronage.answered',
    'patronage.paper-added',
    'patronage.taken-back',
    'patronage.asked-back',
    'patronage.granted',
    'patronage.recommended',
    'patronage.refused',
  ],
  ...patronageHappenings,
  refusals: (lang) => patronageWords(lang).refusals,
  ...patronageWork,
  personalData: [
    {
      table: 'patronage_requests',
      columns: ['person_id', 'title', 'place', 'purpose', 'question', 'answer', 'decided_by', 'reason', 'conditions'],
      why: '後援名義と推薦書の申請と、だれが申請し、だれが決めたか（申請した団体と申請先だけが見る。認めた後援の催しの名と日と場所は公開する）',
      onErasure: 'kept-without-person',
    },
  ],
};
