/** F9.8, X8: for programs: from a voice to the budget, and back from the budget to the voices. */
import { z } from 'zod';
import { type ApiOperation, copied, copiedList } from '#kernel/api.ts';
import { routes } from './routes.ts';

const LINE = z.looseObject({
  id: z.string(),
  fiscalYear: z.int(),
  title: z.string(),
  steps: z.array(z.looseObject({})),
});

export const trailApi: readonly ApiOperation[] = [
  copiedList('/budget-lines', 'trail:budget-lines', [routes, '/budget-lines.json'], LINE),
  copied('/proposals/:ref/trail', 'trail:show', [routes, '/proposals/:ref/trail.json'], z.looseObject({})),
];
