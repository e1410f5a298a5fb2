/** X1, X2, X13: pages for signing up and confirming the address. */
import { page, peopleRules } from '#commons/hubs/index.ts';
import { get, post } from '#kernel/module.ts';
import { removeCookie, serialiseCookie } from '#kernel/web/cookies.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { accountsOf } from './accounts.ts';
import { browserOf } from './browser.ts';
import { confirmAddress, confirmationOf, repeatConfirmation } from './confirmation.ts';
import { addressOnlyEntry, signUpEntry } from './entries.ts';
import { firstSteps, showWelcome, WELCOME } from './first-steps.ts';
import { toAccountsHost } from './hand-over/hand-over-routes.ts';
import { countAttempt, keyPrefix } from './limits.ts';
import { meansOf } from './means.ts';
import { CONFIRMATION_HOURS, localPath } from './rules.ts';
import { isSecure, newToken, sessionCookie } from './session-token.ts';
import { signUp } from './sign-up.ts';
import { confirmedView, confirmView, keyOverView, letterView } from './views/confirmation.ts';
import { type SignUpTyped, signUpView } from './views/sign-up.ts';
import { words } from './words.ts';

/** Lets the browser that signed up be signed in by the letter's button; says nothing about whether there is an account. */
const BROWSER_COOKIE = 'minna_sign_up';

function browserKey(visit: Visit): string | undefined {
  return visit.cookies.get(isSecure(visit.hub) ? `__Host-${BROWSER_COOKIE}` : BROWSER_COOKIE);
}

function signUpPage(visit: Visit, typed: SignUpTyped, next: string | null, problem: Problem | null): Reply {
  return page(visit, {
    title: words(visit.lang).signUp.title,
    layout: 'reading',
    indexed: false,
    main: signUpView({
      lang: visit.lang,
      typed,
      wantsGuardian: peopleRules(visit.hub).guardianConsent,
      next,
      problem,
    }),
    ...(problem ? { problem } : {}),
  });
}

async function showSignUp(visit: Visit): Promise<Reply> {
  if (visit.reader) return seeOther('/account');
  const next = localPath(visit.query('next'), visit.hub.origin);
  const { host } = accountsOf(visit.hubwise);
  if (host.isElsewhere(visit.hub)) return toAccountsHost(visit, host.origin!, next);
  return signUpPage(visit, { name: '', email: '', isMinor: false, guardian: '' }, next, null);
}

async function doSignUp(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed = {
    name: form.get('name') ?? '',
    email: form.get('email') ?? '',
    isMinor: form.get('minor') === 'yes',
    guardian: form.get('guardian') ?? '',
  };
  const next = localPath(form.get('next'), visit.hub.origin);
  const work = async () => {
    const entry = signUpEntry(form, peopleRules(visit.hub).guardianConsent);
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'sign-up', { account: entry.email, peer: visit.peer }, visit.now);
    const key = newToken();
    await signUp(accounts, visit.hub, visit.lang, { ...entry, browserKey: key, next }, meansOf(visit));
    const cookie = { secure: isSecure(visit.hub), maxAgeSeconds: CONFIRMATION_HOURS * 3600 };
    return seeOther('/email-confirmation', [serialiseCookie(BROWSER_COOKIE, key, cookie)]);
  };
  return settle(visit, work, (problem) => signUpPage(visit, typed, next, problem));
}

function letterPage(visit: Visit, email: string, sentAgain: boolean, problem: Problem | null): Reply {
  return page(visit, {
    title: words(visit.lang).letter.title,
    layout: 'reading',
    indexed: false,
    main: letterView({ lang: visit.lang, isDemo: visit.hub.isDemo, email, sentAgain, problem }),
    ...(problem ? { problem } : {}),
  });
}

function keyOverPage(visit: Visit, problem: Problem | null): Reply {
  return page(visit, {
    title: words(visit.lang).confirm.over,
    layout: 'reading',
    indexed: false,
    status: 410,
    main: keyOverView(visit.lang),
    ...(problem ? { problem } : {}),
  });
}

/** Without a key: what comes by mail. With one: the button. Opening the page changes nothing. */
async function showConfirmation(visit: Visit): Promise<Reply> {
  const key = visit.query('key');
  if (key === '') return letterPage(visit, '', visit.query('again') !== '', null);
  const asked = await visit.hubwise.deployment((db) => confirmationOf(db, key, visit.now));
  if (!asked) return keyOverPage(visit, null);
  const main = confirmView(visit.lang, key, asked.email);
  return page(visit, { title: words(visit.lang).confirm.title, layout: 'reading', indexed: false, main });
}

async function doConfirm(visit: Visit): Promise<Reply> {
  const key = (await visit.form()).get('key') ?? '';
  const work = async () => {
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'key', { account: keyPrefix(key), peer: visit.peer }, visit.now);
    const browser = browserOf(visit);
    const { device, deviceKey } = browser.asking;
    const sent = { key, browserKey: browserKey(visit), device, deviceKey };
    const { accountId, token, next, half, waits } = await confirmAddress(accounts, visit.hub, sent, meansOf(visit));
    if (half) return seeOther(`/address-change?just=${half}`);
    if (visit.reader?.accountId === accountId) return seeOther('/account?just=confirmed');
    const cookies = [removeCookie(BROWSER_COOKIE, { secure: isSecure(visit.hub) })];
    const facts = new URLSearchParams({ ...(next === null ? {} : { next }), ...(waits ? { waits: 'guardian' } : {}) });
    return seeOther(
      `/email-confirmation/done${facts.size > 0 ? `?${facts}` : ''}`,
      token ? [...cookies, ...browser.cookies, sessionCookie(visit.hub, token)] : cookies,
    );
  };
  return settle(visit, work, (problem) => keyOverPage(visit, problem));
}

async function sendLetterAgain(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const work = async () => {
    const email = addressOnlyEntry(form);
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'letter', { account: email, peer: visit.peer }, visit.now);
    await repeatConfirmation(accounts, visit.hub, email, meansOf(visit));
    return seeOther('/email-confirmation?again=1');
  };
  return settle(visit, work, (problem) => letterPage(visit, form.get('email') ?? '', false, problem));
}

async function showConfirmed(visit: Visit): Promise<Reply> {
  const next = localPath(visit.query('next'), visit.hub.origin);
  const waits = visit.query('waits') === 'guardian';
  const main = confirmedView(visit.lang, {
    signedIn: visit.reader !== null,
    next,
    waits,
    steps: firstSteps(visit, waits),
  });
  return page(visit, { title: words(visit.lang).confirm.done, layout: 'reading', indexed: false, main });
}

const serves = ['X1', 'X2', 'X13'];

export const signUpRoutes = [
  get('/sign-up', 'public', serves, showSignUp),
  post('/sign-up', 'public', serves, doSignUp),
  get('/email-confirmation', 'public', serves, showConfirmation),
  post('/email-confirmation', 'public', serves, doConfirm),
  get(WELCOME, 'person', serves, showWelcome),
  get('/email-confirmation/done', 'public', serves, showConfirmed),
  post('/email-confirmation/letters', 'public', serves, sendLetterAgain),
];
