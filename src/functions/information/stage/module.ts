/** F1.4 活動内容を発表する場や機会の充実: showcases with slots, hands, a programme, voices from the hall, and what stays of them. */
import type { Module } from '#kernel/module.ts';
import { stageApi } from './api.ts';
import { stageHappenings } from './happenings.ts';
import { openData } from './open-data.ts';
import './reportable.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { stageWork } from './work.ts';

const entered = 'だれが入力したか（公開しない）';

export const stage: Module = {
  name: 'stage',
  clause: '活動内容を発表する場や機会の充実',
  capabilities: ['F1.1', 'F1.4', 'X10'],
  tables: [
    'showcases',
    'showcase_drafts',
    'showcase_slots',
    'showcase_hands',
    'showcase_seats',
    'showcase_voices',
    'showcase_cheers',
  ],
  routes,
  openData,
  api: stageApi,
  emits: [
    'stage.announced',
    'stage.changed',
    'stage.cancelled',
    'stage.slots-set',
    'stage.hand-raised',
    'stage.hand-changed',
    'stage.hand-lowered',
    'stage.given-back',
    'stage.slot-taken',
    'stage.slot-given',
    'stage.passed-over',
    'stage.drawn',
    'stage.said',
    'stage.cheered',
    'stage.voice-noted',
    'stage.voice-taken-back',
    'stage.answered',
    'stage.material-added',
    'stage.material-taken-off',
    'stage.recording-linked',
    'stage.reported',
  ],
  ...stageHappenings,
  ...stageWork,
  refusals: (lang) => words(lang).refusals,
  personalData: [
    {
      table: 'showcases',
      columns: ['host_id', 'person_id', 'contact', 'about', 'moved_reason'],
      why: 'どの団体がひらくどんな発表の場か、だれが入力したか（入力した人は公開しない）、問い合わせ先',
      onErasure: 'kept-without-person',
    },
    {
      table: 'showcase_drafts',
      columns: ['person_id', 'fields'],
      why: '公開する前の発表の場の下書き',
      onErasure: 'deleted',
    },
    {
      table: 'showcase_hands',
      columns: ['person_id', 'about', 'reason'],
      why: entered,
      onErasure: 'kept-without-person',
    },
    {
      table: 'showcase_voices',
      columns: ['person_id', 'nickname', 'body', 'answered_by'],
      why: '会場から送られた声。よび名だけを見せ、だれが送ったかと、だれが答えたことにしたかは公開しない',
      onErasure: 'kept-without-person',
    },
    {
      table: 'showcase_cheers',
      columns: ['person_id'],
      why: '応援を1人1回にするため（公開しない）',
      onErasure: 'kept-unlinked',
    },
  ],
};
