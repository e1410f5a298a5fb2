/** X1: setting up the second step, ending it, and its recovery codes. All of it works without JavaScript. */
import { page } from '#commons/hubs/index.ts';
import { formatDate } from '#kernel/dates.ts';
import { get, post } from '#kernel/module.ts';
import { download, type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { accountsOf } from '../accounts.ts';
import { countAttempt } from '../limits.ts';
import { meansOf } from '../means.ts';
import { ownAccount } from '../own-account.ts';
import { refuse } from '../refusals.ts';
import { insistOnProof, SAFETY, safetyPage } from '../safety-page.ts';
import { safetyWords } from '../safety-words.ts';
import { readRecoveryCode } from './recovery-codes.ts';
import {
  beginSecondStep,
  begunSecret,
  confirmSecondStep,
  removeSecondStep,
  renewRecoveryCodes,
} from './second-step.ts';
import { base32, otpauthUri } from './totp.ts';
import { codesView, setUpView } from './views/second-step.ts';

const SET_UP = '/account/safety/second-step';

const unkept = (reply: Reply): Reply => ({ ...reply, headers: { ...reply.headers, 'cache-control': 'no-store' } });

async function begin(visit: Visit): Promise<Reply> {
  await visit.form();
  const work = async () => {
    insistOnProof(visit);
    const { accountId } = visit.signedIn;
    await visit.hubwise.deployment((db) => beginSecondStep(accountsOf(visit.hubwise), db, accountId, visit.now));
    return seeOther(SET_UP);
  };
  return settle(visit, work, (problem) => safetyPage(visit, problem));
}

async function setUpPage(visit: Visit, problem: Problem | null): Promise<Reply> {
  const reader = visit.signedIn;
  const [secret, own] = await visit.read((db) =>
    Promise.all([begunSecret(accountsOf(visit.hubwise), db, reader.accountId), ownAccount(db, visit.hub.id, reader)]),
  );
  if (!secret) return seeOther(SAFETY);
  const { create } = await import('qrcode');
  const uri = otpauthUri({ secret, issuer: visit.hub.name[visit.lang], account: own.email });
  const { modules } = create(uri, { errorCorrectionLevel: 'M' });
  const squares = Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) => modules.get(y, x) === 1),
  );
  const typed = base32(secret).replace(/.{4}(?=.)/g, '$& ');
  const reply = page(visit, {
    title: safetyWords(visit.lang).second.setUp,
    layout: 'reading',
    indexed: false,
    main: setUpView({ lang: visit.lang, squares, secret: typed, problem }),
    ...(problem ? { problem } : {}),
  });
  return unkept(reply);
}

async function showSetUp(visit: Visit): Promise<Reply> {
  // Whoever finds somebody else's browser open must not copy the secret of a step that was begun in it.
  const work = async () => {
    insistOnProof(visit);
    return setUpPage(visit, null);
  };
  return settle(visit, work, (problem) => safetyPage(visit, problem));
}

function codesPage(visit: Visit, codes: readonly string[], isFirst: boolean): Reply {
  return unkept(
    page(visit, {
      title: safetyWords(visit.lang).recovery.title,
      layout: 'reading',
      indexed: false,
      main: codesView({ lang: visit.lang, codes, isFirst }),
    }),
  );
}

async function confirm(visit: Visit): Promise<Reply> {
  const typed = (await visit.form()).get('code') ?? '';
  const { accountId, sessionId } = visit.signedIn;
  const work = async () => {
    insistOnProof(visit);
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'second-step', { account: accountId, peer: visit.peer }, visit.now);
    if (typed.trim() === '') throw refuse('code-missing', { field: 'code' });
    const codes = await confirmSecondStep(accounts, visit.hub, { accountId, sessionId, typed }, meansOf(visit));
    return codesPage(visit, codes, true);
  };
  return settle(visit, work, (problem) =>
    problem.items.some((item) => item.code === 'proof-needed') ? safetyPage(visit, problem) : setUpPage(visit, problem),
  );
}

async function remove(visit: Visit): Promise<Reply> {
  await visit.form();
  const work = async () => {
    insistOnProof(visit);
    await removeSecondStep(accountsOf(visit.hubwise), visit.hub, visit.signedIn.accountId, meansOf(visit));
    return seeOther(`${SAFETY}?just=second-removed`);
  };
  return settle(visit, work, (problem) => safetyPage(visit, problem));
}

async function renewCodes(visit: Visit): Promise<Reply> {
  await visit.form();
  const work = async () => {
    insistOnProof(visit);
    const { accountId } = visit.signedIn;
    const codes = await renewRecoveryCodes(accountsOf(visit.hubwise), visit.hub, accountId, meansOf(visit));
    return codesPage(visit, codes, false);
  };
  return settle(visit, work, (problem) => safetyPage(visit, problem));
}

/** The codes just shown, as a file: they come from the page itself, because nothing here knows them any more. */
async function codesFile(visit: Visit): Promise<Reply> {
  const sent = ((await visit.form()).get('codes') ?? '').split(' ');
  const codes = sent.filter((code) => readRecoveryCode(code) !== null).slice(0, 20);
  const w = safetyWords(visit.lang).recovery;
  const head = w.fileHead(visit.hub.name[visit.lang], formatDate(visit.now, visit.lang, 'short'));
  const body = `${[head, visit.hub.origin, '', ...codes].join('\r\n')}\r\n`;
  return unkept(download(body, 'text/plain; charset=utf-8', `${w.title}.txt`));
}

export const secondStepRoutes = [
  get(SET_UP, 'person', ['X1'], showSetUp),
  post(SET_UP, 'person', ['X1'], begin),
  post(`${SET_UP}/confirmation`, 'person', ['X1'], confirm),
  post(`${SET_UP}/removal`, 'person', ['X1'], remove),
  post('/account/safety/recovery-codes', 'person', ['X1'], renewCodes),
  post('/account/safety/recovery-codes/file', 'person', ['X1'], codesFile),
];
