import { isUuid } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { isAnswerKind } from './answer.ts';
import type { AnswerFilter } from './queries.ts';
import { ITEM_STATES, type ItemFilter, type ItemState } from './round-answers.ts';

const PAGE_SIZE = 20;

/** Filters as the address says them; what makes no sense there is left out. */
export function answerFilter(visit: Visit): AnswerFilter {
  const kind = visit.query('kind');
  const before = visit.query('before');
  return {
    kind: isAnswerKind(kind) ? kind : '',
    divisionId: uuidOf(visit, 'division'),
    before: isUuid(before) ? before : null,
    limit: PAGE_SIZE,
  };
}

export function itemFilter(visit: Visit): ItemFilter {
  const kind = visit.query('kind');
  const state = visit.query('state');
  return {
    kind: isAnswerKind(kind) ? kind : '',
    divisionId: uuidOf(visit, 'division'),
    state: (ITEM_STATES as readonly string[]).includes(state) ? (state as ItemState) : '',
    after: uuidOf(visit, 'after'),
  };
}

function uuidOf(visit: Visit, name: string): string {
  const value = visit.query(name);
  return isUuid(value) ? value : '';
}
