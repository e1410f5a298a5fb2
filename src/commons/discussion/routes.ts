import type { Route } from '#kernel/module.ts';
import { changeRoutes } from './change-routes.ts';
import { debateRoutes } from './debate-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { feedRoutes } from './feed-routes.ts';
import { opinionRoutes } from './opinion-routes.ts';
import { positionRoutes } from './position-routes.ts';
import { voteRoute } from './vote-route.ts';

export const routes: readonly Route[] = [
  ...debateRoutes,
  ...opinionRoutes,
  voteRoute,
  ...changeRoutes,
  ...positionRoutes,
  ...exportRoutes,
  ...feedRoutes,
];
