/** X1: one page for all ways of signing in: passkeys, the second step with its recovery codes, other providers. */
import { page } from '#commons/hubs/index.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { accountsOf } from './accounts.ts';
import { linkedProviders } from './outside/linked.ts';
import { passkeysOf } from './passkeys/passkey.ts';
import { isProved } from './proof/prove-owner.ts';
import { refuse } from './refusals.ts';
import { safetyWords } from './safety-words.ts';
import { secondStepOf } from './second-step/second-step.ts';
import { safetyView } from './views/safety.ts';

export const SAFETY = '/account/safety';
export const PROOF = `/account/proof?next=${encodeURIComponent(SAFETY)}`;

/** @throws Refusal proof-needed (403) when the owner of this session hasn't shown lately that it is they */
export function insistOnProof(visit: Visit): void {
  if (!isProved(visit.signedIn, visit.now)) throw refuse('proof-needed', { status: 403 });
}

export async function safetyPage(visit: Visit, problem: Problem | null): Promise<Reply> {
  const reader = visit.signedIn;
  const accounts = accountsOf(visit.hubwise);
  const [passkeys, second, outside] = await visit.read((db) =>
    Promise.all([
      passkeysOf(db, reader.accountId),
      secondStepOf(db, reader.accountId),
      linkedProviders(accounts, db, visit.hub, reader.accountId),
    ]),
  );
  return page(visit, {
    title: safetyWords(visit.lang).safety.title,
    layout: 'reading',
    indexed: false,
    islands: ['passkey-button'],
    main: safetyView({
      lang: visit.lang,
      hub: visit.hub,
      elsewhere: accounts.host.isElsewhere(visit.hub) ? accounts.host.origin : null,
      reader,
      isProved: isProved(reader, visit.now),
      passkeys,
      second,
      outside,
      just: visit.query('just'),
      problem,
    }),
    ...(problem ? { problem } : {}),
  });
}
