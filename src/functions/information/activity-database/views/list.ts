/** F1.1 What was found, one below the other. */
import { type Hit, type Occurrences, wordsAsked } from '#commons/search/index.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { viewHref } from '../asked.ts';
import { words } from '../words.ts';
import { type FrameProps, frame, nothing } from './frame.ts';
import { activityItem, whenText } from './item.ts';

export interface ListProps extends FrameProps {
  /** in the order of time; null: in that of the question */
  soonest: Occurrences | null;
}

export function activityList(props: ListProps): Html {
  const { lang, now, question, answer, soonest } = props;
  const w = words(lang);
  const asked = wordsAsked(question.q);
  const item = (hit: Hit, when?: string) => activityItem(hit, { lang, now, asked, ...(when ? { when } : {}) });
  const items = soonest
    ? soonest.all.map(({ hit, start, end }) => item(hit, whenText({ start, end }, hit.facets.isAllDay === true, lang)))
    : answer.hits.map((hit) => item(hit));
  const next = soonest ? soonest.next : answer.next;
  const own = props.own ?? {};
  return frame(
    props,
    html`${items.length > 0 ? list(items) : next ? empty({ title: w.pageEmpty }) : nothing(props)}${pager({
      label: w.pages,
      ...(question.after ? { previous: { href: viewHref('list', question, own), text: w.first } } : {}),
      ...(next ? { next: { href: viewHref('list', question, { ...own, after: next }), text: w.next } } : {}),
    })}`,
  );
}
