/** P9: the front page of a town in which participation isn't open yet: what there is, and what can be begun together. */
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { section } from '#ui/heading.ts';
import { band, hero } from '#ui/home.ts';
import { type Html, html } from '#ui/html.ts';
import type { HappenedEvent } from '../queries.ts';
import { words } from '../words.ts';
import { eventList } from './home.ts';

export function quietHome(props: {
  lang: Lang;
  town: string;
  events: readonly HappenedEvent[];
  activities: Html | null;
}): Html {
  const w = words(props.lang).home;
  return html`${hero({
    title: html`${w.titleLines[0]}<br>${w.titleLines[1]}`,
    lead: w.quietLead(props.town),
    children: linkButton({ text: w.quietAct, href: '/functions', tone: 'main', icon: 'hand' }),
  })}${props.activities && band(props.activities, 'soft')}${band(
    section({
      title: w.events,
      more: { href: '/activity', text: w.allEvents },
      children: eventList(props.events, props.lang),
    }),
  )}`;
}
