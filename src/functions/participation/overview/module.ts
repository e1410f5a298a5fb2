import type { Module } from '#kernel/module.ts';
import { overviewApi } from './api.ts';
import { openData } from './open-data.ts';
import { routes } from './routes.ts';

/** The front page of a hub whose participation function is open. */
export const overview: Module = {
  name: 'overview',
  clause: 'みんなで考えて みんなで協力して みんなで支える',
  capabilities: [],
  tables: [],
  routes,
  openData,
  api: overviewApi,
  emits: [],
  personalData: [],
};
