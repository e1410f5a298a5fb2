/** F1.1, F1.4 Registering, with an account or by a letter; the page of a registration. */
import { uuidv7 } from '#kernel/ids.ts';
import { inputRefusal } from '#kernel/input.ts';
import { colon } from '#kernel/lang.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { allow, rateKey } from '#kernel/rate-limiter.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { pageHead } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { checkInPath, eventPath, ticketPath } from './addresses.ts';
import { askGuest, cancelByTicket, confirmGuest, guestInput } from './guests.ts';
import { eventIn, idIn, keyIn, plainPage, typedIn } from './page-parts.ts';
import { eventById } from './queries.ts';
import { cancelRegistration, register } from './register.ts';
import { onlineLinkOf, ticketByKey, ticketsOf } from './registration-queries.ts';
import { showPage } from './routes.ts';
import type { Means } from './tell-registered.ts';
import { ownTicketsView, ticketView } from './views/ticket.ts';
import { words } from './words.ts';

/** Letters asked for from one network address in an hour: a class in a school shares one. */
const ASKED = { limit: 40, windowSeconds: 3600 };
/** … and to one address, for all events together. */
const LETTERS = { limit: 10, windowSeconds: 3600 };

async function enrol(visit: Visit): Promise<Reply> {
  const { email: _email, ...typed } = await typedIn(visit);
  return visit.attempt(
    register,
    { ...typed, id: idIn(visit) },
    {
      done: ({ ticket }) => `${ticketPath(ticket)}?done=recorded`,
      again: (problem) => showPage(visit, typed, problem),
    },
  );
}

async function giveBack(visit: Visit): Promise<Reply> {
  await visit.form();
  return visit.attempt(
    cancelRegistration,
    { id: idIn(visit) },
    {
      done: (event) => `${encodeURI(eventPath(event))}?done=recorded`,
      again: (problem) => showPage(visit, {}, problem),
    },
  );
}

/** Not signed in there is no act of a person. */
function asGuest<T>(visit: Visit, work: (means: Means) => Promise<T>): Promise<T> {
  const { hub, now } = visit;
  return visit.hubwise.write(hub.id, (db) => work({ db, hub, now, newId: () => uuidv7(now) }));
}

/** Tries are counted outside of the transaction, so that a refused one counts. @throws Refusal too-fast */
async function countAsked(visit: Visit, email: string): Promise<void> {
  const { hub, now, peer } = visit;
  const answers = await visit.hubwise.deployment((db) =>
    Promise.all([
      allow(db, rateKey(hub.key, 'event-guest', peer), ASKED, now),
      allow(db, rateKey(hub.key, 'event-guest-letter', email), LETTERS, now),
    ]),
  );
  const waits = answers.filter(({ allowed }) => !allowed).map(({ retryAfterSeconds }) => retryAfterSeconds);
  if (waits.length > 0)
    throw refuseKernel('too-fast', { status: 429, facts: { minutes: Math.ceil(Math.max(...waits) / 60) } });
}

async function guest(visit: Visit): Promise<Reply> {
  const typed = await typedIn(visit);
  const id = idIn(visit);
  return settle(
    visit,
    async () => {
      const parsed = guestInput.safeParse(typed);
      if (!parsed.success) throw inputRefusal(parsed.error);
      await countAsked(visit, parsed.data.email);
      await asGuest(visit, (means) => askGuest(means, id, parsed.data, visit.lang));
      const event = await eventIn(visit);
      const w = words(visit.lang);
      const main = html`${pageHead({ title: w.acts.sent, lead: w.acts.sentLead })}${linkButton({ href: eventPath(event), text: w.ticket.toEvent })}`;
      return plainPage(visit, event, { title: w.acts.sent, main });
    },
    (problem) => showPage(visit, { ...typed, email: typed.email ?? '' }, problem),
  );
}

async function ticketPage(visit: Visit): Promise<Reply> {
  const { lang, now, hub } = visit;
  const ticket = await visit.read((db) => ticketByKey(db, keyIn(visit)));
  const isIn = ticket.admitted_at !== null && ticket.cancelled_at === null;
  const [event, onlineLink] = await visit.read((db) =>
    Promise.all([eventById(db, ticket.event_id, now), isIn ? onlineLinkOf(db, ticket.event_id) : '']),
  );
  const { create } = await import('qrcode');
  const code = create(hub.origin + checkInPath(ticket.check_code), { errorCorrectionLevel: 'M' }).modules;
  const shownLink = event.is_online && !event.cancelled_at && !event.hidden_at ? onlineLink : '';
  return plainPage(visit, event, {
    title: `${words(lang).ticket.title}${colon(lang)}${event.title}`,
    main: ticketView({ lang, now, event, ticket, code, onlineLink: shownLink }),
  });
}

function onTicket(work: (means: Means, ticket: string) => Promise<void>) {
  return async (visit: Visit): Promise<Reply> => {
    await visit.form();
    const ticket = keyIn(visit);
    return settle(
      visit,
      async () => {
        await asGuest(visit, (means) => work(means, ticket));
        return seeOther(`${ticketPath(ticket)}?done=recorded`);
      },
      async (problem) =>
        plainPage(visit, null, {
          title: words(visit.lang).ticket.title,
          main: pageHead({ title: problem.items[0]?.message ?? '' }),
          problem,
        }),
    );
  };
}

async function ownTickets(visit: Visit): Promise<Reply> {
  const tickets = await visit.read((db) => ticketsOf(db, visit.signedIn.person.id));
  return plainPage(visit, null, {
    title: words(visit.lang).ticket.ownTitle,
    main: ownTicketsView(visit.lang, tickets),
  });
}

const serves = ['F1.1', 'F1.4'];

export const registrationRoutes: readonly Route[] = [
  post('/events/:ref/registrations', 'person', serves, enrol),
  post('/events/:ref/registrations/cancellation', 'person', serves, giveBack),
  post('/events/:ref/guests', 'public', serves, guest),
  get('/event-tickets', 'person', serves, ownTickets),
  get('/event-tickets/:key', 'public', serves, ticketPage),
  post('/event-tickets/:key/confirmation', 'public', serves, onTicket(confirmGuest)),
  post('/event-tickets/:key/cancellation', 'public', serves, onTicket(cancelByTicket)),
];
