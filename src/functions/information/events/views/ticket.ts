/** F1.1, F1.4 The page of one registration: what stands, the QR code for the door, the online address, giving it back. */
import { onceField } from '#commons/hubs/index.ts';
import { formatNumber, formatTime } from '#kernel/dates.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import { actButton, linkButton } from '#ui/button.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, keyValues, list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { type QrModules, qrPicture } from '#ui/paper.ts';
import { link } from '#ui/prose.ts';
import { eventPath, ticketPath } from '../addresses.ts';
import type { ShownEvent } from '../queries.ts';
import type { OwnTicket, Ticket } from '../registration-queries.ts';
import { words } from '../words.ts';
import { whenHtml } from './when.ts';

export interface TicketProps {
  lang: Lang;
  now: Date;
  event: ShownEvent;
  ticket: Ticket;
  /** the code for the door */
  code: QrModules;
  /** '' where there is none, or nobody is let in yet */
  onlineLink: string;
}

export function ticketView(props: TicketProps): Html {
  const { lang, event, ticket } = props;
  const w = words(lang).ticket;
  const title = event.cancelled_at
    ? w.eventCancelled
    : ticket.cancelled_at
      ? w.cancelled
      : !ticket.confirmed_at
        ? w.unconfirmed
        : ticket.admitted_at
          ? w.admitted
          : w.waiting;
  const stands = !event.cancelled_at && !ticket.cancelled_at;
  return html`${pageHead({ title })}${keyValues([
    [words(lang).list.title, link(eventPath(event), event.title)],
    [words(lang).show.when, whenHtml(event, lang, 'long')],
    [
      words(lang).show.where,
      event.place !== '' && `${event.place}${event.address ? `${opening(lang)}${event.address}${closing(lang)}` : ''}`,
    ],
    [w.name, ticket.name !== '' && ticket.name],
    [w.places, words(lang).show.people(formatNumber(ticket.places))],
  ])}${stands && standing(props)}${ticket.cancelled_at && html`<p>${w.cancelledLead}</p>`}<p>${linkButton({ href: eventPath(event), text: w.toEvent })}</p>`;
}

function standing({ lang, now, event, ticket, code, onlineLink }: TicketProps): Html {
  const w = words(lang).ticket;
  const at = ticketPath(ticket.ticket);
  if (!ticket.confirmed_at)
    return html`<p>${w.unconfirmedLead}</p>${actButton({ action: `${at}/confirmation`, text: w.confirm, tone: 'main' })}`;
  return html`${
    onlineLink !== '' && section({ title: w.online, children: html`<p>${link(onlineLink, onlineLink)}</p>` })
  }${!ticket.admitted_at && html`<p>${w.waitingLead}</p>`}${
    ticket.admitted_at &&
    !ticket.checked_in_at &&
    section({
      title: w.qr,
      children: qrPicture(code, w.qrAlt),
    })
  }${ticket.checked_in_at && notice({ tone: 'success', title: w.checkedIn(formatTime(ticket.checked_in_at, lang)) })}${
    !ticket.checked_in_at &&
    now < event.ends_at &&
    html`${actButton({ action: `${at}/cancellation`, text: w.giveBack, tone: 'quiet' })}<p class="meta">${w.keep}</p>`
  }`;
}

export function ownTicketsView(lang: Lang, tickets: readonly OwnTicket[]): Html {
  const w = words(lang);
  return html`${pageHead({ title: w.ticket.ownTitle, lead: w.ticket.ownLead })}${
    tickets.length === 0
      ? empty({ title: w.ticket.ownNone, act: linkButton({ href: '/events', text: w.section.all }) })
      : list(
          tickets.map((one) =>
            listItem({
              title: one.title,
              href: ticketPath(one.ticket),
              level: 2,
              above: whenHtml(one, lang),
              meta: [
                one.event_cancelled_at ? w.states.cancelled : one.admitted_at ? w.ticket.admitted : w.ticket.waiting,
                w.show.people(formatNumber(one.places)),
                one.place,
              ]
                .filter((text) => text !== '')
                .join(lang === 'en' ? ' · ' : '／'),
            }),
          ),
        )
  }`;
}

export function scanView(
  lang: Lang,
  { event, ticket, problem, done }: { event: ShownEvent; ticket: Ticket; problem: string | null; done: boolean },
  action: string,
): Html {
  const w = words(lang).desk;
  const at = `${eventPath(event)}/registrations`;
  return html`${pageHead({ title: w.scanTitle, lead: event.title })}${done && notice({ tone: 'success', title: w.scanDone, body: w.scanNext })}${
    problem && !done && notice({ tone: 'warn', title: problem })
  }<p><strong>${w.scanned(ticket.name, ticket.places)}</strong></p>${
    !problem &&
    !done &&
    html`<p>${w.scanLead}</p>${actButton({ action, fields: onceField(), text: w.checkIn, tone: 'main' })}`
  }<p>${linkButton({ href: at, text: w.toList })}</p>`;
}
