/** X1, P1: one's own page: name, address, language, sessions; and as whom one speaks. */

import { changeProfile } from '#commons/actors/index.ts';
import { isSecretariat, page } from '#commons/hubs/index.ts';
import { isUuid } from '#kernel/ids.ts';
import { isLang } from '#kernel/lang.ts';
import { get, post } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { accountsOf } from './accounts.ts';
import { actAs } from './acting-as.ts';
import { castOf, isCast } from './cast.ts';
import { askAddressChange } from './change-address.ts';
import { addressOnlyEntry } from './entries.ts';
import { askAgain } from './guardian-routes.ts';
import { countAttempt } from './limits.ts';
import { meansOf } from './means.ts';
import { minorOf } from './minors.ts';
import { ownAccount, setLetterLanguage } from './own-account.ts';
import { insistOnOwner, isProved } from './proof/prove-owner.ts';
import { refuse as refuseAccount } from './refusals.ts';
import { deviceOf, localPath } from './rules.ts';
import { endedSessionCookie, sessionCookie } from './session-token.ts';
import { listSessions, revokeAllSessions, revokeSession } from './sessions.ts';
import { signInAsCast } from './sign-in.ts';
import { accountView } from './views/account.ts';
import { actingAsView } from './views/acting-as.ts';
import { castView } from './views/cast.ts';
import { words } from './words.ts';

async function accountPage(
  visit: Visit,
  typed: { name?: string; about?: string; reading?: string; newEmail?: string; guardian?: string } | null,
  problem: Problem | null,
): Promise<Reply> {
  const reader = visit.signedIn;
  const [own, sessions, minor] = await visit.read((db) =>
    Promise.all([
      ownAccount(db, visit.hub.id, reader),
      listSessions(db, reader, visit.now),
      minorOf(db, reader.accountId),
    ]),
  );
  return page(visit, {
    title: words(visit.lang).account.title,
    indexed: false,
    main: accountView({
      lang: visit.lang,
      reader,
      email: own.email,
      letterLang: own.lang,
      name: typed?.name ?? reader.person.name,
      about: typed?.about ?? own.about,
      reading: typed?.reading ?? own.reading,
      sessions,
      newEmail: typed?.newEmail ?? '',
      just: visit.query('just'),
      leavesAt: own.leavesAt,
      isMinor: minor !== null,
      isDesk: isSecretariat(visit),
      isProved: isProved(reader, visit.now),
      waitsFor: minor?.waits ? (typed?.guardian ?? minor.guardian_email ?? '') : null,
      problem,
    }),
    ...(problem ? { problem } : {}),
  });
}

async function saveProfile(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed = { name: form.get('name') ?? '', about: form.get('about') ?? '', reading: form.get('reading') ?? '' };
  const again = (problem: Problem) => accountPage(visit, typed, problem);
  return visit.attempt(changeProfile, typed, { done: () => '/account?done=saved', again });
}

async function changeAddress(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const reader = visit.signedIn;
  const work = async () => {
    const email = addressOnlyEntry(form);
    const accounts = accountsOf(visit.hubwise);
    const asks = { account: reader.accountId, peer: visit.peer };
    const password = form.get('password') ?? '';
    await insistOnOwner(accounts, reader, { password, peer: visit.peer, now: visit.now });
    await countAttempt(accounts, 'letter', asks, visit.now);
    await askAddressChange(accounts, visit.hub, reader, email, meansOf(visit));
    return seeOther('/account?just=address-asked');
  };
  return settle(visit, work, (problem) => accountPage(visit, { newEmail: form.get('email') ?? '' }, problem));
}

async function saveLanguage(visit: Visit): Promise<Reply> {
  const lang = (await visit.form()).get('lang');
  const work = async () => {
    if (!isLang(lang)) throw refuse('not-a-choice', { field: 'lang' });
    await visit.hubwise.deployment((db) => setLetterLanguage(db, visit.signedIn.accountId, lang, visit.now));
    return seeOther(`/account?lang=${lang}&done=saved`);
  };
  return settle(visit, work, (problem) => accountPage(visit, null, problem));
}

async function endSessions(visit: Visit): Promise<Reply> {
  const which = (await visit.form()).get('session') ?? '';
  const reader = visit.signedIn;
  const work = async () => {
    if (which === 'all') {
      await visit.hubwise.deployment((db) => revokeAllSessions(db, reader.accountId));
      return seeOther('/?done=signed-out', [endedSessionCookie(visit.hub)]);
    }
    if (!isUuid(which)) throw refuseAccount('session-gone');
    await visit.hubwise.deployment((db) => revokeSession(db, reader, which));
    return seeOther('/account?just=ended');
  };
  return settle(visit, work, (problem) => accountPage(visit, null, problem));
}

function actingAsPage(visit: Visit, back: string, problem: Problem | null): Reply {
  return page(visit, {
    title: words(visit.lang).actingAs.title,
    layout: 'reading',
    indexed: false,
    main: actingAsView(visit.lang, visit.signedIn, back, problem),
    ...(problem ? { problem } : {}),
  });
}

async function switchActor(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const reader = visit.signedIn;
  const back = localPath(form.get('back'), visit.hub.origin) ?? '/';
  const chosen = form.get('actor') ?? '';
  const work = async () => {
    const organisation = chosen === reader.person.id || chosen === 'self' ? null : chosen;
    if (organisation !== null && !isUuid(organisation)) throw refuseAccount('role-ended', { field: 'actor' });
    await visit.hubwise.write(visit.hub.id, (db) => actAs(db, visit.hub.id, reader, organisation, visit.now));
    return seeOther(back);
  };
  return settle(visit, work, (problem) => actingAsPage(visit, back, problem));
}

async function showCast(visit: Visit): Promise<Reply> {
  const people = await visit.read((db) => castOf(db, visit.hub.id, visit.now));
  return page(visit, { title: words(visit.lang).cast.title, indexed: false, main: castView(visit.lang, people) });
}

async function playCast(visit: Visit): Promise<Reply> {
  const accountId = (await visit.form()).get('account') ?? '';
  const isOne = isUuid(accountId) && (await visit.read((db) => isCast(db, visit.hub.id, accountId)));
  if (!isOne) throw refuseAccount('no-cast', { status: 404 });
  const remoteAddress = visit.request.socket.remoteAddress ?? '';
  const asked = { accountId, device: deviceOf(visit.request.headers['user-agent']), remoteAddress };
  const token = await signInAsCast(accountsOf(visit.hubwise), visit.hub, asked, meansOf(visit));
  return seeOther('/', [sessionCookie(visit.hub, token)]);
}

const backOf = (visit: Visit) => localPath(visit.query('back'), visit.hub.origin) ?? '/';

export const accountRoutes = [
  get('/account', 'person', ['X1', 'X2'], (visit) => accountPage(visit, null, null)),
  post('/account', 'person', ['X1', 'X13'], saveProfile),
  post('/account/address', 'person', ['X1', 'X2'], changeAddress),
  post('/account/language', 'person', ['X1'], saveLanguage),
  post('/account/sessions', 'person', ['X1'], endSessions),
  post('/account/guardian', 'person', ['X13'], (visit) =>
    askAgain(visit, (guardian, problem) => accountPage(visit, { guardian }, problem)),
  ),
  get('/acting-as', 'person', ['P1'], async (visit) => actingAsPage(visit, backOf(visit), null)),
  post('/acting-as', 'person', ['P1'], switchActor),
  get('/dev/cast', 'demo', ['X1'], showCast),
  post('/dev/cast', 'demo', ['X1'], playCast),
];
