/** F9.5 Every address of the statement. */
import type { Route } from '#kernel/module.ts';
import { draftRoutes } from './draft-routes.ts';
import { objectionRoutes } from './objection-routes.ts';
import { partRoutes } from './part-routes.ts';
import { pointRoutes } from './point-routes.ts';
import { statementRoutes } from './statement-routes.ts';
import { workshopRoutes } from './workshop-routes.ts';

export const routes: readonly Route[] = [
  ...statementRoutes,
  ...partRoutes,
  ...workshopRoutes,
  ...draftRoutes,
  ...pointRoutes,
  ...objectionRoutes,
];
