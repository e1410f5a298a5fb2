/** F9.8, X8: policies, measures and projects for programs. */
import { z } from 'zod';
import { type ApiOperation, copiedList } from '#kernel/api.ts';
import { MOMENT } from '#kernel/described.ts';
import { routes } from './routes.ts';
import { POLICY_KINDS } from './tree.ts';

const PLAN = z.object({
  id: z.uuid(),
  title: z.string(),
  stage: z.enum(['concept', 'draft', 'comment', 'decision']),
  decidedAt: MOMENT.nullable(),
  endedAt: MOMENT.nullable(),
});
const COUNTED = z.int().meta({ description: 'Exact up to 1,000; 1,001: more.' });
export const POLICY = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  code: z.string(),
  kind: z.enum(POLICY_KINDS),
  title: z.string(),
  about: z.string(),
  divisionId: z.uuid().nullable(),
  divisionName: z.string().nullable(),
  proposals: COUNTED,
  answers: COUNTED,
  plans: z.array(PLAN),
  total: z.object({ proposals: z.int(), answers: z.int() }).meta({ description: 'Of it and everything below it.' }),
  url: z.url(),
});

export const policiesApi: readonly ApiOperation[] = [
  copiedList('/policies', 'policies:list', [routes, '/policies.json'], POLICY),
];
