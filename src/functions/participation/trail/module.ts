import { opinionSections } from '#commons/discussion/index.ts';
import type { Module } from '#kernel/module.ts';
import { trailApi } from './api.ts';
import { openData } from './open-data.ts';
import { opinionSection } from './opinion-section.ts';
import { routes } from './routes.ts';

opinionSections.push(opinionSection);

/** F9.8 提案の道のり */
export const trail: Module = {
  name: 'trail',
  clause: '市は、提案された内容の反映結果について、説明責任を負う',
  capabilities: ['F9.8'],
  tables: [],
  routes,
  openData,
  api: trailApi,
  emits: [],
  personalData: [],
};
