/** F9.8, X8: policies, measures and projects for programs. */
import { z } from 'zod';
import { type ApiOperation, copiedList } from '#kernel/api.ts';
import { routes } from './routes.ts';

const POLICY = z.looseObject({
  id: z.string(),
  code: z.string(),
  kind: z.string(),
  title: z.string(),
  url: z.string(),
});

export const policiesApi: readonly ApiOperation[] = [
  copiedList('/policies', 'policies:list', [routes, '/policies.json'], POLICY),
];
