/** F1.1, X3 Letters to people who registered for an event, in the language in which they did. */
import { signatureOf, type WrittenLetter, writeLetter } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { eventPath, ticketPath } from './addresses.ts';
import { letterWords } from './letter-words.ts';
import type { EventRow } from './queries.ts';
import type { Registered } from './tell-registered.ts';
import { whenText } from './when.ts';

type LetterEvent = Pick<
  EventRow,
  'id' | 'title' | 'starts_at' | 'ends_at' | 'place' | 'address' | 'is_online' | 'online_link' | 'contact'
>;
type To = Pick<Registered, 'name' | 'lang' | 'places' | 'ticket' | 'admitted_at'>;

const absolute = (hub: Pick<Hub, 'origin'>, path: string) => hub.origin + encodeURI(path);

/** When and where, a line each; the online link only for those who are let in. */
function facts(event: LetterEvent, to: To): string {
  const w = letterWords(to.lang);
  const where = [event.place, event.address].filter((text) => text !== '').join(to.lang === 'en' ? ', ' : '、');
  return [
    w.event(event.title),
    w.when(whenText(event, to.lang, 'long')),
    ...(where ? [w.where(where)] : []),
    ...(event.is_online && to.admitted_at && event.online_link ? [w.online] : []),
  ].join('\n');
}

function written(
  hub: Hub,
  event: LetterEvent,
  to: To,
  said: { subject: string; paragraphs: string[]; more?: string[] },
): WrittenLetter {
  const w = letterWords(to.lang);
  const link = event.is_online && to.admitted_at && event.online_link ? [event.online_link] : [];
  return writeLetter(
    {
      subject: said.subject,
      greeting: w.greeting(to.name),
      paragraphs: [...said.paragraphs, facts(event, to)],
      link: { text: w.ticket, href: absolute(hub, ticketPath(to.ticket)) },
      after: [...link, ...(said.more ?? []), ...(event.contact ? [w.contact(event.contact)] : [])],
      signature: signatureOf(hub, to.lang),
    },
    to.lang,
  );
}

/** A guest is asked to open the address: only then they are registered. */
export function confirmationLetter(hub: Hub, event: LetterEvent, to: To): WrittenLetter {
  const w = letterWords(to.lang);
  return writeLetter(
    {
      subject: w.confirmSubject(event.title),
      greeting: w.greeting(to.name),
      paragraphs: [w.confirm, facts(event, to)],
      link: { text: w.confirmLink, href: absolute(hub, ticketPath(to.ticket)) },
      after: [w.confirmNotYou],
      signature: signatureOf(hub, to.lang),
    },
    to.lang,
  );
}

/** You are registered, or wait, as `to.admitted_at` says. */
export function registeredLetter(hub: Hub, event: LetterEvent, to: To): WrittenLetter {
  const w = letterWords(to.lang);
  return to.admitted_at
    ? written(hub, event, to, {
        subject: w.registeredSubject(event.title),
        paragraphs: [w.registered(to.places)],
        more: [w.cancelAnyTime],
      })
    : written(hub, event, to, {
        subject: w.waitingSubject(event.title),
        paragraphs: [w.waiting(to.places)],
        more: [w.cancelAnyTime],
      });
}

export function promotedLetter(hub: Hub, event: LetterEvent, to: To): WrittenLetter {
  const w = letterWords(to.lang);
  return written(hub, event, to, {
    subject: w.promotedSubject(event.title),
    paragraphs: [w.promoted(to.places)],
    more: [w.cancelAnyTime],
  });
}

export function reminderLetter(hub: Hub, event: LetterEvent, to: To): WrittenLetter {
  const w = letterWords(to.lang);
  return written(hub, event, to, {
    subject: w.reminderSubject(event.title),
    paragraphs: [w.reminder],
    more: [w.cancelAnyTime],
  });
}

export function movedLetter(
  hub: Hub,
  event: LetterEvent,
  to: To,
  was: { starts_at: Date; ends_at: Date },
  reason: string,
): WrittenLetter {
  const w = letterWords(to.lang);
  const paragraphs = [w.moved(whenText(was, to.lang, 'long')), ...(reason ? [w.reason(reason)] : [])];
  return written(hub, event, to, { subject: w.movedSubject(event.title), paragraphs, more: [w.cancelAnyTime] });
}

/** Nobody needs a ticket any more: it leads to the event's page. */
export function cancelledLetter(hub: Hub, event: LetterEvent, to: To, reason: string): WrittenLetter {
  const w = letterWords(to.lang);
  return writeLetter(
    {
      subject: w.cancelledSubject(event.title),
      greeting: w.greeting(to.name),
      paragraphs: [w.cancelled, w.reason(reason), facts(event, { ...to, admitted_at: null })],
      link: { text: w.page, href: absolute(hub, eventPath(event)) },
      after: event.contact ? [w.contact(event.contact)] : [],
      signature: signatureOf(hub, to.lang),
    },
    to.lang,
  );
}
