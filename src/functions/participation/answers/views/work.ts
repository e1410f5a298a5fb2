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
import { MOST_ASKED, type WaitingCounts, type Which } from '../waiting.ts';
import { words } from '../words.ts';
import { furtherPages } from './further-pages.ts';
import { itemRow } from './items.ts';

export const SHARES = ['mine', 'asked', 'unassigned', 'everything'] as const;
export type Share = (typeof SHARES)[number];

/** Whose an item is, seen from a division. */
export function whichOf(share: Share, divisionId: string): Which {
  if (share === 'everything') return 'all';
  if (share === 'asked') return { asked: divisionId };
  return { of: share === 'mine' ? divisionId : null };
}

export interface WorkProps {
  lang: Lang;
  division: { id: string; name: string };
  share: Share;
  items: readonly ClockedItem[];
  /** of the items above, those on which another division waits for this one's reply */
  askedAmong: ReadonlySet<string>;
  counts: WaitingCounts;
  /** on how many another division waits; MOST_ASKED + 1 stands for more than that */
  asked: number;
  isFurther: boolean;
  next: string | null;
}

export function workList({
  lang,
  division,
  share,
  items,
  askedAmong,
  counts,
  asked,
  isFurther,
  next,
}: WorkProps): Html {
  const w = words(lang).work;
  const hasDesk = (item: ClockedItem) =>
    item.division_id === null || item.division_id === division.id || askedAmong.has(item.id);
  const count: Record<Share, string> = {
    mine: formatNumber(counts.mine),
    asked: asked > MOST_ASKED ? `${formatNumber(MOST_ASKED)}+` : formatNumber(asked),
    unassigned: formatNumber(counts.unassigned),
    everything: formatNumber(counts.all),
  };
  const at = (one: Share) => `/divisions/answers?of=${one}`;
  return html`${pageHead({ title: w.title, lead: w.lead, meta: division.name })}${tabs(
    w.whose,
    SHARES.map((one) => ({ text: w[one], href: at(one), current: one === share, count: count[one] })),
  )}${items.length === 0 ? empty({ title: w.empty, body: w.emptyTry }) : list(items.map((item) => itemRow(item, lang, true, { hasDesk: hasDesk(item), level: 2 })))}${furtherPages(at(share), { isFurther, next }, lang)}`;
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
