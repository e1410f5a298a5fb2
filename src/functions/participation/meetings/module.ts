import { opinionSections } from '#commons/discussion/index.ts';
import type { Module } from '#kernel/module.ts';
import { meetingsApi } from './api.ts';
import { meetingsHappenings } from './happenings.ts';
import { hallSection } from './name-routes.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';

opinionSections.unshift(hallSection);

/** F9.2 公開の場：会場での集まり */
export const meetings: Module = {
  name: 'meetings',
  clause: '提案内容について自由に意見を述べ合う公開の場を設ける',
  capabilities: ['F9.2'],
  tables: ['meetings', 'meeting_changes', 'meeting_scribes', 'meeting_minutes', 'hall_sayings'],
  routes,
  openData,
  api: meetingsApi,
  emits: [
    'meetings.called',
    'meetings.changed',
    'meetings.moved',
    'meetings.cancelled',
    'meetings.scribe-appointed',
    'meetings.scribe-ended',
    'meetings.spoken',
    'meetings.corrected',
    'meetings.taken-back',
    'meetings.hands-counted',
    'meetings.name-confirmed',
    'meetings.name-contested',
    'meetings.minutes-published',
    'meetings.minutes-corrected',
    'meetings.attendance-recorded',
    'meetings.material-added',
    'meetings.material-taken-off',
  ],
  ...meetingsHappenings,
  refusals: (lang) => words(lang).refusals,
  personalData: [
    {
      table: 'meetings',
      columns: ['host_id', 'person_id', 'voice_id', 'about', 'agenda', 'place', 'address', 'access_note', 'contact'],
      why: 'だれが開く集まりか（団体として開くときは、だれが書いたかは公開しない）と、そのお知らせ',
      onErasure: 'kept-without-person',
    },
    {
      table: 'meeting_changes',
      columns: ['person_id', 'reason', 'was_place'],
      why: 'だれが、なぜ集まりを変えたか（入力した人は公開しない）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'meeting_scribes',
      columns: ['person_id', 'appointed_by'],
      why: '会場での発言を入れられる人',
      onErasure: 'kept-without-person',
    },
    {
      table: 'meeting_minutes',
      columns: ['person_id', 'body', 'changed'],
      why: 'だれが書いた議事録か（公開しない）と、その文章',
      onErasure: 'kept-without-person',
    },
    {
      table: 'hall_sayings',
      columns: ['person_id', 'office_id', 'named_id', 'contest_reason'],
      why: 'だれが書きとめたか、名前を出してよいと言った人、本人の申し出',
      onErasure: 'kept-without-person',
    },
  ],
};
