/** X1: the page on which somebody shows again that they are the account's owner, before something that matters. */
import { page } from '#commons/hubs/index.ts';
import { get, post } from '#kernel/module.ts';
import { type Reply, seeOther } from '#kernel/web/reply.ts';
import { settle } from '#kernel/web/settle.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { accountsOf } from '../accounts.ts';
import { countAttempt } from '../limits.ts';
import { meansOf } from '../means.ts';
import { providersOf } from '../outside/provider.ts';
import { isOwnPasskey } from '../passkeys/assert-passkey.ts';
import { readAssertion } from '../passkeys/passkey.ts';
import { refuse } from '../refusals.ts';
import { localPath } from '../rules.ts';
import { safetyWords } from '../safety-words.ts';
import { keepProof, proofsOf, proveByCode, proveByPassword } from './prove-owner.ts';
import { proofView } from './views/proof.ts';

async function proofPage(visit: Visit, next: string | null, problem: Problem | null): Promise<Reply> {
  const proofs = await visit.read((db) => proofsOf(db, visit.signedIn.accountId));
  const linked = providersOf(accountsOf(visit.hubwise), visit.hub).filter(({ id }) => proofs.outside.includes(id));
  return page(visit, {
    title: safetyWords(visit.lang).proof.title,
    layout: 'reading',
    indexed: false,
    islands: ['passkey-button'],
    main: proofView({ lang: visit.lang, proofs, providers: linked, next, problem }),
    ...(problem ? { problem } : {}),
  });
}

async function prove(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const next = localPath(form.get('next'), visit.hub.origin);
  const reader = visit.signedIn;
  const work = async () => {
    const accounts = accountsOf(visit.hubwise);
    const by = form.get('by');
    const who = { account: reader.accountId, peer: visit.peer };
    await countAttempt(accounts, by === 'code' ? 'second-step' : 'sign-in', who, visit.now);
    if (by === 'code') await proveByCode(accounts, visit.hub, reader, form.get('code') ?? '', meansOf(visit));
    else await proveByPassword(accounts, visit.hub, reader, form.get('password') ?? '', meansOf(visit));
    return seeOther(next ?? '/account/safety');
  };
  return settle(visit, work, (problem) => proofPage(visit, next, problem));
}

async function proveByPasskey(visit: Visit): Promise<Reply> {
  const form = await visit.form();
  const next = localPath(form.get('next'), visit.hub.origin);
  const { accountId, sessionId } = visit.signedIn;
  const work = async () => {
    const response = readAssertion(form.get('response') ?? '');
    const accounts = accountsOf(visit.hubwise);
    await countAttempt(accounts, 'sign-in', { account: accountId, peer: visit.peer }, visit.now);
    const isOwn = await isOwnPasskey(accounts, visit.hub, accountId, response, meansOf(visit));
    if (!isOwn) throw refuse('passkey-unknown');
    await visit.hubwise.deployment((db) => keepProof(db, sessionId, visit.now));
    return seeOther(next ?? '/account/safety');
  };
  return settle(visit, work, (problem) => proofPage(visit, next, problem));
}

export const proofRoutes = [
  get('/account/proof', 'person', ['X1'], (visit) =>
    proofPage(visit, localPath(visit.query('next'), visit.hub.origin), null),
  ),
  post('/account/proof', 'person', ['X1'], prove),
  post('/account/proof/passkeys', 'person', ['X1'], proveByPasskey),
];
