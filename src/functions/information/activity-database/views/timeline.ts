/** F1.1 What was found in the order of time: what is coming, then what was before. */
import { type Occurrence, type Occurrences, wordsAsked } from '#commons/search/index.ts';
import { formatDate, formatTime, tokyoDate } from '#kernel/dates.ts';
import { linkButton } from '#ui/button.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { timeLine } from '#ui/time-line.ts';
import { viewHref } from '../asked.ts';
import { words } from '../words.ts';
import { type FrameProps, frame, nothing } from './frame.ts';
import { activityItem } from './item.ts';

export interface TimelineProps extends FrameProps {
  /** null: this page shows the other direction alone */
  upcoming: Occurrences | null;
  past: Occurrences | null;
  /** it begins with today */
  isFirst: boolean;
}

export function activityTimeline(props: TimelineProps): Html {
  const { lang, question, upcoming, past } = props;
  const w = words(lang);
  const isNothing = !upcoming?.all.length && !past?.all.length && props.isFirst;
  const more = (name: 'later' | 'earlier', key: string | null, text: string) =>
    key !== null && html`<p>${linkButton({ text, href: viewHref('timeline', question, { [name]: key }) })}</p>`;
  const part = (title: string, found: Occurrences, none: string, link: Html | false) =>
    section({
      title,
      children: html`${found.all.length > 0 ? timeLine(byDay(found.all, props)) : html`<p>${none}</p>`}${link}`,
    });
  return frame(
    props,
    isNothing
      ? nothing(props)
      : html`<p class="meta">${w.timelineLead}</p>${!props.isFirst && html`<p>${linkButton({ text: w.today, href: viewHref('timeline', question) })}</p>`}${
          upcoming && part(w.upcoming, upcoming, w.upcomingNone, more('later', upcoming.next, w.further))
        }${past && part(w.past, past, w.pastNone, more('earlier', past.next, w.back))}`,
  );
}

function byDay(all: readonly Occurrence[], props: TimelineProps) {
  const { lang } = props;
  return [...Map.groupBy(all, ({ start }) => tokyoDate(start))].map(([day, those]) => ({
    text: formatDate(day, lang),
    datetime: day,
    items: those.map((one) => itemOf(one, props)),
  }));
}

function itemOf({ start, hit, happens }: Occurrence, { lang, now, question }: TimelineProps): Html {
  const w = words(lang);
  const when = happens ? (hit.facets.isAllDay ? '' : formatTime(start, lang)) : w.published;
  return activityItem(hit, { lang, now, asked: wordsAsked(question.q), level: 4, when });
}
