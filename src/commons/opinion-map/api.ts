/** F9.3, X8: who agrees with whom, for programs. */
import { type ApiOperation, copied } from '#kernel/api.ts';
import { MAP } from './described.ts';
import { routes } from './routes.ts';

export const opinionMapApi: readonly ApiOperation[] = [
  copied('/debates/:ref/map', 'opinion-map:show', [routes, '/debates/:ref/map.json'], MAP),
];
