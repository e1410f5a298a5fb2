/** X1: pages for signing in and out, for a new password, and for going on with what was being written. */
import { page } from '#commons/hubs/index.ts';
import { get, post } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { accountsOf } from './accounts.ts';
import { browserOf } from './browser.ts';
import { addressOnlyEntry, newPasswordOnlyEntry, signInEntry } from './entries.ts';
import { toAccountsHost } from './hand-over/hand-over-routes.ts';
import { letIn, wayOf } from './let-in.ts';
import { countAttempt, forgiveAccount, keyPrefix } from './limits.ts';
import { meansOf } from './means.ts';
import { askPasswordReset, isResetKey, resetPassword } from './password-reset.ts';
import { localPath } from './rules.ts';
import { stepPage } from './second-step/step-routes.ts';
import { endedSessionCookie, sentToken } from './session-token.ts';
import { endSession } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { signInAgain, signInPage } from './sign-in-page.ts';
import { askResetView, newPasswordView, resetOverView, resetSentView } from './views/password-reset.ts';
import { words } from './words.ts';

async function showSignIn(visit: Visit): Promise<Reply> {
  const next = localPath(visit.query('next'), visit.hub.origin);
  if (visit.reader) return seeOther(next ?? '/account');
  const { host } = accountsOf(visit.hubwise);
  return host.isElsewhere(visit.hub) ? toAccountsHost(visit, host.origin!, next) : signInPage(visit, '', next, null);
}

async function doSignIn(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const way = wayOf(form, visit.hub.origin);
  const work = async () => {
    const entry = signInEntry(form);
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'sign-in', { account: entry.email, peer: visit.peer }, visit.now);
    const { asking, cookies } = browserOf(visit);
    const { token, step } = await signIn(accounts, visit.hub, { ...entry, ...asking }, meansOf(visit));
    await forgiveAccount(accounts, 'sign-in', entry.email);
    return token === undefined ? stepPage(visit, step, way, null) : letIn(visit, token, way, cookies);
  };
  return settle(visit, work, (problem) => signInAgain(visit, way, form.get('email') ?? '', problem));
}

async function doSignOut(visit: Visit): Promise<Reply> {
  const token = sentToken(visit);
  if (token) await visit.hubwise.deployment((db) => endSession(db, token));
  return seeOther('/?done=signed-out', [endedSessionCookie(visit.hub)]);
}

function askResetPage(visit: Visit, email: string, problem: Problem | null): Reply {
  return page(visit, {
    title: words(visit.lang).reset.title,
    layout: 'reading',
    indexed: false,
    main: askResetView(visit.lang, email, problem),
    ...(problem ? { problem } : {}),
  });
}

async function showReset(visit: Visit): Promise<Reply> {
  if (visit.query('sent') === '') return askResetPage(visit, '', null);
  const main = resetSentView(visit.lang, visit.hub.isDemo);
  return page(visit, { title: words(visit.lang).reset.sent, layout: 'reading', indexed: false, main });
}

async function askReset(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const work = async () => {
    const email = addressOnlyEntry(form);
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'reset', { account: email, peer: visit.peer }, visit.now);
    await askPasswordReset(accounts, visit.hub, email, meansOf(visit));
    return seeOther('/password-reset?sent=1');
  };
  return settle(visit, work, (problem) => askResetPage(visit, form.get('email') ?? '', problem));
}

async function newPasswordPage(visit: Visit, key: string, problem: Problem | null): Promise<Reply> {
  const isGood = await visit.hubwise.deployment((db) => isResetKey(db, key, visit.now));
  const w = words(visit.lang).reset;
  return page(visit, {
    title: isGood ? w.newTitle : w.over,
    layout: 'reading',
    indexed: false,
    status: isGood ? 200 : 410,
    main: isGood ? newPasswordView(visit.lang, key, problem) : resetOverView(visit.lang),
    ...(problem ? { problem } : {}),
  });
}

async function setNewPassword(visit: Visit): Promise<Reply> {
  const key = visit.params.key ?? '';
  const form = await visit.form();
  const work = async () => {
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'key', { account: keyPrefix(key), peer: visit.peer }, visit.now);
    await resetPassword(accounts, visit.hub, { key, password: newPasswordOnlyEntry(form) }, meansOf(visit));
    return seeOther('/sign-in?just=password', [endedSessionCookie(visit.hub)]);
  };
  return settle(visit, work, (problem) => newPasswordPage(visit, key, problem));
}

const serves = ['X1'];

export const signInRoutes = [
  get('/sign-in', 'public', serves, showSignIn),
  post('/sign-in', 'public', serves, doSignIn),
  post('/sign-out', 'public', serves, doSignOut),
  get('/password-reset', 'public', serves, showReset),
  post('/password-reset', 'public', serves, askReset),
  get('/password-reset/:key', 'public', serves, (visit) => newPasswordPage(visit, visit.params.key ?? '', null)),
  post('/password-reset/:key', 'public', serves, setNewPassword),
];
