/** F9.9 A sitting's page: when, where, about what, who may listen, what was minuted; and the forms around it. */
import { type AttachedFile, attachments } from '#commons/files/index.ts';
import { onceField } from '#commons/hubs/index.ts';
import { formatDateTime, formatNumber, formatTime, tokyoDate } from '#kernel/dates.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button } from '#ui/button.ts';
import { chips } from '#ui/chip.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, keyValues } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { link, meta, paragraphs, prose } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { committeePath, sittingPath } from '../addresses.ts';
import type { Observer, OwnPlace } from '../private-queries.ts';
import type { Minutes, Sitting, SittingChange } from '../queries.ts';
import { areMinutesLate, stateOf } from '../rules.ts';
import { words } from '../words.ts';
import { fieldsForm, type Typed } from './forms.ts';
import { day, lastDay, sittingChips, whenHtml } from './pieces.ts';

export interface SittingProps {
  lang: Lang;
  now: Date;
  sitting: Sitting;
  minutes: readonly Minutes[];
  own: OwnPlace | null;
  changes: readonly SittingChange[];
  files: readonly AttachedFile[];
  /** why one can't ask for a place now */
  noAsking: string | null;
  isInCharge: boolean;
  typed: Typed;
  problem?: Problem | undefined;
}

export function sittingTitle(sitting: Sitting, lang: Lang): string {
  return `${sitting.committee_name} ${words(lang).show.sitting(sitting.number)}`;
}

export function sittingHead({ lang, now, sitting }: SittingProps): Html {
  const committee = { id: sitting.committee_id, name: sitting.committee_name };
  return html`${chips(sittingChips(sitting, now, lang))}<h1>${sittingTitle(sitting, lang)}</h1><div class="meta">${link(committeePath(committee), sitting.committee_name)} ${whenHtml(sitting, lang)}</div>`;
}

export function sittingActs({ lang, now, sitting, isInCharge }: SittingProps): Html {
  const w = words(lang).sitting;
  const at = sittingPath(sitting.id);
  const state = stateOf(sitting, now);
  const acts: NowAct[] = [];
  if (state === 'coming') {
    if (!isInCharge && sitting.observer_places > 0 && now < sitting.observers_until)
      acts.push({ text: w.ask, href: '#observers', tone: 'main' });
    acts.push({ text: w.calendar, href: `${at}/calendar.ics`, icon: 'calendar' });
  }
  if (isInCharge && sitting.observer_places > 0)
    acts.push({ text: w.observersPage, href: `${at}/observers`, icon: 'group' });
  if (isInCharge && (state === 'now' || state === 'past'))
    acts.push({ text: w.write, href: `${at}/minutes`, icon: 'document' });
  if (isInCharge && state !== 'cancelled')
    acts.push({ text: words(lang).materials.edit, href: `${at}/materials`, icon: 'attach' });
  if (isInCharge && state === 'coming') acts.push({ text: words(lang).move.act, href: `${at}/date` });
  if (isInCharge && state === 'coming') acts.push({ text: w.cancel, href: `${at}/cancellation` });
  if (state === 'past') acts.push({ text: w.minutes, href: '#minutes' });
  return nowBox({ title: words(lang).show.now, acts });
}

export function sittingMain(props: SittingProps): Html {
  const { lang, sitting } = props;
  const w = words(lang).sitting;
  const isClosed = sitting.closed_reason !== '';
  return html`${
    sitting.cancelled_at !== null &&
    notice({ tone: 'warn', title: w.cancelled, body: html`<p>${sitting.cancel_reason ?? ''}</p>` })
  }${movedNotice(props)}${keyValues([
    [w.date, whenHtml(sitting, lang, 'long')],
    [w.place, sitting.place],
    [w.agenda, html`<ol>${sitting.agenda.map((one) => html`<li>${one}</li>`)}</ol>`],
    [isClosed ? w.closed : w.open, isClosed && html`${w.closedBecause}${colon(lang)}${sitting.closed_reason}`],
  ])}${materials(props)}${observers(props)}${minutesSection(props)}`;
}

/** Nobody should stand before a closed door: where and when it was to be, and why it isn't. */
function movedNotice({ lang, sitting, changes }: SittingProps): Html | null {
  if (changes.length === 0 || sitting.cancelled_at !== null) return null;
  const w = words(lang).move;
  return notice({
    tone: 'warn',
    title: w.moved,
    body: html`<ul>${changes.map(
      (one) =>
        html`<li>${w.on(day(new Date(one.at), lang))}${colon(lang)}${one.reason}<br>${w.was(`${formatDateTime(new Date(one.was_from), lang, 'short')}〜${formatTime(new Date(one.was_to), lang)}`, one.was_place)}</li>`,
    )}</ul>`,
  });
}

