import { isUuid } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { PlanFilter } from './list-queries.ts';
import { isPlanStage } from './plan.ts';

const PAGE_SIZE = 20;

/** The filter as the address says it; what makes no sense there is left out. */
export function filterOf(visit: Visit): PlanFilter {
  const stage = visit.query('stage');
  const uuid = (name: string) => (isUuid(visit.query(name)) ? visit.query(name) : '');
  return {
    q: visit.query('q').normalize('NFC').slice(0, 100).trim(),
    stage: isPlanStage(stage) ? stage : '',
    divisionId: uuid('division'),
    policyId: uuid('policy'),
    open: visit.query('open') === 'yes',
    before: uuid('before') || null,
    limit: PAGE_SIZE,
  };
}
