import { isUuid } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { ProposalFilter } from './queries.ts';

const PAGE_SIZE = 20;

/** The filter as the address says it; what makes no sense there is left out. */
export function filterOf(visit: Visit): ProposalFilter {
  const kind = visit.query('kind');
  const before = visit.query('before');
  const round = visit.query('round');
  return {
    q: visit.query('q').normalize('NFC').slice(0, 100).trim(),
    kind: kind === 'plan' || kind === 'project' ? kind : '',
    roundId: isUuid(round) ? round : '',
    district: visit.query('district').normalize('NFC').slice(0, 60),
    before: isUuid(before) ? before : null,
    limit: PAGE_SIZE,
  };
}
