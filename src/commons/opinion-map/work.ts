/** F9.3: what the worker does about maps. */
import type { Work } from '#kernel/module.ts';
import { drawMap, findDueMaps } from './draw-map.ts';

export const opinionMapWork: Work = {
  ticks: [{ name: 'opinion-map.due', everySeconds: 3, run: findDueMaps }],
  jobs: { 'opinion-map.draw': drawMap },
};
