/** F1.1 市民活動の情報の集約・共有: events, who comes, who waits, who came. */
import type { Module } from '#kernel/module.ts';
import { eventsApi } from './api.ts';
import { eventsHappenings } from './happenings.ts';
import './reportable.ts';
import { eventsLeaving } from './leaving.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import { eventsWork } from './work.ts';

export const events: Module = {
  name: 'events',
  clause: '市民活動のデータベース化',
  capabilities: ['F1.1', 'F1.2', 'F1.4', 'X10'],
  tables: ['event_series', 'town_events', 'event_changes', 'event_drafts', 'event_registrations'],
  routes,
  openData,
  api: eventsApi,
  emits: [
    'events.published',
    'events.changed',
    'events.moved',
    'events.cancelled',
    'events.picture-changed',
    'events.attendance-counted',
    'events.registered',
    'events.unregistered',
    'events.entered-by-desk',
    'events.checked-in',
    'events.check-in-taken-back',
  ],
  ...eventsHappenings,
  refusals: (lang) => words(lang).refusals,
  ...eventsWork,
  leaving: eventsLeaving,
  personalData: [
    {
      table: 'event_series',
      columns: ['host_id', 'person_id'],
      why: 'だれの催しか、だれが入力したか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'town_events',
      columns: ['host_id', 'person_id', 'about', 'contact', 'access_note', 'place', 'address'],
      why: 'だれがひらく催しかと、そのお知らせ（団体としてひらくときは、だれが書いたかは公開しない）',
      onErasure: 'kept-without-person',
    },
    {
      table: 'event_changes',
      columns: ['person_id', 'reason', 'was_place'],
      why: 'だれが、なぜ催しを変えたか（入力した人は公開しない）',
      onErasure: 'kept-without-person',
    },
    { table: 'event_drafts', columns: ['person_id', 'fields'], why: '公開する前の催しの下書き', onErasure: 'deleted' },
    {
      table: 'event_registrations',
      columns: ['person_id', 'name', 'email', 'note', 'entered_by', 'checked_in_by'],
      why: '催しに申し込んだ人（主催者だけが見る）。名前、メールアドレス、ひとことは、催しの30日あとに消える',
      onErasure: 'kept-without-person',
    },
  ],
};
