/** F1.1 The way from the front page to everything civic: a search, and the views of it. */
import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { words } from '../words.ts';

/** `registers`: groups declare themselves here. */
export function activitiesBand(lang: Lang, registers: boolean): Html {
  const w = words(lang).home;
  return section({
    title: w.activities,
    lead: w.activitiesLead,
    more: { href: '/activities', text: w.allActivities },
    children: html`${filters({
      action: '/activities',
      label: w.activities,
      submit: w.activitiesSubmit,
      fields: textField({ name: 'q', label: w.activitiesQ, type: 'search', plain: true }, formWords(lang)),
    })}<div class="buttons">${linkButton({ href: '/events', text: w.comingEvents, icon: 'calendar' })}${linkButton({ href: '/activities/map', text: w.activityMap, icon: 'map' })}${linkButton({ href: '/activities/calendar', text: w.activityCalendar, icon: 'calendar' })}${registers && linkButton({ href: '/groups/new', text: w.registerGroup, icon: 'group' })}</div>`,
  });
}
