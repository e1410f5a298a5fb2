/** X11: the page on which a town is made by whom the operator invited. In the first town alone; to everybody else there is no such page. */
import { accountsOf, hashOf } from '#commons/accounts/index.ts';
import { page } from '#commons/hubs/index.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { allow, rateKey } from '#kernel/rate-limiter.ts';
import { Refusal, refuse } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import type { Html } from '#ui/html.ts';
import { foreseen, foundTown } from './found-town.ts';
import { invitationByHash, type OpenInvitation } from './invitation.ts';
import {
  FIELDS,
  fieldNames,
  firstWords,
  lookView,
  madeView,
  overView,
  type Typed,
  townFormView,
} from './views/new-town.ts';
import { words } from './words.ts';

/** Sending the form, mistakes and all. */
const PACE = { limit: 40, windowSeconds: 3_600 };

const tokenIn = (visit: Visit) => visit.params.key ?? '';

function invitationIn(visit: Visit): Promise<OpenInvitation | null> {
  const { hub, now } = visit;
  return visit.hubwise.deployment((db) =>
    invitationByHash(db, { tokenHash: hashOf(tokenIn(visit)), hubId: hub.id, now }),
  );
}

/** @throws Refusal too-fast */
async function keepPace(visit: Visit): Promise<void> {
  const key = rateKey(visit.hub.key, 'new-town', visit.signedIn.accountId);
  const { allowed, retryAfterSeconds } = await visit.hubwise.deployment((db) => allow(db, key, PACE, visit.now));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  if (!allowed) throw refuse('too-fast', { status: 429, facts: { minutes } });
}

function plainPage(visit: Visit, title: string, main: Html, more: { status?: number; problem?: Problem } = {}): Reply {
  const { lang } = visit;
  return page(visit, { title, layout: 'reading', indexed: false, fieldNames: fieldNames(lang), main, ...more });
}

/** One answer for a token that never was, is used, withdrawn or too old: which of them, it tells nobody. */
function overPage(visit: Visit): Reply {
  return plainPage(visit, words(visit.lang).over, overView(visit.lang), { status: 404 });
}

async function formPage(visit: Visit, typed?: Typed, problem?: Problem): Promise<Reply> {
  const invitation = await invitationIn(visit);
  if (!invitation) return overPage(visit);
  const { lang } = visit;
  const token = tokenIn(visit);
  const main = townFormView({ lang, token, invitation, typed: typed ?? firstWords(invitation.host, lang), problem });
  const reply = plainPage(visit, words(lang).title, main, problem ? { problem } : {});
  return problem ? { ...reply, status: problem.status } : reply;
}

/** What will be made, in whole, before it is. */
async function lookPage(visit: Visit, typed: Typed): Promise<Reply> {
  const invitation = await invitationIn(visit);
  if (!invitation) return overPage(visit);
  const no = await visit.hubwise.deployment((db) => foreseen(db, typed, invitation.host));
  if (no) return formPage(visit, typed, visit.problem(no));
  const { lang } = visit;
  return plainPage(visit, words(lang).look.title, lookView({ lang, token: tokenIn(visit), invitation, typed }));
}

async function make(visit: Visit, typed: Typed): Promise<Reply> {
  const { events } = accountsOf(visit.hubwise);
  if (!events) throw new Error('openAccounts() was given no events');
  try {
    const act = foundTown(events);
    return await visit.attempt(
      act,
      { ...typed, token: tokenIn(visit) },
      {
        done: (made) => plainPage(visit, words(visit.lang).made.title(made.name), madeView(visit.lang, made)),
        again: (problem) => formPage(visit, typed, problem),
      },
    );
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return overPage(visit);
    throw error;
  }
}

async function send(visit: Visit): Promise<Reply> {
  const values = await visit.form();
  const typed: Typed = Object.fromEntries(FIELDS.map((field) => [field, values.get(field) ?? '']));
  await keepPace(visit);
  const step = values.get('step');
  if (step === 'make') return make(visit, typed);
  return step === 'change' ? formPage(visit, typed) : lookPage(visit, typed);
}

export const routes: readonly Route[] = [
  get('/towns/new/:key', 'person', ['X11'], (visit) => formPage(visit)),
  post('/towns/new/:key', 'person', ['X11'], send),
];
