import type { Module } from '#kernel/module.ts';
import { accentRoutes } from './accent.ts';
import { hubsApi } from './api.ts';
import { functionRoutes } from './function-routes.ts';
import { hubsHappenings } from './happenings.ts';
import { refusalWords } from './refusal-words.ts';
import { routes } from './routes.ts';
import { ruleRoutes } from './rule-routes.ts';
import { townRoutes } from './town-routes.ts';
import { hubsWork } from './work.ts';

/** X11, P9: hubs and their rules; P4: the way to say that something is wrong. */
export const hubs: Module = {
  name: 'hubs',
  clause: '協働により新しい公共を創出する仕組み',
  capabilities: ['P3', 'P4', 'P9', 'X6', 'X11'],
  tables: [
    'hubs',
    'hub_rules',
    'function_terms',
    'function_hands',
    'submissions',
    'workers',
    'problem_reports',
    'own_hosts',
  ],
  routes: [...routes, ...ruleRoutes, ...functionRoutes, ...townRoutes, ...accentRoutes],
  api: hubsApi,
  emits: [
    'hubs.rules-changed',
    'hubs.function-opened',
    'hubs.function-handed-over',
    'hubs.function-closed',
    'hubs.hand-raised',
    'hubs.hand-lowered',
    'hubs.hand-answered',
    'hubs.town-changed',
    'hubs.moved',
    'hubs.reopened',
  ],
  ...hubsHappenings,
  ...hubsWork,
  refusals: (lang) => refusalWords(lang),
  constraints: { hub_rules_pkey: { code: 'changed-meanwhile' }, function_terms_now: { code: 'changed-meanwhile' } },
  personalData: [
    {
      table: 'hub_rules',
      columns: ['actor_id', 'person_id'],
      why: 'だれがルールの決定を書き入れたか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'function_terms',
      columns: ['person_id'],
      why: 'だれが機能をひらくことを書き入れたか',
      onErasure: 'kept-without-person',
    },
    {
      table: 'function_hands',
      columns: ['actor_id', 'person_id', 'word', 'reply', 'replied_by'],
      why: '「いっしょに始めたい」と手をあげた人と、そのことば、返事',
      onErasure: 'blanked',
    },
    { table: 'submissions', columns: ['person_id'], why: '同じ送信を二度しないため', onErasure: 'deleted' },
    {
      table: 'problem_reports',
      columns: ['person_id', 'body', 'contact', 'settled_by'],
      why: 'おかしいところの知らせと、返事の先',
      onErasure: 'deleted',
    },
  ],
};
