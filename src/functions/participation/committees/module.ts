import type { Module } from '#kernel/module.ts';
import { committeesApi } from './api.ts';
import { givenNames } from './given-names.ts';
import { committeesHappenings } from './happenings.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';

const entered = 'だれが入力したか（公開しない）';

/** F9.9 早期の参加促進：審議会・委員会 */
export const committees: Module = {
  name: 'committees',
  clause: '市は、市の施策や計画等への市民等の早期の参加促進に努める',
  capabilities: ['F9.9'],
  tables: [
    'committees',
    'committee_seats',
    'committee_calls',
    'committee_applications',
    'sittings',
    'sitting_changes',
    'sitting_observers',
    'sitting_minutes',
  ],
  routes,
  openData,
  api: committeesApi,
  emits: [
    'committees.set-up',
    'committees.seat-added',
    'committees.seat-filled',
    'committees.shares-stated',
    'committees.call-opened',
    'committees.call-settled',
    'committees.applied',
    'committees.application-withdrawn',
    'committees.sitting-called',
    'committees.sitting-cancelled',
    'committees.sitting-moved',
    'committees.material-added',
    'committees.material-taken-off',
    'committees.place-asked',
    'committees.place-left',
    'committees.places-drawn',
    'committees.minutes-published',
    'committees.minutes-corrected',
  ],
  ...committeesHappenings,
  refusals: (lang) => words(lang).refusals,
  constraints: { committee_calls_one_at_a_time: { code: 'call-open' } },
  personalData: [
    {
      table: 'committees',
      columns: ['division_id', 'person_id', 'about', 'contact', 'name'],
      why: `どの課の委員会か、${entered}`,
      onErasure: 'kept-without-person',
    },
    { table: 'committee_seats', columns: ['person_id'], why: entered, onErasure: 'kept-without-person' },
    { table: 'committee_calls', columns: ['person_id', 'reason'], why: entered, onErasure: 'kept-without-person' },
    {
      table: 'committee_applications',
      columns: ['person_id', 'name', 'contact', 'body'],
      why: '市民公募委員への応募（担当の課だけが見る）',
      onErasure: 'deleted',
    },
    { table: 'sittings', columns: ['person_id'], why: entered, onErasure: 'kept-without-person' },
    { table: 'sitting_changes', columns: ['person_id', 'reason'], why: entered, onErasure: 'kept-without-person' },
    {
      table: 'sitting_observers',
      columns: ['person_id', 'name', 'contact'],
      why: '傍聴の申し込み（担当の課だけが見る）',
      onErasure: 'deleted',
    },
    {
      table: 'sitting_minutes',
      columns: ['person_id', 'body', 'changed'],
      why: entered,
      onErasure: 'kept-without-person',
    },
  ],
  givenNames,
};
