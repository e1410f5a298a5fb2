/** F9.7 What the secretariat sees: items without a lead, what is overdue, and when the division was told of it. */
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { chip, chips } from '#ui/chip.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listItem } from '#ui/list.ts';
import { tabs } from '#ui/tabs.ts';
import { deskHref } from '../addresses.ts';
import { insideWords } from '../inside-words.ts';
import type { ClockedItem } from '../round-answers.ts';
import type { WaitingCounts, Which } from '../waiting.ts';
import { words } from '../words.ts';
import { clockChip } from './clock.ts';
import { furtherPages } from './further-pages.ts';
import { sectionName } from './items.ts';
import { shortened } from './list.ts';

export const ASSIGNMENT_VIEWS = ['unassigned', 'overdue', 'all'] as const;
export type AssignmentView = (typeof ASSIGNMENT_VIEWS)[number];

/** What each of the secretariat's views is about. */
export const WHICH: Record<AssignmentView, Which> = { unassigned: { of: null }, overdue: 'overdue', all: 'all' };

export interface AssignmentsProps {
  lang: Lang;
  view: AssignmentView;
  items: readonly ClockedItem[];
  /** when its division was last told that it is overdue, by the item's id */
  reports: ReadonlyMap<string, Date>;
  counts: WaitingCounts;
  isFurther: boolean;
  next: string | null;
}

export function assignmentsPage({ lang, view, items, reports, counts, isFurther, next }: AssignmentsProps): Html {
  const w = insideWords(lang).desks;
  const at = (one: AssignmentView) => `/answer-assignments?show=${one}`;
  return html`${pageHead({ title: w.title, lead: w.lead })}${tabs(
    w.which,
    ASSIGNMENT_VIEWS.map((one) => ({
      text: w[one],
      href: at(one),
      current: one === view,
      count: formatNumber(counts[one]),
    })),
  )}${items.length === 0 ? empty({ title: w.empty, body: w.emptyTry }) : list(items.map((item) => row(item, reports.get(item.id), lang)))}${furtherPages(at(view), { isFurther, next }, lang)}`;
}

function row(item: ClockedItem, reported: Date | undefined, lang: Lang): Html {
  const w = words(lang);
  const d = insideWords(lang).desks;
  return listItem({
    title: item.subject === 'proposal' ? item.title : shortened(item.body, 120),
    href: deskHref(item),
    level: 2,
    above:
      chips([
        chip(
          'info',
          item.subject === 'proposal' ? w.subjects.proposal : (sectionName(item.section, lang) ?? w.subjects.point),
        ),
        clockChip(item.clock, lang),
      ]) ?? undefined,
    meta: [
      item.division_name ?? w.list.noDivision,
      item.title,
      ...(reported ? [d.reported(formatDate(tokyoDate(reported), lang, 'short'))] : []),
    ].join('・'),
    side: linkButton({ text: d.open, href: deskHref(item), small: true }),
  });
}
