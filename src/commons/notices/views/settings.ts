/** X3: how a person wants to be told. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import { button } from '#ui/button.ts';
import { copyLink, disclosure } from '#ui/disclosure.ts';
import { checkbox, form, radioGroup, selectField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { link, prose } from '#ui/prose.ts';
import { DEFAULT_NEWS, DEFAULT_OWN, OVERALL, OWN, RHYTHMS, USUAL } from '../rhythm.ts';
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
  return radioGroup(
    {
      name: 'overall',
      label: w.overall,
      hint: w.overallHint,
      required: true,
      value: settings.rhythms.get(OVERALL) ?? USUAL,
      choices: [
        { value: USUAL, text: w.usual, hint: w.usualHint(w.rhythms[DEFAULT_OWN], w.rhythms[DEFAULT_NEWS]) },
        ...RHYTHMS.map((value) => ({ value, text: w.rhythms[value] })),
      ],
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
  return section({
    title: w.feeds,
    lead: w.feedsLead,
    children: prose([
      html`<ul><li>${link('/activity.atom', w.activity)}</li><li>${link('/calendar.ics', w.calendar)}</li></ul>`,
      html`<h3 id="own-addresses">${w.ownAddresses}</h3><p>${w.ownAddressesText}</p>`,
      settings.calendarKey && ownAddresses(settings.calendarKey, origin, lang),
      html`<form class="buttons" method="post" action="/notices/calendar" aria-label="${w.ownAddresses}">${onceField()}${button(
        {
          text: settings.calendarKey ? w.renewAddresses : w.makeAddresses,
          name: 'act',
          value: 'renew',
          icon: settings.calendarKey ? 'undo' : 'feed',
        },
      )}${settings.calendarKey && button({ text: w.endAddresses, name: 'act', value: 'end', tone: 'quiet' })}</form>`,
    ]),
  });
}

/** A program that asks for them keeps no cookie: the language stands in the address. */
function ownAddresses(key: string, origin: string, lang: Lang): Html {
  const w = words(lang).settings;
  const address = (path: string, label: string, id: string) =>
    html`<p><strong>${label}</strong></p>${copyLink({
      url: `${origin}${path}/${key}${lang === 'ja' ? '' : `?lang=${lang}`}`,
      text: w.copy,
      done: w.copied,
      label,
      id,
    })}`;
  return html`${address('/feeds/own', w.ownFeed, 'own-feed')}${address('/calendar/own', w.ownCalendar, 'own-calendar')}<p>${w.ownHint}</p>`;
}
