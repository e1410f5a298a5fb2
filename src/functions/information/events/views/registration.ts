/** F1.1 Registering: with an account in one press, or as a guest by a letter; what one has registered already. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, textField } from '#ui/fields.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { type NowAct, nowBox } from '#ui/now-box.ts';
import { eventPath, ticketPath } from '../addresses.ts';
import type { Typed } from '../event.ts';
import type { ShownEvent } from '../queries.ts';
import type { OwnRegistration } from '../registration-queries.ts';
import { freePlaces, stateOf } from '../rules.ts';
import { words } from '../words.ts';
import { windowText } from './show.ts';

export interface RegistrationProps {
  lang: Lang;
  event: ShownEvent;
  /** name of whoever reads; null: nobody is signed in */
  name: string | null;
  own: OwnRegistration | null;
  /** why one can't register now, as a sentence */
  no: string | null;
  typed: Typed;
  problem?: Problem | undefined;
}

export function registrationSection(props: RegistrationProps): Html | null {
  const { lang, event, own, no } = props;
  const w = words(lang);
  if (event.cancelled_at) return null;
  const inner = own
    ? ownState(own, event, lang)
    : !event.takes_registrations
      ? html`<p>${event.contact ? w.show.askHost : w.show.noRegistration}</p>`
      : null;
  return section({
    title: w.show.registration,
    id: 'registration',
    children:
      inner ??
      html`<p class="meta">${windowText(event, lang)}</p>${no ? html`<p>${no}</p>` : html`${freePlaces(event) === 0 && html`<p>${w.acts.fullLead}</p>`}${accountForm(props)}${props.name === null && guestForm(props)}`}`,
  });
}

function ownState(own: OwnRegistration, event: ShownEvent, lang: Lang): Html {
  const w = words(lang).acts;
  return html`<p>${own.admitted_at ? w.registered : w.isWaiting}</p><div class="buttons">${linkButton({ href: ticketPath(own.ticket), text: w.ticket, tone: 'main' })}${
    !own.checked_in_at &&
    actButton({
      action: `${eventPath(event)}/registrations/cancellation`,
      fields: onceField(),
      text: w.giveBack,
      tone: 'quiet',
    })
  }</div>`;
}

const submitText = (event: ShownEvent, lang: Lang, text: string) =>
  freePlaces(event) === 0 ? words(lang).acts.waitSubmit : text;

function commonFields({ lang, event, typed, problem }: RegistrationProps, prefix: string): Html {
  const w = words(lang).acts;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const at = (name: string) => ({
    name,
    id: `${prefix}-${name}`,
    value: typed[name] ?? '',
    error: errorAt(errors, name),
  });
  return html`${
    event.companions > 0 &&
    textField(
      {
        ...at('companions'),
        label: w.companions,
        hint: w.companionsHint(event.companions),
        inputmode: 'numeric',
        width: 4,
      },
      f,
    )
  }${textField({ ...at('note'), label: w.note, hint: w.noteHint }, f)}`;
}

function accountForm(props: RegistrationProps): Html {
  const { lang, event, name, typed, problem } = props;
  const w = words(lang).acts;
  const mine = typed.email === undefined ? { ...props, typed, problem } : { ...props, typed: {}, problem: undefined };
  return form({
    action: `${eventPath(event)}/registrations`,
    label: w.register,
    children: html`${onceField()}${name && html`<p>${w.registerAs(name)}</p>`}${commonFields(mine, 'own')}`,
    buttons: button({ text: submitText(event, lang, w.register), tone: 'main' }),
  });
}

function guestForm(props: RegistrationProps): Html {
  const { lang, event, typed, problem } = props;
  const w = words(lang).acts;
  const f = formWords(lang);
  const isThis = typed.email !== undefined;
  const mine = isThis ? props : { ...props, typed: {}, problem: undefined };
  const errors = isThis ? (problem?.items ?? []) : [];
  return disclosure({
    summary: w.guest,
    open: isThis,
    body: html`<p>${w.guestLead}</p>${form({
      action: `${eventPath(event)}/guests`,
      label: w.guest,
      children: html`${textField({ name: 'name', id: 'guest-name', label: w.guestName, required: true, value: typed.name ?? '', error: errorAt(errors, 'name'), autocomplete: 'name' }, f)}${textField(
        {
          name: 'email',
          id: 'guest-email',
          label: w.guestEmail,
          type: 'email',
          required: true,
          value: typed.email ?? '',
          error: errorAt(errors, 'email'),
          autocomplete: 'email',
        },
        f,
      )}${commonFields(mine, 'guest')}`,
      buttons: button({ text: w.guestSubmit }),
    })}`,
  });
}

export interface ActsProps {
  lang: Lang;
  now: Date;
  event: ShownEvent;
  own: OwnRegistration | null;
  isHost: boolean;
  /** why one can't register now, as a sentence */
  no: string | null;
  /** why it can't be changed now */
  noChange: string | null;
}

/** For whoever reads: register, see one's ticket; for whoever holds it: the list, changing, calling off. */
export function eventActs({ lang, now, event, own, isHost, no, noChange }: ActsProps): Html {
  const w = words(lang);
  const at = eventPath(event);
  const acts: NowAct[] = [];
  const state = stateOf(event, now);
  const isOpen = state === 'coming' || state === 'now';
  if (isHost) {
    const because = noChange ? { reason: noChange } : {};
    if (event.takes_registrations && !event.cancelled_at)
      acts.push({ text: w.acts.list, href: `${at}/registrations`, icon: 'group' });
    if (!noChange) {
      const fields = html`${onceField()}<input type="hidden" name="eventId" value="${event.id}">`;
      acts.push({ text: w.acts.edit, action: '/event-drafts', fields, icon: 'edit' });
      acts.push({ text: w.acts.cancel, href: `${at}/cancellation`, ...because });
    }
    acts.push({
      text: w.acts.like,
      action: '/event-drafts',
      fields: html`${onceField()}<input type="hidden" name="like" value="${event.id}">`,
    });
  }
  if (own)
    acts.push({
      text: w.acts.ticket,
      href: ticketPath(own.ticket),
      note: own.admitted_at ? w.acts.registered : w.acts.isWaiting,
    });
  else if (isOpen && event.takes_registrations && !event.hidden_at)
    acts.push({ text: submitText(event, lang, w.acts.register), href: '#registration', ...(no ? { reason: no } : {}) });
  if (isOpen) acts.push({ text: w.show.calendar, href: `${at}/calendar.ics`, icon: 'calendar' });
  acts.push({ text: w.show.allOf(event.host_name), href: `/events?host=${shortId(event.host_id)}`, tone: 'quiet' });
  return nowBox({ title: isHost ? w.acts.own : w.show.now, acts });
}
