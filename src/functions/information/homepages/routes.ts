/** F1.3 All addresses of homepages. */
import type { Route } from '#kernel/module.ts';
import { blockRoutes } from './block-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { publicRoutes } from './public-routes.ts';
import { siteRoutes } from './site-routes.ts';

export const routes: readonly Route[] = [
  ...publicRoutes,
  ...exportRoutes,
  ...siteRoutes,
  ...pageRoutes,
  ...blockRoutes,
];
