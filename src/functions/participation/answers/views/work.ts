/** A division's work list: what waits for its answer, the next due first. */
import { actingAsPath } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { tabs } from '#ui/tabs.ts';
import type { ClockedItem } from '../round-answers.ts';
import { words } from '../words.ts';
import { itemRow } from './items.ts';

export const SHARES = ['mine', 'asked', 'unassigned', 'everything'] as const;
export type Share = (typeof SHARES)[number];

/** Whose an item is, seen from a division. */
export function shareOf(
  items: readonly ClockedItem[],
  share: Share,
  { divisionId, asked }: Pick<WorkProps, 'divisionId' | 'asked'>,
): ClockedItem[] {
  if (share === 'everything') return [...items];
  if (share === 'asked') return items.filter((item) => asked.has(item.id));
  return items.filter((item) => item.division_id === (share === 'mine' ? divisionId : null));
}

export interface WorkProps {
  lang: Lang;
  divisionId: string;
  divisionName: string;
  share: Share;
  items: readonly ClockedItem[];
  /** proposals and points on which another division waits for this one's reply */
  asked: ReadonlySet<string>;
}

export function workList({ lang, divisionId, divisionName, share, items, asked }: WorkProps): Html {
  const w = words(lang).work;
  const shown = shareOf(items, share, { divisionId, asked });
  const hasDesk = (item: ClockedItem) =>
    item.division_id === null || item.division_id === divisionId || asked.has(item.id);
  return html`${pageHead({ title: w.title, lead: w.lead, meta: divisionName })}${tabs(
    w.whose,
    SHARES.map((one) => ({
      text: w[one],
      href: `/divisions/answers?of=${one}`,
      current: one === share,
      count: formatNumber(shareOf(items, one, { divisionId, asked }).length),
    })),
  )}${shown.length === 0 ? empty({ title: w.empty, body: w.emptyTry }) : list(shown.map((item) => itemRow(item, lang, true, { hasDesk: hasDesk(item), level: 2 })))}`;
}

/** For somebody who doesn't speak for a division now. */
export function notADivision(lang: Lang): Html {
  const w = words(lang).work;
  return html`${pageHead({ title: w.title, lead: w.lead })}${notice({
    tone: 'info',
    title: w.notDivision,
    actions: linkButton({ text: w.switchTo, href: actingAsPath('/divisions/answers') }),
  })}`;
}
