/** X3: how a person wants to be told. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton, button } from '#ui/button.ts';
import { copyLink, disclosure } from '#ui/disclosure.ts';
import { checkbox, form, radioGroup, selectField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { link, prose } from '#ui/prose.ts';
import { DEFAULT_NEWS, DEFAULT_OWN, OVERALL, OWN, RHYTHMS } from '../rhythm.ts';
import type { NoticeSettings } from '../settings.ts';
import { words } from '../words.ts';
import { noticeTabs } from './tabs.ts';

export interface SettingsProps {
  lang: Lang;
  settings: NoticeSettings;
  topics: ReadonlyMap<string, string>;
  origin: string;
  /** of the channels */
  sections: readonly Html[];
}

export function settingsView(props: SettingsProps): Html {
  const w = words(props.lang).settings;
  return html`${pageHead({ title: w.title, lead: w.lead })}${noticeTabs('settings', props.lang)}${form({
    action: '/notices/settings',
    label: w.title,
    children: html`${onceField()}${mail(props)}${byTopic(props)}${byItself(props)}`,
    buttons: button({ text: w.save, tone: 'main' }),
  })}${props.sections}${feeds(props)}`;
}

function mail({ lang, settings }: SettingsProps): Html {
  const w = words(lang).settings;
  const chosen = settings.rhythms.get(OVERALL) ?? null;
  const unset = w.unset(w.rhythms[DEFAULT_OWN], w.rhythms[DEFAULT_NEWS]);
  return radioGroup(
    {
      name: 'overall',
      label: w.overall,
      hint: chosen === null ? `${w.overallHint}${lang === 'en' ? ' ' : ''}${unset}` : w.overallHint,
      required: true,
      value: chosen,
      choices: RHYTHMS.map((value) => ({ value, text: w.rhythms[value] })),
    },
    formWords(lang),
  );
}

function byTopic({ lang, settings, topics }: SettingsProps): Html {
  const w = words(lang).settings;
  const fields = [[OWN, w.own] as const, ...topics].map(([topic, label]) =>
    selectField(
      {
        name: `topic-${topic}`,
        label,
        plain: true,
        value: settings.rhythms.get(topic) ?? '',
        empty: w.asOverall,
        choices: RHYTHMS.map((value) => ({ value, text: w.rhythms[value] })),
      },
      formWords(lang),
    ),
  );
  const hasOwn = [...settings.rhythms.keys()].some((topic) => topic !== OVERALL);
  return disclosure({ summary: w.topics, body: html`${fields}`, open: hasOwn });
}

function byItself({ lang, settings }: SettingsProps): Html {
  const w = words(lang).settings;
  const f = formWords(lang);
  return section({
    title: w.auto,
    children: html`${checkbox({ name: 'written', label: w.written, plain: true, checked: settings.followsWritten }, f)}${checkbox({ name: 'voted', label: w.voted, plain: true, checked: settings.followsVoted }, f)}`,
  });
}

function feeds({ lang, settings, origin }: SettingsProps): Html {
  const w = words(lang).settings;
  const own = settings.calendarKey
    ? html`<p>${w.ownCalendarHint}</p>${copyLink({
        url: `${origin}/calendar/own/${settings.calendarKey}`,
        text: w.copy,
        done: w.copied,
        label: w.ownCalendar,
        id: 'own-calendar',
      })}`
    : null;
  return section({
    title: w.feeds,
    lead: w.feedsLead,
    children: prose([
      html`<ul><li>${link('/activity.atom', w.activity)}</li><li>${link('/calendar.ics', w.calendar)}</li></ul>`,
      html`<h3>${w.ownCalendar}</h3>`,
      own,
      actButton({
        action: '/notices/calendar',
        fields: onceField(),
        text: settings.calendarKey ? w.renewCalendar : w.makeCalendar,
        icon: 'calendar',
      }),
    ]),
  });
}