function materials({ lang, files }: SittingProps): Html | null {
  return files.length === 0
    ? null
    : section({ title: words(lang).materials.title, id: 'materials', children: attachments(files, lang) });
}

function observers(props: SittingProps): Html | null {
  const { lang, sitting, own, noAsking, typed, problem } = props;
  if (sitting.observer_places === 0) return null;
  const w = words(lang).sitting;
  const at = sittingPath(sitting.id);
  return section({
    title: w.observers,
    id: 'observers',
    children: html`<p>${w.places(formatNumber(sitting.observer_places), formatNumber(sitting.lot_numbers?.length ?? sitting.observer_count))}　${words(lang).observerMethods[sitting.observer_method]}　${w.until(lastDay(sitting.observers_until, lang))}</p>${
      sitting.chance !== null &&
      html`${keyValues([[w.chance, html`<code>${sitting.chance}</code>`]])}${sitting.lot_numbers !== null && html`<p>${link(`${at}/draw.json`, w.drawData)}</p>`}`
    }${
      own
        ? html`<p>${w.own[own.state]}${own.state === 'waiting' && w.before(own.before)}　${w.number(own.number)}</p>${actButton({ action: `${at}/observers/removal`, text: w.leave, tone: 'plain', fields: onceField() })}`
        : fieldsForm({
            lang,
            typed,
            problem,
            action: `${at}/observers`,
            isPrivate: true,
            submit: w.submit,
            no: noAsking,
            fields: [
              { name: 'name', label: w.name },
              { name: 'contact', label: w.contactField, hint: w.contactHint },
            ],
          })
    }`,
  });
}

function minutesSection({ lang, now, sitting, minutes }: SittingProps): Html {
  const w = words(lang).sitting;
  const published = minutes.filter((one) => one.published_at !== null);
  const due = day(sitting.minutes_due_on, lang);
  const [latest, ...older] = published;
  const first = published.at(-1);
  return section({
    title: w.minutes,
    id: 'minutes',
    children:
      latest && first
        ? html`${meta(w.minutesOn(day(first.published_at!, lang), due))}${latest.changed !== '' && html`<p>${w.changed(latest.changed)}</p>`}${prose(paragraphs(latest.body))}${
            older.length > 0 &&
            section({
              title: w.older,
              level: 3,
              children: older.map(
                (one) =>
                  html`<details><summary>${w.version(one.version, day(one.published_at!, lang))}</summary>${paragraphs(one.body)}</details>`,
              ),
            })
          }`
        : html`<p>${areMinutesLate(sitting, tokyoDate(now)) ? w.minutesLate(due) : w.minutesNone(due)}</p>`,
  });
}

/** For the office: who asked, with contacts. */
export function observersPage({
  lang,
  sitting,
  asked,
  no,
}: {
  lang: Lang;
  sitting: Sitting;
  asked: readonly Observer[];
  no: string | null;
}): Html {
  const w = words(lang).sitting;
  return html`${pageHead({ title: w.observersPage, lead: w.contactHint, meta: link(sittingPath(sitting.id), sittingTitle(sitting, lang)) })}${
    asked.length === 0
      ? empty({ title: w.none })
      : table({
          caption: w.observersPage,
          captionHidden: true,
          columns: [{ text: w.name }, { text: w.contactField }, { text: w.observers }],
          rows: asked.map((one) => [`${one.number}　${one.name}`, one.contact, w.state[one.state]]),
        })
  }${
    sitting.observer_method === 'lot' &&
    actButton({
      action: `${sittingPath(sitting.id)}/observers/lot`,
      text: w.draw,
      tone: 'main',
      fields: onceField(),
      ...(no ? { reason: no } : {}),
    })
  }`;
}

export function minutesForm({
  lang,
  sitting,
  typed,
  problem,
}: {
  lang: Lang;
  sitting: Sitting;
  typed: Typed;
  problem?: Problem | undefined;
}): Html {
  const w = words(lang).sitting;
  return html`${pageHead({ title: w.write, meta: link(sittingPath(sitting.id), sittingTitle(sitting, lang)) })}${fieldsForm(
    {
      lang,
      typed,
      problem,
      action: `${sittingPath(sitting.id)}/minutes`,
      submit: w.publish,
      hiddenFields: { saves: typed.saves ?? '0' },
      fields: [
        { name: 'body', label: w.body, as: 'area', limit: 40_000, optional: true },
        ...(sitting.minutes_version > 0
          ? [{ name: 'changed', label: w.changedField, as: 'area' as const, limit: 400, optional: true }]
          : []),
      ],
      buttons: html`${button({ text: w.save, name: 'next', value: 'save' })}${button({ text: w.publish, tone: 'main', name: 'next', value: 'publish' })}`,
    },
  )}`;
}
