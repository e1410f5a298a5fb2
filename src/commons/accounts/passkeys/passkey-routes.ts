/** X1: pages and challenges of passkeys. The browser asks for a challenge by script; the answer comes as an ordinary form. */
import { parseRef } from '#kernel/ids.ts';
import { get, post } from '#kernel/module.ts';
import { Refusal } from '#kernel/refusal.ts';
import { json, type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import { problemJson, type Visit } from '#kernel/web/visit.ts';
import { accountsOf } from '../accounts.ts';
import { browserOf } from '../browser.ts';
import { letIn, wayOf } from '../let-in.ts';
import { countAttempt, keyPrefix } from '../limits.ts';
import { meansOf } from '../means.ts';
import { ownAccount } from '../own-account.ts';
import { refuse } from '../refusals.ts';
import { insistOnProof, SAFETY, safetyPage } from '../safety-page.ts';
import { signInAgain } from '../sign-in-page.ts';
import { assertionOptions, signInWithPasskey } from './assert-passkey.ts';
import { passkeyName, readAssertion, readAttestation } from './passkey.ts';
import { registerPasskey, registrationOptions, removePasskey, renamePasskey } from './register-passkey.ts';

/** Asked for by a script: a refusal is told to it. */
async function challenge(visit: Visit, work: () => Promise<object>): Promise<Reply> {
  try {
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'challenge', { account: visit.peer, peer: visit.peer }, visit.now);
    const reply = json(await work());
    return { ...reply, headers: { ...reply.headers, 'cache-control': 'no-store' } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return problemJson(visit.problem(error));
  }
}

/** A challenge for showing a passkey, whoever asks: it names nobody. */
const askToShow = (visit: Visit): Promise<Reply> =>
  challenge(visit, () => assertionOptions(accountsOf(visit.hubwise), visit.hub, meansOf(visit)));

const askToMake = (visit: Visit): Promise<Reply> =>
  challenge(visit, async () => {
    insistOnProof(visit);
    const { accountId: id, person } = visit.signedIn;
    const { email } = await visit.read((db) => ownAccount(db, visit.hub.id, visit.signedIn));
    return registrationOptions(accountsOf(visit.hubwise), visit.hub, { id, email, name: person.name }, meansOf(visit));
  });

async function signIn(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const way = wayOf(form, visit.hub.origin);
  const work = async () => {
    const response = readAssertion(form.get('response') ?? '');
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'sign-in', { account: keyPrefix(response.id), peer: visit.peer }, visit.now);
    const { asking, cookies } = browserOf(visit);
    const token = await signInWithPasskey(accounts, visit.hub, { ...asking, response }, meansOf(visit));
    return letIn(visit, token, way, cookies);
  };
  return settle(visit, work, (problem) => signInAgain(visit, way, '', problem));
}

async function add(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const work = async () => {
    insistOnProof(visit);
    const made = { name: passkeyName(form.get('name') ?? ''), response: readAttestation(form.get('response') ?? '') };
    await registerPasskey(accountsOf(visit.hubwise), visit.hub, visit.signedIn, made, meansOf(visit));
    return seeOther(`${SAFETY}?just=passkey-added`);
  };
  return settle(visit, work, (problem) => safetyPage(visit, problem));
}

/** One of the reader's own passkeys, by the reference in the address. */
function idOf(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (id === null) throw refuse('passkey-gone');
  return id;
}

async function rename(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const work = async () => {
    insistOnProof(visit);
    const name = passkeyName(form.get('name') ?? '');
    await renamePasskey(accountsOf(visit.hubwise), visit.signedIn.accountId, idOf(visit), name);
    return seeOther(`${SAFETY}?just=passkey-renamed`);
  };
  return settle(visit, work, (problem) => safetyPage(visit, problem));
}

async function remove(visit: Visit): Promise<Reply> {
  await visit.form();
  const work = async () => {
    insistOnProof(visit);
    await removePasskey(accountsOf(visit.hubwise), visit.signedIn.accountId, idOf(visit));
    return seeOther(`${SAFETY}?just=passkey-removed`);
  };
  return settle(visit, work, (problem) => safetyPage(visit, problem));
}

export const passkeyRoutes = [
  post('/sign-in/passkey-challenges', 'public', ['X1'], askToShow),
  post('/sign-in/passkeys', 'public', ['X1'], signIn),
  get('/account/safety', 'person', ['X1'], (visit) => safetyPage(visit, null)),
  post('/account/safety/passkey-challenges', 'person', ['X1'], askToMake),
  post('/account/safety/passkeys', 'person', ['X1'], add),
  post('/account/safety/passkeys/:ref', 'person', ['X1'], rename),
  post('/account/safety/passkeys/:ref/removal', 'person', ['X1'], remove),
];
