/** X1: signing in with a provider of OpenID Connect, linking one to an account, and showing with it who one is. No JavaScript anywhere. */
import { page, peopleRules } from '#commons/hubs/index.ts';
import { get, post } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { removeCookie, serialiseCookie } from '#kernel/web/cookies.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { accountsOf } from '../accounts.ts';
import { browserOf } from '../browser.ts';
import { letIn } from '../let-in.ts';
import { countAttempt } from '../limits.ts';
import { meansOf } from '../means.ts';
import { isProved, keepProof } from '../proof/prove-owner.ts';
import { refuse } from '../refusals.ts';
import { localPath } from '../rules.ts';
import { insistOnProof, SAFETY, safetyPage } from '../safety-page.ts';
import { stepPage } from '../second-step/step-routes.ts';
import { isSecure } from '../session-token.ts';
import { signInPage } from '../sign-in-page.ts';
import {
  ANSWER_HOURS,
  type Answered,
  askProvider,
  type Purpose,
  type Question,
  takeAnswer,
  takeQuestion,
} from './ask-provider.ts';
import { accountOf, linkProvider, unlinkProvider } from './linked.ts';
import { keepNewcomer, NEWCOMER_HOURS, newcomerOf, signUpNewcomer, takeNewcomer } from './newcomer.ts';
import { newcomerEntry } from './newcomer-entry.ts';
import { type Provider, providerName, providersOf } from './provider.ts';
import { signInOutside } from './sign-in-outside.ts';
import { linkView } from './views/linked.ts';
import { newcomerView } from './views/newcomer.ts';
import { outsideWords } from './words.ts';

const QUESTION_COOKIE = 'minna_outside';
const LINK = '/account/safety/outside';
const NEWCOMER_COOKIE = 'minna_newcomer';

const cookie = (visit: Visit, name: string, value: string, hours: number) =>
  serialiseCookie(name, value, { secure: isSecure(visit.hub), maxAgeSeconds: hours * 3600 });
const sent = (visit: Visit, name: string) => visit.cookies.get(isSecure(visit.hub) ? `__Host-${name}` : name) ?? '';
const forget = (visit: Visit, name: string) => removeCookie(name, { secure: isSecure(visit.hub) });

/** The provider an address names, where this hub has it. */
function providerIn(visit: Visit): Provider {
  const found = providersOf(accountsOf(visit.hubwise), visit.hub).find(({ key }) => key === visit.params.key);
  if (!found) throw refuseKernel('not-found', { status: 404 });
  return found;
}

/** The page a question was asked from, with what went wrong: whoever is signed in isn't asked to sign in, others don't lose their way. */
function backAt(visit: Visit, next: string | null, problem: Problem): Reply | Promise<Reply> {
  return visit.reader ? safetyPage(visit, problem) : signInPage(visit, '', next, problem);
}

/** A link leads here and a redirect on: a form's redirect to another host is forbidden by the pages' own policy. */
async function ask(visit: Visit): Promise<Reply> {
  const provider = providerIn(visit);
  const wanted = visit.query('for');
  const purpose: Purpose = visit.reader && (wanted === 'link' || wanted === 'proof') ? wanted : 'sign-in';
  const next = localPath(visit.query('next'), visit.hub.origin);
  const work = async () => {
    if (purpose === 'link') insistOnProof(visit);
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'outside', { account: visit.peer, peer: visit.peer }, visit.now);
    const session = purpose === 'sign-in' ? null : visit.signedIn.sessionId;
    const { location, key } = await askProvider(
      accounts,
      visit.hub,
      provider,
      { purpose, next, session },
      meansOf(visit),
    );
    return seeOther(location, [cookie(visit, QUESTION_COOKIE, key, ANSWER_HOURS)]);
  };
  return settle(visit, work, (problem) => backAt(visit, next, problem));
}

async function answer(visit: Visit): Promise<Reply> {
  const provider = providerIn(visit);
  let question: Question | null = null;
  const work = async () => {
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'outside', { account: visit.peer, peer: visit.peer }, visit.now);
    question = await takeQuestion(accounts, visit.hub, provider, sent(visit, QUESTION_COOKIE), meansOf(visit));
    const answered = await takeAnswer(visit.hub, provider, question, visit.url.search, visit.now);
    if (question.purpose === 'sign-in') return enter(visit, provider, answered);
    if (visit.reader?.sessionId !== question.session) throw refuse('outside-over', { status: 410 });
    return question.purpose === 'link' ? link(visit, provider, answered) : prove(visit, provider, answered);
  };
  return settle(visit, work, (problem) => backAt(visit, question?.next ?? null, problem));
}

async function enter(visit: Visit, provider: Provider, answered: Answered): Promise<Reply> {
  const accounts = accountsOf(visit.hubwise);
  const { asking, cookies } = browserOf(visit);
  const { next } = answered.question;
  const admitted = await signInOutside(accounts, visit.hub, provider, answered, asking, meansOf(visit));
  if (admitted?.token)
    return letIn(visit, admitted.token, { next, kept: null }, [...cookies, forget(visit, QUESTION_COOKIE)]);
  if (admitted?.step) return stepPage(visit, admitted.step, { next, kept: null }, null);
  const key = await keepNewcomer(accounts, provider, { ...answered, next }, meansOf(visit));
  return seeOther('/sign-up/outside', [cookie(visit, NEWCOMER_COOKIE, key, NEWCOMER_HOURS)]);
}

async function link(visit: Visit, provider: Provider, { subject }: Answered): Promise<Reply> {
  await linkProvider(
    accountsOf(visit.hubwise),
    visit.hub,
    visit.signedIn.accountId,
    { provider, subject },
    meansOf(visit),
  );
  return seeOther(`${SAFETY}?just=linked`);
}

