/** P1 「主語は「みんな」：市民・市民活動団体・事業者・市等の主体を指す」: the five kinds of actor, their roles, their public pages. */
import type { Module } from '#kernel/module.ts';
import { actorsApi } from './api.ts';
import { actorsHappenings } from './happenings.ts';
import { openData } from './open-data.ts';
import { organisationRoutes } from './organisation-routes.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';
import './reportable.ts';
import { actorsWork } from './work.ts';
import { youngWords } from './young-words.ts';

export const actors: Module = {
  name: 'actors',
  clause: '原則として主語は「みんな」：市民・市民活動団体・事業者・市等の主体を指す',
  capabilities: ['P1', 'P4'],
  tables: ['actors', 'roles', 'invitations'],
  routes: [...routes, ...organisationRoutes],
  openData,
  api: actorsApi,
  emits: [
    'actors.organisation-created',
    'actors.organisation-changed',
    'actors.profile-changed',
    'actors.member-invited',
    'actors.invitation-withdrawn',
    'actors.member-joined',
    'actors.role-changed',
    'actors.member-left',
    'actors.secretariat-appointed',
  ],
  ...actorsHappenings,
  refusals: (lang) => ({ ...words(lang).refusals, ...youngWords(lang) }),
  ...actorsWork,
  personalData: [
    {
      table: 'actors',
      columns: ['name', 'reading', 'about', 'account_id', 'imported_from'],
      why: 'だれが発言したかを示すため（個人の行だけ）',
      onErasure: 'blanked',
    },
    { table: 'roles', columns: ['person_id', 'role'], why: 'どの団体で何をしているか', onErasure: 'deleted' },
    {
      table: 'invitations',
      columns: ['meant_for', 'invited_by', 'accepted_by'],
      why: 'だれを招待したか。おわると消える',
      onErasure: 'blanked',
    },
  ],
};
