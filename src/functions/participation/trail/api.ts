/** F9.8, X8: for programs: from a voice to the budget, and back from the budget to the voices. */
import { type ApiOperation, copied, copiedList } from '#kernel/api.ts';
import { LINE, TRAIL } from './described.ts';
import { routes } from './routes.ts';

export const trailApi: readonly ApiOperation[] = [
  copiedList('/budget-lines', 'trail:budget-lines', [routes, '/budget-lines.json'], LINE),
  copied('/proposals/:ref/trail', 'trail:show', [routes, '/proposals/:ref/trail.json'], TRAIL),
];
