/** F9.7 Items with their clocks: and filtered. Pure. */

import type { AnswerKind } from './answer.ts';
import { type AnswerClock, answerClock, type ClockRound } from './clock.ts';
import type { Item } from './items.ts';

export const ITEM_STATES = ['unanswered', 'overdue', 'answered'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export interface ItemFilter {
  kind: AnswerKind | '';
  divisionId: string;
  state: ItemState | '';
  /** id of the last item of the page before */
  after: string;
}

export interface ClockedItem extends Item {
  clock: AnswerClock;
}

export function clocked(items: readonly Item[], round: ClockRound, now: Date): ClockedItem[] {
  return items.map((item) => ({ ...item, clock: answerClock(round, item.answer, now) }));
}

const MATCHES: Record<ItemState, (item: ClockedItem) => boolean> = {
  unanswered: (item) => item.answer === null,
  overdue: (item) => item.clock.state === 'overdue',
  answered: (item) => item.answer !== null,
};

export function filtered(items: readonly ClockedItem[], filter: ItemFilter): ClockedItem[] {
  return items.filter(
    (item) =>
      (filter.kind === '' || item.answer?.kind === filter.kind) &&
      (filter.divisionId === '' || item.division_id === filter.divisionId) &&
      (filter.state === '' || MATCHES[filter.state](item)),
  );
}

export interface ItemCounts {
  total: number;
  answered: number;
  overdue: number;
}
