/** F1.1 An event's own page: when, where, for whom, what is there for people who need it; the box with what one can do now. */
import { attachedPicture } from '#commons/files/index.ts';
import { hiddenStub, reportHref, reportText } from '#commons/moderation/index.ts';
import { formatDate, formatDateTime, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link, linked, paragraphs, prose } from '#ui/prose.ts';
import { tabs } from '#ui/tabs.ts';
import { eventPath } from '../addresses.ts';
import type { EventChange, OtherDay, ShownEvent } from '../queries.ts';
import { freePlaces, stateOf } from '../rules.ts';
import { eventTabs } from '../tabs.ts';
import { words } from '../words.ts';
import { accessNames, audienceText, eventChips, feeText, fieldNames, host } from './pieces.ts';
import { whenHtml, whenText } from './when.ts';

export interface EventProps {
  lang: Lang;
  now: Date;
  event: ShownEvent;
}

/** Name, chips, when and where, and the tabs where other modules brought some. */
export function eventHead({ lang, now, event }: EventProps, current: string): Html {
  const at = eventPath(event);
  const more = eventTabs().filter((tab) => tab.isShown?.(event) ?? true);
  const items = [{ text: words(lang).show.tab, href: at, current: current === '' }].concat(
    more.map((tab) => ({
      text: tab.text(lang),
      href: at + tab.path,
      current: tab.path === current,
    })),
  );
  return html`${eventChips(event, now, lang)}<h1>${event.title}</h1><div class="meta">${actor(host(event, lang))} ${whenHtml(
    event,
    lang,
    'long',
  )}${event.place !== '' && html`・${event.place}`}</div>${more.length > 0 && tabs(words(lang).show.tabs, items)}`;
}

/** `registration`: the form, or what stands in its place; `map`: the town with the place on it. */
export function eventMain(
  props: EventProps,
  { registration, map, sections }: { registration: Html | null; map: Html | null; sections: readonly Html[] },
): Html {
  const { lang, event } = props;
  const w = words(lang).show;
  if (event.hiding || event.hidden_at)
    return html`${event.hiding ? notice({ tone: 'warn', title: hiddenStub(event.hiding, lang) }) : notice({ tone: 'warn', title: w.hidden })}`;
  const [picture] = event.files;
  return html`${changes(event, lang)}${picture && attachedPicture(picture)}${prose(paragraphs(event.about))}${section({
    title: w.facts,
    children: facts(props),
  })}${registration}${section({ title: w.access, id: 'access', children: access(event, lang) })}${map && section({ title: w.map, children: map })}${
    event.days.length > 1 && otherDays(event, lang)
  }${sections}<p>${link(`/events?host=${shortId(event.host_id)}`, w.allOf(event.host_name))}</p><p>${link(reportHref('event', event.id), reportText(lang))}</p>`;
}

function facts({ lang, now, event }: EventProps): Html {
  const w = words(lang).show;
  const sep = lang === 'en' ? '; ' : '、';
  const tags = event.tags.map(
    (tag, at) => html`${at > 0 && ' '}${link(`/events?tag=${encodeURIComponent(tag)}`, `#${tag}`)}`,
  );
  const state = stateOf(event, now);
  const isOver = state === 'past';
  const came = event.attendance ?? (event.came > 0 ? event.came : null);
  return keyValues([
    [w.when, whenHtml(event, lang, 'long')],
    [
      w.where,
      (event.place !== '' || event.is_online) &&
        html`${event.place}${event.address !== '' && html`<br>${event.address}`}${event.is_online && html`<p class="meta">${w.online}</p>`}`,
    ],
    [w.district, event.district !== '' && event.district],
    [w.fee, feeText(event, lang)],
    [w.audience, audienceText(event, lang)],
    [w.places, event.takes_registrations && placesText(event, isOver || state === 'cancelled', lang)],
    [w.attendance, isOver && came !== null && w.people(formatNumber(came))],
    [w.fields, event.fields.length > 0 && fieldNames(event.fields, lang).join(sep)],
    [w.tags, tags.length > 0 && html`${tags}`],
    [w.contact, event.contact !== '' && linked(event.contact)],
  ]);
}

function placesText(event: ShownEvent, isClosed: boolean, lang: Lang): string {
  const w = words(lang).show;
  const taken = formatNumber(event.taken);
  if (event.capacity === null) return `${w.noLimit}${lang === 'en' ? '; ' : '。'}${w.takenOnly(taken)}`;
  const free = freePlaces(event) ?? 0;
  return [
    w.placesOf(taken, formatNumber(event.capacity)),
    ...(isClosed ? [] : [free === 0 ? w.full : w.free(formatNumber(free))]),
    ...(event.waiting > 0 ? [w.waiting(formatNumber(event.waiting))] : []),
  ].join(lang === 'en' ? ' · ' : '・');
}

function access(event: ShownEvent, lang: Lang): Html {
  const w = words(lang).show;
  if (event.access.length === 0 && event.access_note === '') return html`<p>${w.accessUnknown}</p>`;
  return html`${event.access.length > 0 && html`<ul>${accessNames(event.access, lang).map((name) => html`<li>${name}</li>`)}</ul>`}${
    event.access_note !== '' && paragraphs(event.access_note)
  }`;
}

/** The newest change stands first; that it was moved twice is said, too. */
function changes(event: ShownEvent, lang: Lang): Html[] {
  const w = words(lang).show;
  const was = (change: EventChange) => {
    const times = { starts_at: new Date(change.was_from), ends_at: new Date(change.was_to) };
    return w.was(
      [whenText(times, lang), change.was_place].filter((text) => text !== '').join(lang === 'en' ? ', ' : '・'),
    );
  };
  return event.changes.toReversed().map((change) =>
    notice({
      tone: 'warn',
      title: w[change.kind],
      body: html`${change.reason !== '' && paragraphs(change.reason)}<p class="meta">${change.kind === 'moved' && html`${was(change)}<br>`}${w.announced(
        formatDate(tokyoDate(new Date(change.at)), lang, 'short'),
      )}</p>`,
    }),
  );
}

function otherDays(event: ShownEvent, lang: Lang): Html {
  const w = words(lang);
  const item = (day: OtherDay) => {
    const text = whenText({ starts_at: new Date(day.starts_at), ends_at: new Date(day.ends_at) }, lang);
    const shown = day.id === event.id ? html`<strong>${text}</strong>` : link(eventPath(day), text);
    return html`<li>${shown}${day.cancelled_at && html` ${w.states.cancelled}`}</li>`;
  };
  return section({
    title: w.show.days,
    lead: w.show.daysLead(event.number),
    more: { href: `/events?series=${shortId(event.series_id!)}`, text: w.section.all },
    children: html`<ul>${event.days.map(item)}</ul>`,
  });
}

export function windowText(event: ShownEvent, lang: Lang): string {
  const { registration_from: from, registration_until: until } = event;
  // A last day ends at the midnight after it.
  const last = until
    ? formatDate(tokyoDate(new Date(until.getTime() - 1)), lang, 'short')
    : formatDateTime(event.starts_at, lang, 'short');
  return words(lang).show.window(from ? formatDate(tokyoDate(from), lang, 'short') : '', last);
}
