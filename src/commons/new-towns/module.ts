/** X11: a new town by page, once, for whom the operator invited; see docs/decisions/0065-invited-towns.md. */
import type { Module } from '#kernel/module.ts';
import { routes } from './routes.ts';
import { words } from './words.ts';

export const newTowns: Module = {
  name: 'new-towns',
  clause: '協働により新しい公共を創出する仕組み',
  capabilities: ['X11'],
  tables: ['town_invitations'],
  routes,
  emits: ['new-towns.founded'],
  refusals: (lang) => words(lang).refusals,
  personalData: [],
};