async function prove(visit: Visit, provider: Provider, { subject, question }: Answered): Promise<Reply> {
  const { accountId, sessionId } = visit.signedIn;
  const owner = await visit.hubwise.deployment((db) => accountOf(db, provider, subject));
  if (owner !== accountId) throw refuse('outside-taken', { status: 409 });
  await visit.hubwise.deployment((db) => keepProof(db, sessionId, visit.now));
  return seeOther(question.next ?? SAFETY);
}

async function newcomerPage(visit: Visit, typed: Record<string, string>, problem: Problem | null): Promise<Reply> {
  const accounts = accountsOf(visit.hubwise);
  const newcomer = await newcomerOf(accounts, sent(visit, NEWCOMER_COOKIE), visit.now);
  const provider = providersOf(accounts, visit.hub).find(({ key }) => key === newcomer?.provider);
  if (!newcomer || !provider) return seeOther('/sign-in');
  if (visit.reader) return seeOther(LINK);
  return page(visit, {
    title: outsideWords(visit.lang).newcomer.title,
    layout: 'reading',
    indexed: false,
    main: newcomerView({
      lang: visit.lang,
      providerName: providerName(provider, visit.lang),
      verified: newcomer.isVerified ? newcomer.email : null,
      typed: { email: newcomer.email ?? '', ...typed },
      wantsGuardian: peopleRules(visit.hub).guardianConsent,
      problem,
    }),
    ...(problem ? { problem } : {}),
  });
}

async function signUp(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const typed = Object.fromEntries(
    ['name', 'email', 'minor', 'guardian'].flatMap((name) =>
      form.get(name) === undefined ? [] : [[name, form.get(name)!]],
    ),
  );
  const work = async () => {
    const accounts = accountsOf(visit.hubwise);
    const key = sent(visit, NEWCOMER_COOKIE);
    const newcomer = await newcomerOf(accounts, key, visit.now);
    const provider = providersOf(accounts, visit.hub).find((one) => one.key === newcomer?.provider);
    if (!newcomer || !provider) throw refuse('outside-over', { status: 410 });
    const entry = newcomerEntry(
      form,
      newcomer.isVerified ? newcomer.email : null,
      peopleRules(visit.hub).guardianConsent,
    );
    await countAttempt(accounts, 'sign-up', { account: entry.email, peer: visit.peer }, visit.now);
    const { asking, cookies } = browserOf(visit);
    const all = { ...entry, key, provider, asking };
    const { token, next } = await signUpNewcomer(accounts, visit.hub, visit.lang, all, meansOf(visit));
    const gone = [forget(visit, NEWCOMER_COOKIE), forget(visit, QUESTION_COOKIE)];
    if (token === null) return seeOther('/email-confirmation', gone);
    return letIn(visit, token, { next, kept: null }, [...cookies, ...gone]);
  };
  return settle(visit, work, (problem) => newcomerPage(visit, typed, problem));
}

/** Somebody with an account came back from a provider, then signed in as usual: now the two can be linked. */
async function linkPage(visit: Visit, problem: Problem | null): Promise<Reply> {
  const accounts = accountsOf(visit.hubwise);
  const newcomer = await newcomerOf(accounts, sent(visit, NEWCOMER_COOKIE), visit.now);
  const provider = providersOf(accounts, visit.hub).find(({ key }) => key === newcomer?.provider);
  if (!provider) return seeOther(SAFETY);
  if (!isProved(visit.signedIn, visit.now)) return seeOther(`/account/proof?next=${encodeURIComponent(LINK)}`);
  return page(visit, {
    title: outsideWords(visit.lang).link.title,
    layout: 'reading',
    indexed: false,
    main: linkView(visit.lang, providerName(provider, visit.lang), newcomer?.email ?? null),
    ...(problem ? { problem } : {}),
  });
}

async function linkNewcomer(visit: Visit): Promise<Reply> {
  await visit.form();
  const work = async () => {
    insistOnProof(visit);
    const accounts = accountsOf(visit.hubwise);
    const newcomer = await takeNewcomer(accounts, sent(visit, NEWCOMER_COOKIE), visit.now);
    const provider = providersOf(accounts, visit.hub).find(({ key }) => key === newcomer?.provider);
    if (!newcomer || !provider) throw refuse('outside-over', { status: 410 });
    const { subject } = newcomer;
    await linkProvider(accounts, visit.hub, visit.signedIn.accountId, { provider, subject }, meansOf(visit));
    return seeOther(`${SAFETY}?just=linked`, [forget(visit, NEWCOMER_COOKIE)]);
  };
  return settle(visit, work, (problem) => safetyPage(visit, problem));
}

async function unlink(visit: Visit): Promise<Reply> {
  await visit.form();
  const provider = providerIn(visit);
  const work = async () => {
    insistOnProof(visit);
    await unlinkProvider(accountsOf(visit.hubwise), visit.signedIn.accountId, provider);
    return seeOther(`${SAFETY}?just=unlinked`);
  };
  return settle(visit, work, (problem) => safetyPage(visit, problem));
}

export const outsideRoutes = [
  get('/sign-in/with/:key', 'public', ['X1'], ask),
  get('/sign-in/with/:key/answer', 'public', ['X1'], answer),
  get('/sign-up/outside', 'public', ['X1'], (visit) => newcomerPage(visit, {}, null)),
  post('/sign-up/outside', 'public', ['X1', 'X13'], signUp),
  get(LINK, 'person', ['X1'], (visit) => linkPage(visit, null)),
  post(LINK, 'person', ['X1'], linkNewcomer),
  post('/account/safety/outside/:key/removal', 'person', ['X1'], unlink),
];
